package org.trabecula.cli.verbs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.trabecula.cli.CommandLineRun;
import org.trabecula.image.Grid;
import org.trabecula.image.Mat3;
import org.trabecula.image.PointMm;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.image.formats.StandardFormats;

/// Small images and masks on disk, for the tests of `extract`.
///
/// @param folder where they lie
record ExtractCases(Path folder) {
    static final Size SIZE = new Size(20, 18, 16);
    static final Spacing SPACING = new Spacing(0.8, 0.8, 1);
    static final PointMm ORIGIN = new PointMm(-10, 5, 100);
    static final Grid GRID = new Grid(SIZE, SPACING, ORIGIN, Mat3.IDENTITY);

    /// An image of random HU; another seed, another image.
    Path image(String name, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        short[] voxels = new short[(int) SIZE.voxels()];
        for (int n = 0; n < voxels.length; n++) {
            voxels[n] = (short) random.nextInt(-100, 400);
        }
        return written(Volume.ofShorts(GRID, voxels), name);
    }

    /// A label map: `labels[n]` in a block of its own, five voxels wide.
    Path mask(String name, Grid grid, int... labels) throws IOException {
        Size size = grid.size();
        short[] voxels = new short[(int) size.voxels()];
        for (int n = 0; n < labels.length; n++) {
            for (int k = 4; k < 10; k++) {
                for (int j = 5; j < 11; j++) {
                    for (int i = 2 + 6 * n; i < 7 + 6 * n; i++) {
                        voxels[i + size.i() * (j + size.j() * k)] = (short) labels[n];
                    }
                }
            }
        }
        return written(Volume.ofShorts(grid, voxels), name);
    }

    /// A label map of single voxels.
    Path points(String name, int... labels) throws IOException {
        short[] voxels = new short[(int) SIZE.voxels()];
        for (int n = 0; n < labels.length; n++) {
            voxels[2000 + 7 * n] = (short) labels[n];
        }
        return written(Volume.ofShorts(GRID, voxels), name);
    }

    Path written(Volume volume, String name) throws IOException {
        Path file = folder.resolve(name);
        StandardFormats.ALL.write(volume, file);
        return file;
    }

    /// A file of lines.
    Path lines(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), Arrays.asList(lines));
    }

    /// Runs `extract` with words separated by blanks; `@` stands for the folder.
    CommandLineRun extract(String words) {
        return CommandLineRun.of(("extract " + words.replace("@", folder + "/")).strip().split(" +"));
    }
}
