package org.trabecula.dicom.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.core.InputException;
import org.trabecula.image.Grid;
import org.trabecula.image.ImageFile;
import org.trabecula.image.LabelFile;
import org.trabecula.image.Mask;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.testkit.Reference;

/// Segmentations made here: what is accepted, and what a file that lies about itself ends in.
class SegmentationRulesTest {
    @TempDir
    Path folder;

    private LabelFile read(Consumer<MadeSegmentation> change) throws IOException {
        return ReadMasks.FORMATS.labels(made(change));
    }

    private Path made(Consumer<MadeSegmentation> change) throws IOException {
        MadeSegmentation made = new MadeSegmentation();
        change.accept(made);
        return made.write(folder);
    }

    @Test
    void bitsOfFramesFollowEachOther() throws IOException {
        Mask mask = read(made -> {}).mask(1);
        assertThat(mask.grid().size()).isEqualTo(new Size(4, 3, 2));
        assertThat(mask.voxelCount()).isEqualTo(5);
        assertThat(mask.at(1, 0, 0) && mask.at(1, 1, 0) && mask.at(2, 1, 0) && mask.at(1, 1, 1) && mask.at(3, 2, 1)).isTrue();
    }

    @Test
    void aLabelMapMayHaveAPalette() throws IOException {
        LabelFile labels = read(made -> {
            made.kind = "LABELMAP";
            made.photometric = "PALETTE COLOR";
            made.bits = 8;
            made.declared = List.of(3, 7);
            made.segmentOf = List.of();
            made.pixels = new int[] {0, 3, 3, 0, 0, 7, 7, 7, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 0};
        });
        assertThat(labels.label("segment 3").voxelCount()).isEqualTo(2);
        assertThat(labels.label("7").voxelCount()).isEqualTo(3);
        assertThat(labels.notes(List.of(labels.label(9)))).anyMatch(note -> note.contains("not declared"));
    }

