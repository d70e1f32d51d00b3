package org.trabecula.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import org.trabecula.cohort.CaseFiles;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.image.Grid;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.image.formats.StandardFormats;

/// Images and label maps made for a test.
///
/// @param folder where they lie
public record Made(Path folder) {
    /// 48 × 60 × 40 mm.
    public static final Grid GRID = Grid.axisAligned(new Size(48, 60, 40), Spacing.isotropic(1));

    /// What a voxel holds.
    @FunctionalInterface
    public interface Values {
        double at(int i, int j, int k);
    }

    public Path write(String name, Grid grid, Values values) throws IOException {
        Size size = grid.size();
        short[] voxels = new short[Math.toIntExact(size.voxels())];
        int at = 0;
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++) {
                for (int i = 0; i < size.i(); i++) {
                    voxels[at++] = (short) values.at(i, j, k);
                }
            }
        }
        Path file = folder.resolve(name);
        StandardFormats.ALL.write(Volume.ofShorts(grid, voxels), file);
        return file;
    }

    /// A CT with noise, from `lowest` to `highest` HU.
    public Path ct(String name, Grid grid, int lowest, int highest) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        return write(name, grid, (_, _, _) -> random.nextInt(lowest, highest));
    }

    /// `value` in a block of voxels, its first and last index on each axis; 0 elsewhere.
    public static Values block(int value, int iMin, int iMax, int jMin, int jMax, int kMin, int kMax) {
        return (i, j, k) -> i >= iMin && i <= iMax && j >= jMin && j <= jMax && k >= kMin && k <= kMax ? value : 0;
    }

    public static VertebraCase vertebra(Path image, Path mask) {
        return VertebraCase.named("one", "p").withFiles(CaseFiles.of(image, mask, Optional.empty()));
    }
}
