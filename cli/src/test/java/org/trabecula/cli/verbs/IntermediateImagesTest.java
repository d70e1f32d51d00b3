package org.trabecula.cli.verbs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cli.CommandLineRun;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.GridComparison;
import org.trabecula.image.Volume;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.testkit.Conformance;
import org.trabecula.testkit.Reference;

/// The images that `--save-intermediate` writes.
class IntermediateImagesTest {
    @TempDir
    Path folder;

    /// Each of PyRadiomics' images on its way: the same voxels at the same place, to the bit.
    @Test
    void areThoseOfPyRadiomics() throws IOException {
        Path root = Reference.best("pyradiomics");
        Path input = root.resolve("cases/edge_border");
        CommandLineRun run = CommandLineRun.of(
                "extract", input.resolve("image.nii.gz").toString(), input.resolve("mask.nii.gz").toString(), "--preset",
                "paper1648", "--json", "--save-intermediate", folder.toString());
        assertThat(run.exit()).as(run.err()).isZero();
        Path own = folder.resolve("image");
        Path stored = root.resolve("intermediate/edge_border__paper1648");
        compare(own.resolve("image.nrrd"), stored.resolve("resampled_image.nrrd"));
        compare(own.resolve("mask.nrrd"), stored.resolve("resampled_mask.nrrd"));
        for (Path filtered : filtered(stored)) {
            String name = filtered.getFileName().toString().replace("filtered_", "");
            compare(own.resolve(name), filtered);
        }
    }

    private static List<Path> filtered(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("filtered_")).sorted().toList();
        }
    }

    /// PyRadiomics' image may be larger than ours; ours lies on its lattice.
    private static void compare(Path ours, Path theirs) throws IOException {
        Volume a = StandardFormats.ALL.open(ours).read();
        Volume b = StandardFormats.ALL.open(theirs).read();
        Grid grid = b.grid();
        double[] first = grid.toIndex(a.grid().originMm());
        int[] low = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            low[axis] = (int) Math.rint(first[axis]);
            assertThat(first[axis]).isCloseTo(low[axis], within(1e-9)); // of a voxel: rounding of the origin
        }
        Box box = new Box(
                low[0], low[1], low[2], low[0] + a.grid().size().i() - 1, low[1] + a.grid().size().j() - 1,
                low[2] + a.grid().size().k() - 1);
        assertThat(GridComparison.of(grid.cropped(box), a.grid()).withinItk()).isTrue();
        double[] values = a.toDoubles();
        double[] expected = b.toDoubles(box);
        for (int n = 0; n < values.length; n++) {
            assertThat(values[n]).as("%s, voxel %d", ours, n).isEqualTo(expected[n]);
        }
        Conformance.compared("pyradiomics/intermediate, saved", box.size().voxels());
    }

    @Test
    void aManifestGetsAFolderACase() throws IOException {
        ExtractCases cases = new ExtractCases(folder);
        cases.image("ct.nii.gz", 1);
        cases.mask("mask.nii.gz", ExtractCases.GRID, 1, 2);
        cases.lines("cases.csv", "case_id,image,mask,label", "a,ct.nii.gz,mask.nii.gz,1", "b/c,ct.nii.gz,mask.nii.gz,2");
        assertThat(cases.extract("@cases.csv -o @t.csv").exit()).isZero();

        CommandLineRun run = cases.extract("@cases.csv -o @t.csv --force --save-intermediate @images");

        assertThat(run.exit()).as(run.err()).isZero(); // finished cases are computed again for their images
        assertThat(folder.resolve("images/a/mask.nrrd")).exists();
        assertThat(folder.resolve("images/a/original.nrrd")).exists();
        try (Stream<Path> folders = Files.list(folder.resolve("images"))) {
            assertThat(folders).hasSize(2);
        }
    }
}
