package org.trabecula.radiomics.prepare;

import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.image.Mask;
import org.trabecula.image.Volume;
import org.trabecula.image.VoxelType;
import org.trabecula.radiomics.numeric.PairwiseSum;
import org.trabecula.radiomics.problem.RegionProblem;
import org.trabecula.radiomics.settings.Resegmentation;

/// Keeps the voxels of a region whose value lies in a range.
///
/// ```
/// absolute: t          relative: t · max over the region          sigma: mean + t · sd over the region (sd with n)
/// ```
///
/// Ranges are closed. On 32-bit float images NumPy computes mean, sd and comparison in 32 bits; so do we.
final class MaskResegmentation {
    private MaskResegmentation() {}

    static Mask apply(Volume image, Mask mask, Resegmentation settings) {
        boolean[] flags = mask.toFlags();
        double[] box = image.toDoubles(mask.box());
        double[] values = new RegionValues(mask).of(box);
        boolean float32 = image.type() == VoxelType.FLOAT32;
        double low = threshold(settings.range().getFirst(), settings.mode(), values, float32);
        double high = settings.range().size() == 2
                ? threshold(settings.range().getLast(), settings.mode(), values, float32)
                : Double.POSITIVE_INFINITY;
        int kept = 0;
        for (int n = 0; n < flags.length; n++) {
            flags[n] &= box[n] >= low && box[n] <= high;
            kept += flags[n] ? 1 : 0;
        }
        if (kept <= 1) {
            throw new InputException(new Problem(
                    RegionProblem.RESEGMENTED_AWAY,
                    "resegmentRange " + settings.range() + ", resegmentMode "
                            + settings.mode().name().toLowerCase(java.util.Locale.ROOT),
                    kept + " of " + mask.voxelCount() + " voxels lie between " + low + " and " + high,
                    "2 voxels or more (PyRadiomics: \"Resegmentation excluded too many voxels\")",
                    "check that the image is in Hounsfield units and the range fits the tissue, or leave this case out"));
        }
        return Mask.of(mask.grid(), mask.box(), flags);
    }

    private static double threshold(double t, Resegmentation.Mode mode, double[] values, boolean float32) {
        double threshold = switch (mode) {
            case ABSOLUTE -> t;
            case RELATIVE -> maximum(values) * t;
            case SIGMA -> float32 ? sigmaIn32Bits(t, values) : sigma(t, values);
        };
        return float32 ? (float) threshold : threshold;
    }

    private static double maximum(double[] values) {
        double maximum = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            maximum = Math.max(maximum, value);
        }
        return maximum;
    }

    private static double sigma(double t, double[] values) {
        double mean = PairwiseSum.of(values) / values.length;
        double[] squares = new double[values.length];
        for (int n = 0; n < squares.length; n++) {
            squares[n] = (values[n] - mean) * (values[n] - mean);
        }
        return mean + Math.sqrt(PairwiseSum.of(squares) / values.length) * t;
    }

    private static double sigmaIn32Bits(double t, double[] values) {
        float[] x = new float[values.length];
        for (int n = 0; n < x.length; n++) {
            x[n] = (float) values[n];
        }
        float mean = PairwiseSum.of(x) / x.length;
        for (int n = 0; n < x.length; n++) {
            x[n] = (x[n] - mean) * (x[n] - mean);
        }
        return mean + (float) Math.sqrt(PairwiseSum.of(x) / x.length) * t;
    }
}
