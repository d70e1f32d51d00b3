package org.trabecula.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trabecula.web.OpenRoom.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.trabecula.image.Mask;
import org.trabecula.image.formats.StandardFormats;
import tools.jackson.databind.JsonNode;

/// A radiologist's whole way in a real browser: a real CT, L3 outlined by few strokes, filled between and accepted, a prediction with its progress, a
/// slider, a print. `-Dtrabecula.screenshots=FOLDER` keeps pictures of the page at every width to be looked at.
@Tag("slow")
class WholeWayInChromiumTest {
    private static final int STROKES = 5;
    private static final Duration STEP = Duration.ofMillis(5);

    @TempDir
    Path folder;

    @Test
    void aCtIsOutlinedPredictedQuestionedAndPrinted() throws Exception {
        RealVertebrae vertebrae = new RealVertebrae();
        try (Chromium browser = Chromium.start(); OpenRoom room = OpenRoom.withUsualLimits(vertebrae.study(folder.resolve("study")), folder.resolve("work"))) {
            browser.driver().get(room.address().toString());
            browser.until("document.getElementById('about').textContent");
            browser.driver().findElement(By.id("files")).sendKeys(RealVertebrae.CT.toString());
            browser.until("document.body.dataset.shown");
            JsonNode scan = json(room.get("/api/scans")).get(0);

            outline(browser, vertebrae, scan);
            Mask drawn = mask(room, scan.get("id").asString());
            assertThat(within(drawn, vertebrae.body(RealVertebrae.L3))).as("Dice of five strokes, filled between, and the label's body").isGreaterThan(0.85);
            shot(browser, "outlined");

            predict(browser);
            question(browser);
            look(browser, "predicted");
            print(browser);
            assertThat(browser.complaints()).isEmpty();
            assertThat(room.bugs()).isEmpty();
        }
    }

    /// One closed line on every fifth or so slice of the body; fill between; accept.
    private static void outline(Chromium browser, RealVertebrae vertebrae, JsonNode scan) throws IOException {
        List<Integer> slices = new ArrayList<>();
        for (int slice = 0; slice < scan.get("planes").get(0).get("slices").asInt(); slice++) {
            if (!vertebrae.rows(RealVertebrae.L3, slice).isEmpty()) {
                slices.add(slice);
            }
        }
        browser.click("[data-tool=POLYGON]");
        for (int n = 0; n < STROKES; n++) {
            int slice = slices.get(n * (slices.size() - 1) / (STROKES - 1));
            toSlice(browser, slice);
            draw(browser, scan.get("planes").get(0), vertebrae.rows(RealVertebrae.L3, slice));
            browser.until("document.getElementById('outline-facts').textContent.match(/on " + (n + 1) + " slice/)");
        }
        browser.click("#between");
        browser.until("!document.getElementById('proposal').hidden");
        shot(browser, "proposed");
        browser.click("[data-step=accept]");
        browser.until("document.getElementById('proposal').hidden");
    }

    private static void toSlice(Chromium browser, int slice) {
        browser.driver().executeScript(
                "const range = document.getElementById('slice-number'); range.value = arguments[0]; range.dispatchEvent(new Event('input'));", slice);
        browser.until("document.getElementById('slice-shown').textContent.startsWith('" + (slice + 1) + " ')");
    }

    /// Along the ends of the rows, half a pixel outside, with the mouse.
    private static void draw(Chromium browser, JsonNode plane, List<int[]> rows) {
        List<double[]> line = new ArrayList<>();
        rows.forEach(row -> line.add(new double[] {row[1] + 0.4, row[2]}));
        rows.reversed().forEach(row -> line.add(new double[] {row[0] - 0.4, row[2]}));
        WebElement slice = browser.driver().findElement(By.id("slice"));
        browser.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", slice);
        double width = number(browser, "return document.getElementById('slice').clientWidth");
        double height = number(browser, "return document.getElementById('slice').clientHeight");
        double across = plane.get("columns").asInt() * plane.get("columnMm").asDouble();
        double down = plane.get("rows").asInt() * plane.get("rowMm").asDouble();
        double perMm = Math.min(width / across, height / down); // the whole slice, in the middle
        Actions hand = new Actions(browser.driver(), STEP);
        for (int n = 0; n < line.size(); n++) {
            int x = (int) Math.round(((line.get(n)[0] + 0.5) * plane.get("columnMm").asDouble() - across / 2) * perMm);
            int y = (int) Math.round(((line.get(n)[1] + 0.5) * plane.get("rowMm").asDouble() - down / 2) * perMm);
            hand.moveToElement(slice, x, y);
            if (n == 0) {
                hand.clickAndHold();
            }
        }
        hand.release().perform();
    }

    private static double number(Chromium browser, String script) {
        return ((Number) Objects.requireNonNull(browser.driver().executeScript(script))).doubleValue();
    }

    private Mask mask(OpenRoom room, String scan) throws Exception {
        Path file = Files.write(folder.resolve("mask.nii.gz"), room.get("/api/scans/" + scan + "/mask.nii.gz").body());
        return StandardFormats.ALL.labels(file).mask(1);
    }

