package org.trabecula.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.trabecula.web.OpenRoom.json;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.trabecula.testkit.Reference;
import tools.jackson.databind.JsonNode;

/// The page in a real browser, with a real CT: what a radiologist does before a model is asked. Needs Debian's chromium and chromedriver.
@Tag("slow")
class ReadingRoomInChromiumTest {
    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration MOST = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private OpenRoom room;
    private ChromeDriver browser;

    @BeforeEach
    void open() throws IOException {
        assumeTrue(Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER), "no " + BROWSER + " or " + DRIVER + " (apt install chromium-driver)");
        room = OpenRoom.withUsualLimits(folder.resolve("work"));
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BROWSER.toFile());
        options.addArguments(
                "--headless=new", "--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--window-size=1440,1000");
        LoggingPreferences logged = new LoggingPreferences();
        logged.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logged);
        browser = new ChromeDriver(
                new ChromeDriverService.Builder().usingDriverExecutable(new File(DRIVER.toString())).usingAnyFreePort().build(), options);
    }

    @AfterEach
    void close() throws IOException {
        if (browser != null) {
            browser.quit();
            assertThat(room.bugs()).isEmpty();
            room.close();
        }
    }

    /// Drop a CT, outline by hand on two slices, fill between, accept, undo with the keyboard; then take L3 from a label file. The browser
    /// has nothing to complain of: a script or a picture that the content security policy forbids would be told here.
    @Test
    void aCtIsOutlinedAndAMaskIsTaken() throws Exception {
        Path ct = Reference.best("ct/abdomen-3mm/ct.nii.gz");
        Path labels = Reference.best("ct/abdomen-3mm/labels.nii.gz");
        browser.get(room.address().toString());
        until("document.getElementById('about').textContent"); // the page's scripts are there
        browser.findElement(By.id("files")).sendKeys(ct.toString());
        until("document.body.dataset.shown");
        JsonNode scan = json(room.get("/api/scans")).get(0);
        String outline = "/api/scans/" + scan.get("id").asString() + "/outline/sagittal/";
        int middle = scan.get("planes").get(0).get("slices").asInt() / 2;

        click("[data-tool=POLYGON]");
        drawSquare();
        until("document.getElementById('undo').disabled === false");
        int first = json(room.get(outline + middle)).get("mask").get("voxels").asInt();
        assertThat(first).isGreaterThan(20);
        toSlice(middle + 4);
        drawSquare();
        until("document.getElementById('outline-facts').textContent.includes('on 2 slices')");
        click("#between");
        until("!document.getElementById('proposal').hidden");
        assertThat(json(room.get(outline + middle)).get("mask").get("voxels").asInt()).isEqualTo(2 * first);
        click("[data-step=accept]");
        until("document.getElementById('outline-facts').textContent.includes('on 5 slices')");
        assertThat(json(room.get(outline + (middle + 2))).get("mask").get("voxels").asInt()).isEqualTo(5 * first); // one square on five slices
        browser.findElement(By.id("slice")).sendKeys("z");
        until("document.getElementById('outline-facts').textContent.includes('on 2 slices')");

        browser.findElement(By.id("mask-file")).sendKeys(labels.toString());
        until("!document.getElementById('label-field').hidden");
        click("#mask-label option[value='29']");
        // the label has 2335 voxels: reference/ct/README.md
        until("document.getElementById('mask-facts').textContent.includes('2335 voxels')");
        List<String> complaints = browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .filter(message -> !message.contains("GPU stall due to ReadPixels")) // of the software renderer
                .toList();
        assertThat(complaints).isEmpty();
    }

    /// With the mouse, around the middle of the picture.
    private void drawSquare() {
        WebElement slice = browser.findElement(By.id("slice"));
        browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", slice);
        new Actions(browser, Duration.ofMillis(30)).moveToElement(slice, -40, -40).clickAndHold().moveToElement(slice, 40, -40)
                .moveToElement(slice, 40, 40).moveToElement(slice, -40, 40).release().perform();
    }

    private void toSlice(int slice) {
        browser.executeScript(
                "const range = document.getElementById('slice-number'); range.value = arguments[0]; range.dispatchEvent(new Event('input'));", slice);
        until("document.getElementById('slice-shown').textContent.startsWith('" + (slice + 1) + " ')");
    }

    private void click(String selector) {
        WebElement found = browser.findElement(By.cssSelector(selector));
        browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", found);
        found.click();
    }

    /// Waits for what the page does by itself.
    private void until(String condition) {
        long end = System.nanoTime() + MOST.toNanos();
        while (!Boolean.TRUE.equals(browser.executeScript("return Boolean(" + condition + ")"))) {
            assertThat(System.nanoTime()).as(condition + "; the page says: " + browser.findElement(By.id("refusal")).getText()).isLessThan(end);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }
}
