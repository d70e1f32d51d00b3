package org.trabecula.benchmarks.radiomics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.trabecula.image.Grid;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.image.nifti.NiftiWriter;

/// Writes a CT of a usual size with one vertebra, `image.nii.gz` and `mask.nii.gz`, into a folder: a trunk with the noise of a CT, air around
/// it, and a denser cylinder of 42 × 31 × 25 mm. Made up; as large and as hard to unpack as a real one.
///
/// Run: `java -cp … org.trabecula.benchmarks.radiomics.WholeCtFiles FOLDER`.
public final class WholeCtFiles {
    private static final Size SIZE = new Size(512, 512, 200);
    private static final int AIR_HU = -1000;
    private static final int TRUNK_HU = 40;
    private static final int BONE_HU = 240;
    private static final int NOISE_HU = 25;

    private WholeCtFiles() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Grid grid = Grid.axisAligned(SIZE, new Spacing(0.7, 0.7, 1));
        Random noise = new Random(1);
        short[] image = new short[(int) SIZE.voxels()];
        short[] mask = new short[image.length];
        int at = 0;
        for (int k = 0; k < SIZE.k(); k++) {
            for (int j = 0; j < SIZE.j(); j++) {
                for (int i = 0; i < SIZE.i(); i++, at++) {
                    boolean body = isIn(i, j, 256, 300, 30, 22) && k > 100 && k <= 125;
                    int hu = body ? BONE_HU : isIn(i, j, 256, 256, 200, 150) ? TRUNK_HU : AIR_HU;
                    image[at] = (short) (hu + Math.round(NOISE_HU * noise.nextGaussian()));
                    mask[at] = (short) (body ? 1 : 0);
                }
            }
        }
        NiftiWriter.write(Volume.ofShorts(grid, image), folder.resolve("image.nii.gz"));
        NiftiWriter.write(Volume.ofShorts(grid, mask), folder.resolve("mask.nii.gz"));
    }

    private static boolean isIn(int i, int j, int iMiddle, int jMiddle, double iRadius, double jRadius) {
        double x = (i - iMiddle) / iRadius;
        double y = (j - jMiddle) / jRadius;
        return x * x + y * y < 1;
    }
}
