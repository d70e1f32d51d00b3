package org.trabecula.extraction.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.Progress;
import org.trabecula.extraction.check.QualityChecks;
import org.trabecula.image.Acquisition;
import org.trabecula.image.Box;
import org.trabecula.image.FileStart;
import org.trabecula.image.Grid;
import org.trabecula.image.ImageFile;
import org.trabecula.image.ImageFormat;
import org.trabecula.image.ImageFormats;
import org.trabecula.image.Mask;
import org.trabecula.image.Placement;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.image.VoxelType;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.radiomics.Radiomics;
import org.trabecula.radiomics.parameters.Preset;
import org.trabecula.radiomics.settings.Settings;

/// Checks and features of a vertebra in a whole CT decode its image once, and find what they would have found.
class SeveralStepsTest {
    private static final Size SIZE = new Size(288, 288, 216);
    private static final Box BODY = new Box(130, 140, 95, 153, 160, 110);

    @TempDir
    static Path folder;

    /// Boxes that are read of the image.
    private final List<Box> decoded = new ArrayList<>();

    @BeforeAll
    static void write() throws IOException {
        Random noise = new Random(3);
        short[] image = new short[(int) SIZE.voxels()];
        short[] mask = new short[image.length];
        for (int at = 0; at < image.length; at++) {
            int i = at % SIZE.i();
            int j = at / SIZE.i() % SIZE.j();
            int k = at / (SIZE.i() * SIZE.j());
            image[at] = (short) noise.nextInt(200, 300);
            mask[at] = (short) (BODY.contains(i, j, k) ? 1 : 0);
        }
        Grid grid = Grid.axisAligned(SIZE, new Spacing(0.8, 0.8, 1.25));
        StandardFormats.ALL.write(Volume.ofShorts(grid, image), folder.resolve("image.nii.gz"));
        StandardFormats.ALL.write(Volume.ofShorts(grid, mask), folder.resolve("mask.nii.gz"));
    }

    private final class Watched implements ImageFormat {
        @Override
        public String title() {
            return "watched";
        }

        @Override
        public boolean recognises(FileStart start) {
            return true;
        }

        @Override
        public ImageFile open(Path file, Placement placement) throws IOException {
            ImageFile plain = StandardFormats.ALL.open(file, placement);
            return new ImageFile() {
                @Override
                public Path path() {
                    return plain.path();
                }

                @Override
                public Grid grid() {
                    return plain.grid();
                }

                @Override
                public VoxelType type() {
                    return plain.type();
                }

                @Override
                public Acquisition acquisition() {
                    return plain.acquisition();
                }

                @Override
                public Volume read(Box box) throws IOException {
                    if (file.endsWith("image.nii.gz")) {
                        decoded.add(box);
                    }
                    return plain.read(box);
                }
            };
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Preset.class,
            names = {"ORIGINAL", "PAPER1648"})
    void aLargeImageIsDecodedForTheFirstStepOnly(Preset preset) throws IOException {
        Settings settings = preset.settings();
        CaseOpener plain = new CaseOpener(
                new ImageFormats(List.of(new Watched())), RegionChoice.ONLY, MaskPlacement.of(settings.preparation()), new CaseNotes(Progress.NONE));
        Found anew = found(plain, settings);
        assertThat(decoded).hasSizeGreaterThan(1);
        decoded.clear();

        Found kept = found(SeveralSteps.opener(plain, settings.preparation()), settings);

        assertThat(decoded).hasSize(1);
        assertThat(kept).isEqualTo(anew);
    }

    private record Found(String checks, List<Double> features) {}

    private Found found(CaseOpener opener, Settings settings) throws IOException {
        Path image = folder.resolve("image.nii.gz");
        Path mask = folder.resolve("mask.nii.gz");
        ImageFile file = opener.formats().open(image);
        Region region = opener.choice().region(opener.labels(mask, file), Optional.empty(), _ -> {});
        VertebraCase named = VertebraCase.named("one", "");
        String checks = QualityChecks.ofOne(named, new CaseImages(file, opener.forPixels(file, region, "one"))).toString();
        Mask placed = opener.forFeatures(file, region, "one");
        double[] values = Radiomics.with(settings).extract(file, placed).toArray();
        return new Found(checks, Arrays.stream(values).boxed().toList());
    }
}
