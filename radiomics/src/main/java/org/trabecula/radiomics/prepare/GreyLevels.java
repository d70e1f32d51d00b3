package org.trabecula.radiomics.prepare;

import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.radiomics.problem.RegionProblem;
import org.trabecula.radiomics.settings.Discretisation.BinCount;
import org.trabecula.radiomics.settings.Discretisation.BinWidth;
import org.trabecula.radiomics.settings.Discretisation;
import org.trabecula.radiomics.texture.LevelImage;

/// Grey levels 1 … N_g of values, with NumPy's bin edges.
///
/// ```
/// width W:  low = min − (min mod W), edge_i = low + i·((low + W) − low), ⌈(max + 2W − low)/W⌉ edges
/// count B:  edge_i = i·(max − min)/B + min, edge_B = max + 1; flat regions from min − ½ to max + ½
/// level(x) = number of edges ≤ x
/// ```
///
/// So bins are closed below and open above, and with a fixed width the edges lie at multiples of W. On 32-bit float images
/// the edges of a fixed count are rounded to 32 bits. Source: PyRadiomics `imageoperations.getBinEdges`.
public final class GreyLevels {
    private GreyLevels() {}

    /// One level per value.
    ///
    /// @param values  at least one finite; NaN gets the number of edges as its level, above all others, as NumPy's
    ///     `digitize` has it
    /// @param range   of `values`
    /// @param float32 whether the image is of 32-bit floats
    public static int[] of(double[] values, ValueRange range, Discretisation discretisation, boolean float32) {
        double min = range.min();
        double max = range.max();
        return switch (discretisation) {
            case BinWidth(double width) -> fixedWidth(values, min, max, width);
            case BinCount(int count) -> fixedCount(values, min, max, count, float32);
        };
    }

    private static int[] fixedWidth(double[] values, double min, double max, double width) {
        double low = min - floorMod(min, width);
        double step = (low + width) - low;
        double edges = Math.ceil((max + 2 * width - low) / width);
        if (!(edges <= LevelImage.HIGHEST_ALLOWED)) {
            throw new InputException(new Problem(
                    RegionProblem.TOO_MANY_LEVELS,
                    "binWidth " + width,
                    "values " + min + " … " + max + ": " + Math.round(edges) + " grey levels",
                    "at most " + LevelImage.HIGHEST_ALLOWED,
                    "use a wider bin for this image type, or a binCount"));
        }
        int last = (int) edges;
        int[] levels = new int[values.length];
        double perStep = 1 / step;
        for (int n = 0; n < levels.length; n++) {
            double x = values[n];
            if (Double.isNaN(x)) {
                levels[n] = last;
                continue;
            }
            int level = (int) ((x - low) * perStep) + 1;
            // the quotient may be off by a rounding; the edges decide
            if (low + (level - 1) * step > x) {
                level--;
            } else if (level < last && low + level * step <= x) {
                level++;
            }
            levels[n] = level;
        }
        return levels;
    }

    private static int[] fixedCount(double[] values, double min, double max, int count, boolean float32) {
        double first = min == max ? min - 0.5 : min;
        double last = min == max ? max + 0.5 : max;
        double step = (last - first) / count;
        double[] edges = new double[count + 1];
        for (int e = 0; e < count; e++) {
            edges[e] = e * step + first;
        }
        edges[count] = last;
        if (float32) {
            for (int e = 0; e <= count; e++) {
                edges[e] = (float) edges[e];
            }
        }
        edges[count] = float32 ? (float) edges[count] + 1f : edges[count] + 1;
        int[] levels = new int[values.length];
        for (int n = 0; n < levels.length; n++) {
            double x = values[n];
            if (Double.isNaN(x)) {
                levels[n] = count + 1;
                continue;
            }
            int level = Math.clamp((long) ((x - first) / step) + 1, 1, count);
            while (level > 0 && edges[level - 1] > x) {
                level--;
            }
            while (level <= count && edges[level] <= x) {
                level++;
            }
            levels[n] = level;
        }
        return levels;
    }

    /// Python's modulus: the result has the sign of the divisor.
    private static double floorMod(double a, double b) {
        double remainder = a % b;
        return remainder < 0 ? remainder + b : remainder;
    }
}
