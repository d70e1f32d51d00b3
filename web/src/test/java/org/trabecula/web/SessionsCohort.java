package org.trabecula.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.trabecula.image.Grid;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.image.VoxelType;
import org.trabecula.image.formats.StandardFormats;

/// A small cohort with images: patients `P0` … with cases `secret-0` …, the last patient with two vertebrae. Each image is noise
/// with a block of bone, whose outline is the label 20 of its mask.
final class SessionsCohort {
    static final int SIDE = 24;
    /// The block: from this voxel to [#TO], along each axis.
    static final int FROM = 6;
    static final int TO = 17;

    private SessionsCohort() {}

    /// Writes `cases.csv` with its files; outlines were drawn so many days ago.
    ///
    /// @param test     patients of the test part, the last ones; negative: no column split
    /// @param outcomes whether the manifest has them: 1, 0, 1, 0 …
    static Path in(Path folder, int patients, int test, boolean outcomes, int daysAgo) throws IOException {
        StringBuilder rows = new StringBuilder("case_id,patient_id,image,mask,label,level,age,sex" + (outcomes ? ",outcome" : "") + (test < 0 ? "" : ",split") + "\n");
        for (int n = 0; n <= patients; n++) {
            int patient = Math.min(n, patients - 1);
            write(folder, n, daysAgo);
            rows.append("secret-").append(n).append(",P").append(patient).append(",ct-").append(n).append(".nii.gz,mask-").append(n)
                    .append(".nii.gz,20,L").append(1 + n % 5).append(",7").append(n % 10).append(",F").append(outcomes ? "," + (n + 1) % 2 : "")
                    .append(test < 0 ? "" : patient >= patients - test ? ",test" : ",train").append('\n');
        }
        return Files.writeString(folder.resolve("cases.csv"), rows);
    }

    private static void write(Path folder, int n, int daysAgo) throws IOException {
        Grid grid = Grid.axisAligned(new Size(SIDE, SIDE, SIDE), new Spacing(1, 1, 1));
        short[] hu = new short[SIDE * SIDE * SIDE];
        short[] label = new short[hu.length];
        SplittableRandom random = new SplittableRandom(n);
        for (int at = 0; at < hu.length; at++) {
            boolean bone = isBone(at % SIDE) && isBone(at / SIDE % SIDE) && isBone(at / SIDE / SIDE);
            hu[at] = (short) ((bone ? 250 + 20 * n : 30) + random.nextInt(60));
            label[at] = (short) (bone ? 20 : 0);
        }
        StandardFormats.ALL.write(Volume.ofShorts(grid, hu), folder.resolve("ct-" + n + ".nii.gz"));
        Path mask = folder.resolve("mask-" + n + ".nii.gz");
        StandardFormats.ALL.write(new Volume(grid, grid.wholeBox(), VoxelType.UINT8, new Volume.Voxels.OfShort(label)), mask);
        Files.setLastModifiedTime(mask, FileTime.from(Instant.now().minus(Duration.ofDays(daysAgo))));
    }

    private static boolean isBone(int index) {
        return index >= FROM && index <= TO;
    }
}
