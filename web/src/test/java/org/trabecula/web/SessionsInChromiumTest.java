package org.trabecula.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trabecula.web.OpenRoom.json;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.TextTable;

/// Reading sessions in a real browser. Needs Debian's chromium and chromedriver.
@Tag("slow")
class SessionsInChromiumTest {
    @TempDir
    Path folder;

    /// Reader A labels four cases and leaves in between; then one vertebra is outlined again, its pause waived by a tick. While a case is
    /// read, nothing on the page names it, and the page has no way out but to leave.
    @Test
    void casesAreLabelledAndOutlinedBlindly() throws Exception {
        Path manifest = SessionsCohort.in(folder, 3, -1, false, 3);
        try (Chromium browser = Chromium.start(); OpenRoom room = OpenRoom.in(folder.resolve("work"), manifest)) {
            browser.driver().get(room.address().toString());
            browser.until("!document.getElementById('room-parts').hidden");
            browser.click("[data-part=sessions]");
            browser.until("document.body.dataset.sessions");
            browser.driver().findElement(By.cssSelector("[data-kind=labels-reader-a] [name=seed]")).sendKeys("5");
            browser.click("[data-kind=labels-reader-a] [type=submit]");
            browser.until("document.querySelector('[data-go=labels-reader-a]')");
            listed(browser);
            assertThat(browser.driver().findElement(By.cssSelector("[data-kind=labels-reader-a]")).getText()).contains("Seed 5");
            browser.click("[data-go=labels-reader-a]");
            for (int place = 0; place < 4; place++) {
                browser.until("document.body.dataset.reading === 'labels-reader-a " + place + " call'");
                String page = browser.driver().findElement(By.tagName("body")).getText();
                assertThat(page).doesNotContain("secret").contains("Case " + (place + 1) + " of 4");
                browser.click("#session-choices input[value='" + (place == 1 ? "cannot tell" : place == 2 ? "negative" : "positive") + "']");
                browser.click("#session-call [type=submit]");
                if (place == 0) {
                    browser.until("document.body.dataset.reading === 'labels-reader-a 1 call'");
                    browser.click("#session-leave");
                    listed(browser);
                    browser.click("[data-go=labels-reader-a]");
                }
            }
            browser.until("document.querySelector('[data-kind=labels-reader-a]')?.textContent.includes('Complete')");
            listed(browser);
            assertThat(DelimitedText.read(folder.resolve("cases.outlined.csv")).column("reader_1")).containsExactlyInAnyOrder("1", "1", "0", "");

            browser.click("[data-kind=outline-same-reader] [type=submit]");
            browser.until("document.querySelector('[data-kind=outline-same-reader] [name=waive]')");
            listed(browser);
            browser.click("[data-kind=outline-same-reader] [name=waive]");
            browser.click("[data-kind=outline-same-reader] [type=submit]");
            browser.until("document.querySelector('[data-go=outline-same-reader]')");
            listed(browser);
            browser.click("[data-go=outline-same-reader]");
            browser.until("document.body.dataset.reading === 'outline-same-reader 0 outline'");
            browser.click("[data-tool=POLYGON]");
            browser.drawSquare();
            browser.until("!document.getElementById('undo').disabled");
            browser.click("#session-save");
            browser.until("document.body.dataset.reading === 'outline-same-reader 1 outline'");
            assertThat(json(room.get("/api/readings/outline-same-reader")).get("answered").asInt()).isEqualTo(1);
            TextTable copy = DelimitedText.read(folder.resolve("cases.outlined.csv"));
            assertThat(copy.column("mask_intra").stream().filter(cell -> !cell.isEmpty()).toList()).singleElement()
                    .satisfies(cell -> assertThat(Files.exists(folder.resolve(cell))).isTrue());
            browser.click("#session-leave");
            browser.until("!document.getElementById('sessions').hidden");
            assertThat(browser.driver().findElements(By.cssSelector("#open-list li")).stream().map(WebElement::getText)).isEmpty();
            assertThat(browser.complaints()).isEmpty();
            assertThat(room.bugs()).isEmpty();
        }
    }

    /// Until the list is whole: its cards are made anew when it is shown.
    private static void listed(Chromium browser) {
        browser.until("!document.getElementById('sessions').hidden && document.body.dataset.sessions");
    }
}
