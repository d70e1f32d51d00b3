package org.trabecula.radiomics.prepare;

import java.util.OptionalDouble;
import org.trabecula.image.Volume;
import org.trabecula.radiomics.settings.Normalisation;

/// Brings a whole image to mean 0 and standard deviation `scale`.
///
/// ```
/// y = scale · clip((x − mean) · (1 / sd), ± removeOutliers)      sd = √((Σx² − (Σx)²/n) / (n − 1))
/// ```
///
/// over all voxels of the image, not the region. Sums are compensated (Kahan), as in ITK's StatisticsImageFilter.
final class ImageNormalisation {
    private ImageNormalisation() {}

    /// @param image holds its whole grid
    /// @return 64-bit floats
    static Volume apply(Volume image, Normalisation settings) {
        double[] values = image.toDoubles();
        Kahan sum = new Kahan();
        Kahan squares = new Kahan();
        for (double x : values) {
            sum.add(x);
            squares.add(x * x);
        }
        double n = values.length;
        double mean = sum.value() / n;
        double sd = Math.sqrt((squares.value() - sum.value() * sum.value() / n) / (n - 1));
        double reciprocal = 1 / sd;
        OptionalDouble outliers = settings.removeOutliers();
        double limit = outliers.isPresent() ? outliers.getAsDouble() : Double.POSITIVE_INFINITY;
        for (int at = 0; at < values.length; at++) {
            double y = (values[at] - mean) * reciprocal;
            values[at] = Math.max(Math.min(y, limit), -limit) * settings.scale();
        }
        return Volume.ofDoubles(image.grid(), values);
    }

    private static final class Kahan {
        private double sum;
        private double compensation;

        void add(double x) {
            double corrected = x - compensation;
            double next = sum + corrected;
            compensation = (next - sum) - corrected;
            sum = next;
        }

        double value() {
            return sum;
        }
    }
}
