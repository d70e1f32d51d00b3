package org.trabecula.radiomics.pyradiomics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.radiomics.Radiomics;
import org.trabecula.radiomics.parameters.ParameterFile;
import org.trabecula.testkit.Conformance;
import org.trabecula.testkit.Reference;

/// A whole-scan phantom, made by the formula that the reference's README gives.
@Tag("slow")
class PhantomConformanceTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({"phantom512_iso, 1, 1, 1", "phantom512_aniso, 0.7, 0.7, 1"})
    void givesPyRadiomicsNumbers(String name, double iMm, double jMm, double kMm) throws IOException {
        var whole = Reference.whole("pyradiomics");
        if (whole.isEmpty()) {
            Conformance.skipped("pyradiomics/paper1648", 1648, "the expected values of " + name + " are not in the core");
        }
        assumeTrue(whole.isPresent(), "the whole reference set is not here");
        Path root = whole.get();
        Grid grid = Grid.axisAligned(new Size(512, 512, 120), new Spacing(iMm, jMm, kMm));
        short[] voxels = new short[512 * 512 * 120];
        boolean[] inside = new boolean[voxels.length];
        int at = 0;
        for (int z = 0; z < 120; z++) {
            for (int y = 0; y < 512; y++) {
                for (int x = 0; x < 512; x++, at++) {
                    voxels[at] = voxel(x, y, z);
                    inside[at] = square((x - 256) / 52.0) + square((y - 256) / 46.0) + square((z - 60) / 36.0) <= 1;
                }
            }
        }
        Mask mask = Mask.of(grid, grid.wholeBox(), inside);
        assertThat(mask.voxelCount()).isEqualTo(360_577);
        Radiomics extractor = Radiomics.with(ParameterFile.read(root.resolve("params/paper1648.yaml")));
        ExpectedTable expected = ExpectedTable.read(root.resolve("expected/" + name + "__paper1648.csv"));
        expected.assertEqualTo(extractor.extract(Volume.ofShorts(grid, voxels), mask));
        Conformance.compared("pyradiomics/paper1648", expected.names().size());
    }

    private static short voxel(int x, int y, int z) {
        if (square((x - 256) / 220.0) + square((y - 256) / 170.0) > 1) {
            return -1000;
        }
        long noise = Math.floorMod(73_856_093L * x ^ 19_349_663L * y ^ 83_492_791L * z, 61L) - 30;
        double value = 120
                + 60 * Math.sin(0.11 * x) * Math.cos(0.13 * y) * Math.sin(0.17 * z)
                + 40 * Math.sin(0.53 * x + 0.31 * y + 0.71 * z)
                + noise;
        return (short) Math.floor(value + 0.5);
    }

    private static double square(double a) {
        return a * a;
    }
}
