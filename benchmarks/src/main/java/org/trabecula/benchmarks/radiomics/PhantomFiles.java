package org.trabecula.benchmarks.radiomics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.image.nifti.NiftiWriter;

/// Writes the large phantom at 1 mm as `image.nii.gz` and `mask.nii.gz` into a folder.
///
/// Run: `java -cp … org.trabecula.benchmarks.radiomics.PhantomFiles FOLDER`.
public final class PhantomFiles {
    private PhantomFiles() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Grid grid = Grid.axisAligned(new Size(512, 512, 120), new Spacing(1, 1, 1));
        NiftiWriter.write(Phantom512.image(grid), folder.resolve("image.nii.gz"));
        NiftiWriter.write(asVolume(Phantom512.mask(grid)), folder.resolve("mask.nii.gz"));
    }

    private static Volume asVolume(Mask mask) {
        boolean[] inside = mask.toFlags(mask.grid().wholeBox());
        short[] voxels = new short[inside.length];
        for (int n = 0; n < voxels.length; n++) {
            voxels[n] = (short) (inside[n] ? 1 : 0);
        }
        return Volume.ofShorts(mask.grid(), voxels);
    }
}