    @Test
    void oneHalfIsInside() throws IOException {
        LabelFile labels = read(made -> {
            made.kind = "FRACTIONAL";
            made.bits = 8;
            made.most = 5;
            made.pixels = new int[] {0, 1, 2, 3, 4, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        });
        assertThat(labels.mask(1).voxelCount()).isEqualTo(3); // 2/5 is less than one half, 3/5 more
    }

    @Test
    void framesOfPartsOfAMatrixLieBesideEachOther() throws IOException {
        Mask mask = read(made -> made.positions = List.of("0\\0\\0", "4\\3\\0")).mask(1);
        assertThat(mask.grid().size()).isEqualTo(new Size(8, 6, 1));
        assertThat(mask.at(1, 0, 0) && mask.at(5, 4, 0) && mask.at(7, 5, 0)).isTrue();
    }

    @Test
    void framesThatRunAgainstTheImageAreTurned() throws IOException {
        OnlyGrid image = new OnlyGrid(Grid.axisAligned(new Size(4, 3, 2), new Spacing(1, 1, 2)));
        Path file = made(made -> {
            made.orientation = "-1\\0\\0\\0\\-1\\0";
            made.positions = List.of("3\\2\\2", "3\\2\\0");
        });
        Mask mask = ReadMasks.labels(file, image).mask(1);
        assertThat(mask.grid()).isEqualTo(image.grid());
        assertThat(mask.voxelCount()).isEqualTo(5);
        assertThat(mask.at(2, 2, 1) && mask.at(2, 1, 1) && mask.at(1, 1, 1) && mask.at(2, 1, 0) && mask.at(0, 0, 0)).isTrue();
    }

    @Test
    void aStatedDistanceThatIsTwiceTheImagesIsNoMaskOfItsSlices() throws IOException {
        OnlyGrid image = new OnlyGrid(Grid.axisAligned(new Size(4, 3, 3), new Spacing(1, 1, 1)));
        LabelFile labels = ReadMasks.labels(made(made -> {}), image);
        assertThatThrownBy(() -> ReadMasks.placed(labels, "1", image.grid())).hasMessageContaining("GEO-001").hasMessageContaining("2.000 mm");
    }

    @Test
    void withoutAStatedDistanceTheImagesIsTaken() throws IOException {
        OnlyGrid image = new OnlyGrid(Grid.axisAligned(new Size(4, 3, 3), new Spacing(1, 1, 1)));
        LabelFile labels = ReadMasks.labels(made(made -> made.spacing = ""), image);
        Mask mask = ReadMasks.placed(labels, "1", image.grid());
        assertThat(mask.at(1, 1, 0) && mask.at(1, 1, 2)).isTrue();
        assertThat(labels.notes(labels.labels())).anyMatch(note -> note.contains("nothing is drawn on slice 1 "));
    }

    @Test
    void withoutAnythingTheSmallestGapIsTakenAndSaid() throws IOException {
        LabelFile labels = read(made -> made.spacing = "");
        assertThat(labels.grid().spacing().kMm()).isEqualTo(2);
        assertThat(labels.notes()).anyMatch(note -> note.contains("taken as the smallest between frames, 2.0 mm"));
    }

    @Test
    void aMaskOfAnotherSeriesIsSaidOrRefused() throws IOException {
        ImageFile image = ReadMasks.image(Reference.root().resolve("cli/src/test/resources/cases/dicom-seg-frame-gaps/ct"));
        String frame = MaskReferences.identity(Optional.of(image)).orElseThrow().frameOfReference().orElseThrow();
        Path same = made(made -> {
            made.frameOfReference = frame;
            made.series = "1.2.3";
        });
        assertThat(ReadMasks.labels(same, image).notes()).anyMatch(note -> note.contains("drawn on another series (1.2.3) in the same frame"));
        for (String other : List.of("", "1.2.3.4")) {
            Path file = made(made -> {
                made.frameOfReference = other;
                made.series = "1.2.3";
            });
            assertThatThrownBy(() -> ReadMasks.labels(file, image)).hasMessageContaining("DCM-014").hasMessageContaining("1.2.3");
        }
        assertThat(ReadMasks.labels(made(made -> {}), image).notes()).anyMatch(note -> note.contains("share no reference"));
    }

    static Stream<Map.Entry<String, Consumer<MadeSegmentation>>> hostile() {
        return Stream.<Map.Entry<String, Consumer<MadeSegmentation>>>of(
                Map.entry("GEO-005 frames without groups", made -> made.positions = List.of("0\\0\\0")),
                Map.entry("DCM-003 more frames than bits", made -> {
                    made.frameCount = "40000";
                    made.positions = Collections.nCopies(40_000, "0\\0\\0");
                    made.segmentOf = List.of();
                }),
                Map.entry("DCM-002 frames beyond measure", made -> made.frameCount = "2000000000"),
                Map.entry("IMG-004 a matrix beyond measure", made -> {
                    made.rows = 65_535;
                    made.columns = 65_535;
                }),
                Map.entry("DCM-003 a matrix beyond the file", made -> {
                    made.rows = 8000;
                    made.columns = 8000;
                }),
                Map.entry("DCM-012 no type", made -> made.kind = ""),
                Map.entry("DCM-012 a type that is not known", made -> made.kind = "SURFACE"),
                Map.entry("DCM-012 fractions of nothing", made -> made.kind = "FRACTIONAL"),
                Map.entry("DCM-012 fractions of zero", made -> {
                    made.kind = "FRACTIONAL";
                    made.most = 0;
                }),
                Map.entry("DCM-012 a fraction above one", made -> {
                    made.kind = "FRACTIONAL";
                    made.bits = 8;
                    made.most = 100;
                    made.pixels[3] = 101;
                }),
                Map.entry("DCM-012 a segment declared twice", made -> made.declared = List.of(1, 1)),
                Map.entry("DCM-012 a frame of no segment", made -> {
                    made.declared = List.of(1, 2);
                    made.segmentOf = List.of(1);
                }),
                Map.entry("DCM-012 a frame of segment 0", made -> made.segmentOf = List.of(1, 0)),
                Map.entry("DCM-012 two frames at one place", made -> made.positions = List.of("0\\0\\0", "0\\0\\0")),
                Map.entry("DCM-012 two frames of a label map at one place", made -> {
                    made.kind = "LABELMAP";
                    made.positions = List.of("0\\0\\0", "0\\0\\0");
                }),
                Map.entry("DCM-012 frames that overlap", made -> made.positions = List.of("0\\0\\0", "1\\0\\0")),
                Map.entry("DCM-012 half a pixel beside", made -> made.positions = List.of("0\\0\\0", "0.5\\0\\2")),
                Map.entry("DCM-008 no common distance", made -> {
                    made.positions = List.of("0\\0\\0", "0\\0\\2", "0\\0\\5.1");
                    made.frameCount = "3";
                    made.pixels = Arrays.copyOf(made.pixels, 36);
                    made.segmentOf = List.of(1, 1, 1);
                }),
                Map.entry("IMG-004 far away", made -> made.positions = List.of("0\\0\\0", "0\\0\\80000")),
                Map.entry("IMG-004 far beside", made -> made.positions = List.of("0\\0\\0", "60000\\60000\\0")),
                Map.entry("GEO-008 where no patient is", made -> made.positions = List.of("0\\0\\0", "0\\0\\1e9")),
                Map.entry("DCM-002 a position that is no number", made -> made.positions = List.of("0\\0\\0", "0\\0\\nan")),
                Map.entry("GEO-006 no orientation", made -> made.orientation = "0\\0\\0\\0\\0\\0"),
                Map.entry("DCM-011 one place and no distance", made -> {
                    made.positions = List.of("0\\0\\0");
                    made.frameCount = "1";
                    made.spacing = "";
                }),
                Map.entry("MSK-001 nothing is drawn", made -> made.pixels = new int[24]),
                Map.entry("DCM-002 colour", made -> made.photometric = "RGB"));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatGivesNoRegionsIsRefused(Map.Entry<String, Consumer<MadeSegmentation>> hostile) {
        assertThatThrownBy(() -> read(hostile.getValue()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(hostile.getKey().substring(0, 7));
    }
}
