package org.trabecula.extraction.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cohort.CaseFiles;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.Progress;
import org.trabecula.core.StageStore;
import org.trabecula.extraction.Made;
import org.trabecula.extraction.region.CaseNotes;
import org.trabecula.extraction.region.CaseOpener;
import org.trabecula.image.Grid;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.formats.StandardFormats;

/// One scan exported twice: as another exporter stores it, from the other side and with other bytes.
class SameVoxelsTest {
    private static final int WIDTH = 40;
    private static final Grid GRID = Grid.axisAligned(new Size(WIDTH, 40, 30), Spacing.isotropic(2));

    @TempDir
    Path folder;

    private static double hu(int scan, int i, int j, int k) {
        return 200 + new SplittableRandom(((scan * 100L + k) * 100 + j) * 100 + i).nextInt(-60, 60);
    }

    private VertebraCase vertebra(String name, String patient, int scan, boolean mirrored) throws IOException {
        Made made = new Made(folder);
        Path ct = made.write("ct-" + name + ".nii", GRID, (i, j, k) -> hu(scan, mirrored ? WIDTH - 1 - i : i, j, k));
        Path mask = made.write("mask-" + name + ".nii", GRID, (i, j, k) -> {
            int from = mirrored ? WIDTH - 1 - i : i;
            return from >= 8 && from < 28 && j >= 12 && j < 27 && k >= 8 && k < 20 ? 1 : 0;
        });
        return VertebraCase.named(name, patient).withLevel("L1").withFiles(CaseFiles.of(ct, mask, Optional.of("1")));
    }

    private static List<QualityFinding> sameVoxels(VertebraCase... cases) {
        CaseOpener opener = CaseOpener.study(StandardFormats.ALL, new CaseNotes(Progress.NONE));
        return new QualityChecks(opener, StageStore.none(), 1, Progress.NONE).of(List.of(cases)).stream()
                .filter(one -> one.check() == QualityCheck.SAME_VOXELS)
                .toList();
    }

    @Test
    void aScanOfTwoPatientsIsToldThoughItsFilesDiffer() throws IOException {
        assertThat(sameVoxels(
                        vertebra("a", "P-1", 1, false), vertebra("b", "P-2", 2, false), vertebra("c", "P-3", 1, true)))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.caseId()).isEqualTo("c");
                    assertThat(one.problem().found()).contains("3,600 voxels", "case a", "patient P-1", "this is patient P-3");
                });
    }

    @Test
    void aScanGivenTwiceForOnePatientIsToldToo() throws IOException {
        assertThat(sameVoxels(vertebra("a", "P-1", 1, false), vertebra("c", "P-1", 1, true)))
                .singleElement()
                .satisfies(one -> assertThat(one.problem().found()).contains("of the same patient"));
    }

    /// Equal bytes are told by the check of repeated cases; a follow-up of the same vertebra has other voxels.
    @Test
    void equalFilesAndOtherScansAreNotToldHere() throws IOException {
        VertebraCase first = vertebra("a", "P-1", 1, false);
        Path copy = Files.copy(first.image().orElseThrow(), folder.resolve("copy.nii"));
        VertebraCase second = VertebraCase.named("d", "P-2").withFiles(CaseFiles.of(copy, first.mask().orElseThrow(), Optional.of("1")));
        assertThat(sameVoxels(first, second, vertebra("e", "P-1", 3, false))).isEmpty();
    }
}
