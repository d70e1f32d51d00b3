package org.trabecula.extraction.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.core.InputException;
import org.trabecula.core.Progress;
import org.trabecula.extraction.Made;
import org.trabecula.image.Grid;
import org.trabecula.image.formats.StandardFormats;

/// An image as mask, a label map as image: refused with the file that is meant, in every form that CTs and label maps have.
class SwappedFilesTest {
    @TempDir
    Path folder;

    /// Scans as they come out of scanners and converters.
    enum Scan {
        HOUNSFIELD_UNITS(-1000, 2000),
        STORED_FROM_ZERO(0, 4096),
        SOFT_TISSUE_CROP_WITHOUT_AIR(1, 400),
        FEW_GREY_VALUES(-30, 60),
        EIGHT_BITS(0, 256);

        private final int lowest;
        private final int highest;

        Scan(int lowest, int highest) {
            this.lowest = lowest;
            this.highest = highest;
        }
    }

    private static void open(Path image, Path mask, Optional<String> label) {
        RegionChoice choice = new RegionChoice(label.stream().toList(), false, Optional.empty(), SchemeChoice.AUTO);
        new CaseOpener(StandardFormats.ALL, choice, MaskPlacement.study(), new CaseNotes(Progress.NONE))
                .forFeatures(Made.vertebra(image, mask), mask);
    }

    @ParameterizedTest
    @EnumSource
    void aScanIsNoMask(Scan scan) throws IOException {
        Made made = new Made(folder);
        Path ct = made.ct("ct.nii.gz", Made.GRID, scan.lowest, scan.highest);
        Path labels = made.write("labels.nii.gz", Made.GRID, Made.block(20, 10, 35, 15, 45, 8, 30));
        for (Optional<String> label : List.of(Optional.<String>empty(), Optional.of("20"))) {
            assertThatThrownBy(() -> open(labels, ct, label))
                    .isInstanceOf(InputException.class)
                    .hasMessageContainingAll("CAS-001", "mask ct.nii.gz, image labels.nii.gz", "swap the two files");
            assertThatThrownBy(() -> open(ct, ct, label))
                    .isInstanceOf(InputException.class)
                    .hasMessageContainingAll("CAS-001", "name the label map");
        }
        assertThatCode(() -> open(ct, labels, Optional.of("20"))).as("the right way round").doesNotThrowAnyException();
    }

    /// Label maps as segmentation programs write them, given as the image.
    enum LabelMap {
        BINARY_0_1,
        ONE_VERTEBRA_20,
        THREE_VERTEBRAE;

        Made.Values voxels() {
            return switch (this) {
                case BINARY_0_1 -> Made.block(1, 10, 35, 15, 45, 8, 30);
                case ONE_VERTEBRA_20 -> Made.block(20, 10, 35, 15, 45, 8, 30);
                case THREE_VERTEBRAE -> (i, j, k) -> j > 12 && j < 48 && i > 8 && i < 38 ? 19 + i / 13 : 0;
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLabelMapIsNoScan(LabelMap map) throws IOException {
        Made made = new Made(folder);
        Path image = made.write("map.nii.gz", Made.GRID, map.voxels());
        String label = map == LabelMap.BINARY_0_1 ? "1" : "20";
        assertThatThrownBy(() -> open(image, image, Optional.of(label)))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("CAS-002", "image map.nii.gz");
        if (map != LabelMap.ONE_VERTEBRA_20) { // with another number, it could be a made-up image with a flat region
            Path mask = made.write("mask.nii.gz", Made.GRID, Made.block(5, 14, 24, 18, 40, 10, 25));
            assertThatThrownBy(() -> open(image, mask, Optional.of("5")))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("CAS-002");
        }
    }

    @Test
    void labelMapsOfWholeBodiesAreMasks() throws IOException {
        Made made = new Made(folder);
        Path ct = made.ct("ct.nii.gz", Made.GRID, -1000, 2000);
        Path organs = made.write("organs.nii.gz", Made.GRID, (i, j, k) -> 1 + i / 6 + 8 * (j / 8) + 64 * (k / 8));
        assertThat(StandardFormats.ALL.labels(organs).labels()).hasSizeGreaterThan(200);
        assertThatCode(() -> open(ct, organs, Optional.of("100"))).doesNotThrowAnyException();
        Path ignore = made.write("ignore.nii.gz", Made.GRID, (i, _, _) -> i < 10 ? -1 : i < 30 ? 20 : 0);
        assertThatCode(() -> open(ct, ignore, Optional.of("20"))).as("-1 marks what is to be ignored").doesNotThrowAnyException();
    }

    /// PyRadiomics measures such images, and its own edge cases have some.
    @Test
    void aMadeUpImageWithAFlatRegionIsMeasured() throws IOException {
        Made made = new Made(folder);
        Path mask = made.write("mask.nii.gz", Made.GRID, Made.block(1, 10, 35, 15, 45, 8, 30));
        SplittableRandom random = new SplittableRandom(2);
        Grid grid = Made.GRID;
        Path noisy = made.write("noisy.nii.gz", grid, (i, j, k) ->
                i > 8 && i < 37 && j > 13 && j < 47 && k > 6 && k < 32 ? 100 : random.nextInt(0, 200));
        Path blank = made.write("blank.nii.gz", grid, Made.block(100, 8, 37, 13, 47, 6, 32));
        assertThatCode(() -> open(noisy, mask, Optional.empty())).doesNotThrowAnyException();
        assertThatCode(() -> open(blank, mask, Optional.empty())).doesNotThrowAnyException();
    }
}
