package org.trabecula.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trabecula.web.OpenRoom.json;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.trabecula.testkit.Reference;
import tools.jackson.databind.JsonNode;

/// The page in a real browser, with a real CT: what a radiologist does before a model is asked. Needs Debian's chromium and chromedriver.
@Tag("slow")
class ReadingRoomInChromiumTest {
    @TempDir
    Path folder;

    private OpenRoom room;
    private Chromium browser;

    @BeforeEach
    void open() throws IOException {
        browser = Chromium.start();
        room = OpenRoom.withUsualLimits(folder.resolve("work"));
    }

    @AfterEach
    void close() throws IOException {
        if (browser != null) {
            browser.close();
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
        browser.driver().get(room.address().toString());
        browser.until("document.getElementById('about').textContent"); // the page's scripts are there
        browser.driver().findElement(By.id("files")).sendKeys(ct.toString());
        browser.until("document.body.dataset.shown");
        JsonNode scan = json(room.get("/api/scans")).get(0);
        String outline = "/api/scans/" + scan.get("id").asString() + "/outline/sagittal/";
        int middle = scan.get("planes").get(0).get("slices").asInt() / 2;

        browser.click("[data-tool=POLYGON]");
        browser.drawSquare();
        browser.until("document.getElementById('undo').disabled === false");
        int first = json(room.get(outline + middle)).get("mask").get("voxels").asInt();
        assertThat(first).isGreaterThan(20);
        toSlice(middle + 4);
        browser.drawSquare();
        browser.until("document.getElementById('outline-facts').textContent.includes('on 2 slices')");
        browser.click("#between");
        browser.until("!document.getElementById('proposal').hidden");
        assertThat(json(room.get(outline + middle)).get("mask").get("voxels").asInt()).isEqualTo(2 * first);
        browser.click("[data-step=accept]");
        browser.until("document.getElementById('outline-facts').textContent.includes('on 5 slices')");
        assertThat(json(room.get(outline + (middle + 2))).get("mask").get("voxels").asInt()).isEqualTo(5 * first); // one square on five slices
        browser.driver().findElement(By.id("slice")).sendKeys("z");
        browser.until("document.getElementById('outline-facts').textContent.includes('on 2 slices')");

        browser.driver().findElement(By.id("mask-file")).sendKeys(labels.toString());
        browser.until("!document.getElementById('label-field').hidden");
        browser.click("#mask-label option[value='29']");
        // the label has 2335 voxels: reference/ct/README.md
        browser.until("document.getElementById('mask-facts').textContent.includes('2335 voxels')");
        assertThat(browser.complaints()).isEmpty();
    }

    private void toSlice(int slice) {
        browser.driver().executeScript(
                "const range = document.getElementById('slice-number'); range.value = arguments[0]; range.dispatchEvent(new Event('input'));", slice);
        browser.until("document.getElementById('slice-shown').textContent.startsWith('" + (slice + 1) + " ')");
    }
}
