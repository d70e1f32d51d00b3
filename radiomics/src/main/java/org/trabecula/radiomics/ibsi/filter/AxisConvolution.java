package org.trabecula.radiomics.ibsi.filter;

import org.trabecula.core.Parallel;
import org.trabecula.image.Size;

/// True convolution of every line along one axis.
///
/// ```
/// y[n] = Σ_m taps[m] · x[n − m + centre]
/// ```
///
/// with the boundary's values beyond the ends. Sums run over m upwards, so the result does not depend on the threads.
/// Allocates one result of the input's size.
final class AxisConvolution {
    private AxisConvolution() {}

    static Field along(Field in, int axis, Kernel kernel, Boundary boundary, int jobs) {
        Size size = in.size;
        double[] out = new double[in.values.length];
        int last = kernel.taps().length - 1;
        // x index of tap m at n is n − m + centre: from −(last − centre) to n − 1 + centre
        int[] source = boundary.sources(
                size.along(axis), kernel.centre() - last, size.along(axis) + last);
        if (axis == 0) {
            Parallel.forEach(size.k(), jobs, k -> rowsAlongThemselves(in, out, k, kernel, source));
        } else {
            Parallel.forEach(size.k(), jobs, k -> rowsFromRows(in, out, k, axis, kernel, source));
        }
        return new Field(size, out);
    }

    private static void rowsAlongThemselves(Field in, double[] out, int k, Kernel kernel, int[] source) {
        double[] taps = kernel.taps();
        int n = in.size.i();
        double[] line = new double[source.length];
        for (int j = 0; j < in.size.j(); j++) {
            int row = n * (j + in.size.j() * k);
            for (int s = 0; s < source.length; s++) {
                line[s] = source[s] < 0 ? 0 : in.values[row + source[s]];
            }
            for (int m = 0; m < taps.length; m++) {
                double tap = taps[m];
                int shift = taps.length - 1 - m;
                for (int i = 0; i < n; i++) {
                    out[row + i] += tap * line[i + shift];
                }
            }
        }
    }

    private static void rowsFromRows(Field in, double[] out, int k, int axis, Kernel kernel, int[] source) {
        double[] taps = kernel.taps();
        int n = in.size.i();
        int stride = in.stride(axis);
        for (int j = 0; j < in.size.j(); j++) {
            int row = n * (j + in.size.j() * k);
            int at = axis == 1 ? j : k;
            int lineStart = row - at * stride;
            for (int m = 0; m < taps.length; m++) {
                int from = source[at + taps.length - 1 - m];
                if (from < 0) {
                    continue;
                }
                double tap = taps[m];
                int start = lineStart + from * stride;
                for (int i = 0; i < n; i++) {
                    out[row + i] += tap * in.values[start + i];
                }
            }
        }
    }
}
