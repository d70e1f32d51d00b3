package org.trabecula.radiomics.filter;

import java.util.List;
import org.trabecula.image.Box;
import org.trabecula.image.Size;
import org.trabecula.radiomics.settings.ImageType.LocalBinaryPattern2D;

/// Local binary patterns in slices: P samples on a circle of radius R, bit p set where sample − centre ≥ 0.
///
/// ```
/// offset p: row = round(−R sin(2π p/P), 5 decimals), column = round(R cos(2π p/P), 5 decimals)
/// default  Σ bit_p 2^p
/// ror      the least of these numbers over all rotations of the bits
/// uniform  Σ bit_p where bits change at most twice from p = 0 to P − 1, else P + 1
/// var      (Σ s² − (Σ s)²/P) / P over the samples s; not a number where that is 0
/// ```
///
/// Samples are bilinear, 0 outside the slice. Columns run along the lower remaining axis, rows along the higher one, but for
/// slices across i, where rows run along j and columns along k: PyRadiomics swaps axes. Results take the image's number
/// type, so `var` is truncated in images of whole numbers, where "not a number" becomes 0.
///
/// Source: Ojala, Pietikäinen and Mäenpää 2002, doi:10.1109/TPAMI.2002.1017623; scikit-image `local_binary_pattern`.
final class LocalBinaryPattern2DFilter implements ImageFilter {
    private final LocalBinaryPattern2D settings;
    private final int rowAxis;
    private final int columnAxis;
    private final double[] rowOffset;
    private final double[] columnOffset;

    /// @param sliceAxis across the slices: 0 (i), 1 (j) or 2 (k)
    LocalBinaryPattern2DFilter(LocalBinaryPattern2D settings, int sliceAxis) {
        this.settings = settings;
        rowAxis = sliceAxis == 2 ? 1 : sliceAxis == 1 ? 2 : 1;
        columnAxis = sliceAxis == 0 ? 2 : 0;
        int points = settings.samples();
        rowOffset = new double[points];
        columnOffset = new double[points];
        for (int p = 0; p < points; p++) {
            double angle = 2 * Math.PI * p / points;
            rowOffset[p] = toFiveDecimals(-settings.radius() * Math.sin(angle));
            columnOffset[p] = toFiveDecimals(settings.radius() * Math.cos(angle));
        }
    }

    /// NumPy's `round(x, 5)`: times 10⁵, to the nearest whole number, halves to even, divided by 10⁵.
    private static double toFiveDecimals(double x) {
        return Math.rint(x * 1e5) / 1e5;
    }

    @Override
    public List<DerivedImage> derive(FilterInput input) {
        Box box = input.box();
        double[] values = new double[Math.toIntExact(box.size().voxels())];
        double[] samples = new double[settings.samples()];
        int to = 0;
        for (int k = box.kMin(); k <= box.kMax(); k++) {
            for (int j = box.jMin(); j <= box.jMax(); j++) {
                for (int i = box.iMin(); i <= box.iMax(); i++) {
                    sample(input, i, j, k, samples);
                    values[to++] = toType(input, value(samples, input.values()[input.index(i, j, k)]));
                }
            }
        }
        return List.of(new DerivedImage("lbp-2D", values, input.float32(), settings.method() == LocalBinaryPattern2D.Method.VAR));
    }

    private void sample(FilterInput input, int i, int j, int k, double[] samples) {
        Size size = input.size();
        int rows = size.along(rowAxis);
        int columns = size.along(columnAxis);
        int[] stride = {1, size.i(), size.i() * size.j()};
        int[] voxel = {i, j, k};
        int slice = input.index(i, j, k) - voxel[rowAxis] * stride[rowAxis] - voxel[columnAxis] * stride[columnAxis];
        double[] x = input.values();
        for (int p = 0; p < samples.length; p++) {
            double r = voxel[rowAxis] + rowOffset[p];
            double c = voxel[columnAxis] + columnOffset[p];
            int r0 = (int) Math.floor(r);
            int c0 = (int) Math.floor(c);
            int r1 = (int) Math.ceil(r);
            int c1 = (int) Math.ceil(c);
            double dr = r - r0;
            double dc = c - c0;
            double a = pixel(x, slice, r0, c0, rows, columns, stride);
            double b = pixel(x, slice, r0, c1, rows, columns, stride);
            double d = pixel(x, slice, r1, c0, rows, columns, stride);
            double e = pixel(x, slice, r1, c1, rows, columns, stride);
            double top = (1 - dc) * a + dc * b;
            double bottom = (1 - dc) * d + dc * e;
            samples[p] = (1 - dr) * top + dr * bottom;
        }
    }

    private double pixel(double[] x, int slice, int row, int column, int rows, int columns, int[] stride) {
        boolean inside = row >= 0 && row < rows && column >= 0 && column < columns;
        return inside ? x[slice + row * stride[rowAxis] + column * stride[columnAxis]] : 0;
    }

    private double value(double[] samples, double centre) {
        int points = samples.length;
        int bits = 0;
        for (int p = 0; p < points; p++) {
            bits |= samples[p] - centre >= 0 ? 1 << p : 0;
        }
        return switch (settings.method()) {
            case DEFAULT -> bits;
            case ROR -> {
                int least = bits;
                int turned = bits;
                for (int p = 1; p < points; p++) {
                    turned = turned >>> 1 | (turned & 1) << (points - 1);
                    least = Math.min(least, turned);
                }
                yield least;
            }
            case UNIFORM -> {
                int changes = Integer.bitCount((bits ^ bits >>> 1) & ((1 << (points - 1)) - 1));
                yield changes <= 2 ? Integer.bitCount(bits) : points + 1;
            }
            case VAR -> variance(samples);
        };
    }

    private static double variance(double[] samples) {
        double sum = 0;
        double squares = 0;
        for (double sample : samples) {
            sum += sample;
            squares += sample * sample;
        }
        double variance = (squares - sum * sum / samples.length) / samples.length;
        return variance != 0 ? variance : Double.NaN;
    }

    private static double toType(FilterInput input, double value) {
        if (input.integer()) {
            return Double.isNaN(value) ? 0 : value < 0 ? Math.ceil(value) : Math.floor(value);
        }
        return input.float32() ? (float) value : value;
    }
}
