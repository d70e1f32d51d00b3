package org.trabecula.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.trabecula.image.Grid;
import org.trabecula.image.Mat3;
import org.trabecula.image.PointMm;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.image.formats.StandardFormats;

/// Scans of noise with two regions each, and a manifest of them with everything that can be wrong with a case.
///
/// @param folder where they lie
record SmallCohort(Path folder) {
    private static final Grid GRID = new Grid(
            new Size(20, 18, 16), new Spacing(0.8, 0.8, 1), new PointMm(-10, 5, 100), Mat3.IDENTITY);

    /// @param scans each of two cases; besides them come one of an empty mask, one whose image is no image, one without files, one
    ///     that is excluded
    Path manifest(int scans) throws IOException {
        List<String> lines = new ArrayList<>(List.of("case_id,image,mask,label,exclude"));
        mask("mask.nii.gz", 19, 20);
        mask("empty.nii.gz");
        Files.writeString(folder.resolve("text.nii.gz"), "hello");
        for (int n = 0; n < scans; n++) {
            image("ct " + n + ".nii.gz", n);
            lines.add("upper" + n + ",ct " + n + ".nii.gz,mask.nii.gz,19,");
        }
        lines.add("gone,nowhere.nii.gz,mask.nii.gz,19,");
        lines.add("bad,ct 0.nii.gz,empty.nii.gz,,");
        lines.add("poison,text.nii.gz,mask.nii.gz,19,");
        lines.add("out,ct 0.nii.gz,mask.nii.gz,19,moved");
        for (int n = 0; n < scans; n++) {
            lines.add("lower" + n + ",ct " + n + ".nii.gz,mask.nii.gz,20,");
        }
        return Files.write(folder.resolve("cases.csv"), lines);
    }

    private void image(String name, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        short[] voxels = new short[(int) GRID.size().voxels()];
        for (int n = 0; n < voxels.length; n++) {
            voxels[n] = (short) random.nextInt(-100, 400);
        }
        StandardFormats.ALL.write(Volume.ofShorts(GRID, voxels), folder.resolve(name));
    }

    private void mask(String name, int... labels) throws IOException {
        Size size = GRID.size();
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
        StandardFormats.ALL.write(Volume.ofShorts(GRID, voxels), folder.resolve(name));
    }
}
