package org.trabecula.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.trabecula.dicom.web.Pacs;
import org.trabecula.dicom.web.PacsLimits;
import org.trabecula.dicom.web.PacsLogin;
import org.trabecula.testkit.Reference;

/// The PACS's part of the page in a real browser.
@Tag("slow")
class PacsInChromiumTest {
    @TempDir
    Path folder;

    /// A made CT series of 12 images, written by pydicom.
    private static MadePacs pacs() throws IOException {
        try (Stream<Path> all = Files.list(Reference.core("dicom/ct-series/base"))) {
            return new MadePacs(all.filter(file -> !file.toString().endsWith(".json")).sorted().toList());
        }
    }

    /// List, open, draw, send; and what is refused is said.
    @Test
    void aSeriesIsOpenedFromTheListAndItsOutlineSent() throws Exception {
        try (MadePacs made = pacs();
                OpenRoom room = OpenRoom.beside(Pacs.at(made.root(), new PacsLogin.Nobody(), PacsLimits.USUAL), folder.resolve("work"));
                Chromium page = Chromium.start()) {
            page.driver().get(room.address().toString());
            page.until("!document.getElementById('pacs').hidden");
            page.click("#pacs-list");
            page.until("!document.getElementById('pacs-found').hidden");
            assertThat(page.driver().findElement(By.id("pacs-series")).getText()).isEqualTo("base 2020-01-01 CT 12");
            page.click("#pacs-series button");
            page.until("document.body.dataset.shown");
            page.until("document.getElementById('pacs-status').textContent.endsWith('is open.')");
            page.click("#pacs-send"); // nothing is drawn yet
            page.until("document.getElementById('refusal').textContent.includes('WEB-010')");
            page.click("[data-tool=POLYGON]");
            page.drawSquare();
            page.until("document.getElementById('undo').disabled === false");
            page.click("#pacs-send");
            page.until("document.getElementById('pacs-status').textContent === 'The outline is in the PACS.'");
            assertThat(made.stored()).hasSize(1);
            assertThat(page.complaints()).isEmpty();
            assertThat(room.bugs()).isEmpty();
        }
    }
}
