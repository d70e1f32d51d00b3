package org.trabecula.extraction.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.Progress;
import org.trabecula.core.StageStore;
import org.trabecula.extraction.Made;
import org.trabecula.extraction.region.CaseNotes;
import org.trabecula.extraction.region.CaseOpener;
import org.trabecula.image.formats.StandardFormats;

class CaseMontagesTest {
    @TempDir
    Path folder;

    @Test
    void whatWasKeptGivesTheSameBytes() throws IOException {
        Made made = new Made(folder);
        VertebraCase one = Made.vertebra(
                made.ct("ct.nii.gz", Made.GRID, 0, 800), made.write("mask.nii.gz", Made.GRID, Made.block(1, 10, 29, 15, 39, 12, 27)));
        CaseOpener opener = CaseOpener.study(StandardFormats.ALL, new CaseNotes(Progress.NONE));
        CaseMontage drawn;
        CaseMontage kept;
        try (StageStore store = StageStore.open(folder.resolve("stages"), "test")) {
            drawn = only(CaseMontages.of(List.of(one), store, opener, 1, Progress.NONE));
            kept = only(CaseMontages.of(List.of(one), store, opener, 1, Progress.NONE));
        }
        assertThat(kept).as("read from its file").isNotSameAs(drawn);
        for (CaseMontage.Panel panel : CaseMontage.Panel.values()) {
            assertThat(kept.png(panel)).isEqualTo(drawn.png(panel));
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(drawn.png(panel)));
            assertThat(picture.getWidth()).isEqualTo(CaseMontage.PIXELS);
            assertThat(picture.getRaster().getSample(140, 140, 0)).as("the middle of " + panel).isNotZero();
        }
        BufferedImage sheet = MontageSheet.of(List.of("a", "b"), List.of(drawn, kept));
        assertThat(sheet.getHeight()).isGreaterThan(2 * CaseMontage.PIXELS);
    }

    private static CaseMontage only(Map<String, CaseMontage> montages) {
        assertThat(montages).containsOnlyKeys("one");
        return montages.values().iterator().next();
    }
}
