package org.trabecula.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.trabecula.web.run.StudyFolder;

/// A finished study in a real browser. Needs Debian's chromium and chromedriver.
@Tag("slow")
class StudyInChromiumTest {
    @TempDir
    Path folder;

    /// Filters, two cases side by side, one of them with a picture; then the report, whose own scripts run and cannot ask the room.
    @Test
    void aStudyIsBrowsedAndItsReportIsKeptApart() throws Exception {
        try (Chromium browser = Chromium.start()) {
            StudyFolder study = StudiedTable.in(folder);
            Path crops = Files.createDirectories(study.folder().resolve("crops"));
            ImageIO.write(new BufferedImage(64, 32, BufferedImage.TYPE_BYTE_GRAY), "png", crops.resolve("C7.png").toFile());
            try (OpenRoom room = OpenRoom.of(study, folder.resolve("work"))) {
                browse(browser, room);
                assertThat(room.bugs()).isEmpty();
            }
        }
    }

    private static void browse(Chromium browser, OpenRoom room) {
        browser.driver().get(room.address().toString());
        browser.until("!document.getElementById('room-parts').hidden");
        browser.click("[data-part=study]");
        browser.until("document.body.dataset.study");
        assertThat(rows(browser)).hasSize(StudiedTable.PATIENTS);
        browser.click("#study-judgement option[value=wrong]");
        assertThat(rows(browser)).isNotEmpty().allSatisfy(row -> assertThat(row.getText()).contains("wrong"));
        int wrong = rows(browser).size();
        browser.click("#study-judgement option[value=confident]");
        assertThat(rows(browser)).hasSizeLessThan(wrong).allSatisfy(row -> assertThat(row.getText()).contains("wrong, confident"));
        browser.click("#study-judgement option[value=all]");
        browser.click("#study-part option[value=test]");
        assertThat(rows(browser)).isNotEmpty().allSatisfy(row -> assertThat(row.getText()).contains(" test "));
        browser.click("#study-part option[value=all]");
        for (String caseId : List.of("C3", "C7", "C8")) {
            browser.click(By.xpath("//tbody[@id='study-cases']//button[text()='" + caseId + "']"));
        }
        assertThat(browser.driver().findElements(By.cssSelector("#study-pair h3"))).extracting(WebElement::getText).containsExactly("C7", "C8");
        browser.until("document.querySelector('#study-pair img').naturalWidth === 64");
        assertThat(browser.complaints()).isEmpty();

        browser.click("#study-report");
        browser.driver().switchTo().window(browser.driver().getWindowHandles().stream().reduce((_, last) -> last).orElseThrow());
        browser.until("document.querySelector('h1') && document.readyState === 'complete'");
        assertThat(browser.driver().executeScript("return self.origin")).isEqualTo("null");
        assertThat(browser.driver().findElements(By.cssSelector("figure button"))).as("made by the report's script").isNotEmpty();
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.driver().executeAsyncScript(
                "const done = arguments[arguments.length - 1]; fetch('" + room.address().resolve("/api/run") + "').then(() => done('answered'), () => done('refused'))"))
                .isEqualTo("refused");
    }

    private static List<WebElement> rows(Chromium browser) {
        return browser.driver().findElements(By.cssSelector("#study-cases tr"));
    }
}
