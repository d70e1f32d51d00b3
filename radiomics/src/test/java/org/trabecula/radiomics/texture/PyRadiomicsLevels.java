package org.trabecula.radiomics.texture;

import java.util.Arrays;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;

/// PyRadiomics' discretisation of a region (its notes are in the reference's QUIRKS.md, section 6), for these tests.
final class PyRadiomicsLevels {
    private PyRadiomicsLevels() {}

    /// The region of voxels whose mask value is `label`, in bins of fixed width whose edges are multiples of it.
    static LevelImage ofWidth(TestImage image, TestImage mask, int label, double width) {
        double[] inside = inside(image, mask, label);
        double lowest = Arrays.stream(inside).min().orElseThrow();
        double highest = Arrays.stream(inside).max().orElseThrow();
        double low = lowest - (lowest - Math.floor(lowest / width) * width);
        double step = low + width - low;
        double[] edges = new double[(int) Math.ceil((highest + 2 * width - low) / width)];
        Arrays.setAll(edges, n -> low + n * step);
        return of(image, mask, label, edges);
    }

    /// The region in `count` bins between its lowest and highest value.
    static LevelImage ofCount(TestImage image, TestImage mask, int label, int count) {
        double[] inside = inside(image, mask, label);
        double lowest = Arrays.stream(inside).min().orElseThrow();
        double highest = Arrays.stream(inside).max().orElseThrow();
        double low = lowest == highest ? lowest - 0.5 : lowest;
        double high = lowest == highest ? highest + 0.5 : highest;
        double step = (high - low) / count;
        double[] edges = new double[count + 1];
        Arrays.setAll(edges, n -> n * step + low);
        edges[count] = high + 1;
        return of(image, mask, label, edges);
    }

    private static double[] inside(TestImage image, TestImage mask, int label) {
        double[] values = new double[image.values().length];
        int count = 0;
        for (int at = 0; at < values.length; at++) {
            if (mask.values()[at] == label) {
                values[count++] = image.values()[at];
            }
        }
        return Arrays.copyOf(values, count);
    }

    private static LevelImage of(TestImage image, TestImage mask, int label, double[] edges) {
        int ni = image.size().i();
        int nj = image.size().j();
        int[] min = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
        int[] max = {-1, -1, -1};
        for (int at = 0; at < mask.values().length; at++) {
            if (mask.values()[at] == label) {
                int[] index = {at % ni, at / ni % nj, at / ni / nj};
                for (int axis = 0; axis < 3; axis++) {
                    min[axis] = Math.min(min[axis], index[axis]);
                    max[axis] = Math.max(max[axis], index[axis]);
                }
            }
        }
        Size box = new Size(max[0] - min[0] + 1, max[1] - min[1] + 1, max[2] - min[2] + 1);
        int[] levels = new int[(int) box.voxels()];
        int to = 0;
        for (int k = min[2]; k <= max[2]; k++) {
            for (int j = min[1]; j <= max[1]; j++) {
                for (int i = min[0]; i <= max[0]; i++, to++) {
                    int at = i + ni * (j + nj * k);
                    levels[to] = mask.values()[at] == label ? level(image.values()[at], edges) : 0;
                }
            }
        }
        Spacing spacing = image.spacing();
        return LevelImage.of(box, spacing, levels);
    }

    /// How many edges are ≤ `value`.
    private static int level(double value, double[] edges) {
        int found = Arrays.binarySearch(edges, value);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