    /// Dice's coefficient.
    private static double within(Mask a, Mask b) {
        int both = 0;
        for (int k = a.box().kMin(); k <= a.box().kMax(); k++) {
            for (int j = a.box().jMin(); j <= a.box().jMax(); j++) {
                for (int i = a.box().iMin(); i <= a.box().iMax(); i++) {
                    both += a.at(i, j, k) && b.at(i, j, k) ? 1 : 0;
                }
            }
        }
        return 2.0 * both / (a.voxelCount() + b.voxelCount());
    }

    /// With the keyboard alone: from age to sex to the button, and Enter.
    private static void predict(Chromium browser) {
        browser.driver().findElement(By.id("age")).sendKeys("71", Keys.TAB);
        assertThat(focused(browser)).isEqualTo("sex");
        browser.driver().switchTo().activeElement().sendKeys("F", Keys.TAB);
        assertThat(focused(browser)).isEqualTo("predict");
        assertThat(browser.driver().executeScript("return getComputedStyle(document.activeElement).outlineStyle")).as("the focus is seen").isEqualTo("solid");
        browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
        browser.until("!document.getElementById('job').hidden && document.getElementById('step').textContent");
        shot(browser, "waiting");
        browser.until("!document.getElementById('result').hidden");
        assertThat(browser.driver().findElement(By.id("answers")).getText()).containsPattern("nomogram|Nomogram").containsPattern("0\\.\\d\\d");
    }

    private static @Nullable String focused(Chromium browser) {
        return browser.driver().switchTo().activeElement().getDomProperty("id");
    }

    /// Each step of the slider is answered by another probability.
    private static void question(Chromium browser) {
        WebElement slider = browser.driver().findElement(By.id("age-slider"));
        browser.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", slider);
        slider.sendKeys(Keys.HOME);
        browser.until("document.getElementById('what-if-answer').textContent.startsWith('Then')");
        String young = browser.driver().findElement(By.id("what-if-answer")).getText();
        assertThat(browser.driver().findElement(By.id("age-shown")).getText()).isEqualTo("18 years");
        slider.sendKeys(Keys.END);
        browser.until("document.getElementById('what-if-answer').textContent !== '" + young + "'");
        String old = browser.driver().findElement(By.id("what-if-answer")).getText();
        String answer = "Then \\d\\.\\d\\d \\(\\d\\.\\d\\d to \\d\\.\\d\\d\\)\\. ";
        String beyond = " years lie beyond the nomogram’s axis \\(\\d+ to \\d+\\): a guess\\.";
        assertThat(young).matches(answer + 18 + beyond);
        assertThat(old).matches(answer + 100 + beyond).isNotEqualTo(young);
    }

    /// While the slider stands at the oldest age: on paper stands what was predicted.
    private static void print(Chromium browser) throws IOException {
        Map<String, Object> printed = browser.driver().executeCdpCommand("Page.printToPDF", Map.of("paperWidth", 8.27, "paperHeight", 11.69, "printBackground", true));
        byte[] pdf = Base64.getDecoder().decode((String) printed.get("data"));
        keep("print.pdf", pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(document.getNumberOfPages()).isBetween(1, 4);
            assertThat(text).contains("Not a medical device", "Nomogram", "ct.nii.gz; model model.trabecula; age 71, sex F").doesNotContain("Drop a CT", "Then ");
            assertThat(text).containsPattern("Age\\s+71\\s").doesNotContainPattern("Age\\s+100\\s");
        }
    }

    /// The page at three widths, at 200 % and dark: nothing runs out of it sideways.
    private static void look(Chromium browser, String name) {
        int height = 1000;
        for (int width : new int[] {390, 768, 1440}) {
            browser.driver().executeCdpCommand("Emulation.setDeviceMetricsOverride", Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
            fits(browser, name + " at " + width);
            shot(browser, name + "-" + width);
        }
        browser.driver().executeCdpCommand("Emulation.setDeviceMetricsOverride", Map.of("width", 720, "height", height / 2, "deviceScaleFactor", 2, "mobile", false)); // 200 % of 1440
        fits(browser, name + " at 200 %");
        shot(browser, name + "-zoom");
        browser.driver().executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
        shot(browser, name + "-dark");
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
    }

    private static void fits(Chromium browser, String when) {
        assertThat(number(browser, "return document.documentElement.scrollWidth - document.documentElement.clientWidth")).as("pixels beyond the page, " + when).isZero();
    }

    private static void shot(Chromium browser, String name) {
        if (System.getProperty("trabecula.screenshots") != null) {
            Map<String, Object> taken = browser.driver().executeCdpCommand("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
            keep(name + ".png", Base64.getDecoder().decode((String) taken.get("data")));
        }
    }

    private static void keep(String name, byte[] bytes) {
        String into = System.getProperty("trabecula.screenshots");
        if (into != null) {
            try {
                Files.createDirectories(Path.of(into));
                Files.write(Path.of(into, name), bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
