package org.trabecula.image.resample;

import org.trabecula.image.Box;
import org.trabecula.image.Size;
import org.trabecula.image.Volume;

/// The B-spline coefficients of a part of a volume, and the spline's values there.
///
/// ```
/// s(u, v, w) = Σ_c Σ_b Σ_a ((β_a(u) β_b(v)) β_c(w)) · coefficient(a, b, c)
/// β_3 = f³/6,  β_0 = 1/6 + f(f − 1)/2 − β_3,  β_2 = f + β_0 − 2 β_3,  β_1 = 1 − β_0 − β_2 − β_3
/// ```
///
/// with four coefficients per axis from ⌊u⌋ − 1 on and f the fraction. As in ITK, ⌊u⌋ is taken after rounding u to 32 bits,
/// indices beyond the ends are mirrored, and the 64 terms are added a fastest, c slowest.
final class SplineWindow {
    private static final int LINES_AT_ONCE = 8;

    private final double[] coefficients;
    private final Box window;
    private final Size whole;
    private final int strideJ;
    private final int strideK;

    /// Filters the part of `volume` that the coefficients in `wanted` depend on.
    SplineWindow(Volume volume, Box wanted) {
        whole = volume.grid().size();
        window = needed(wanted, volume.grid().wholeBox());
        coefficients = volume.toDoubles(window);
        strideJ = window.size().i();
        strideK = window.size().i() * window.size().j();
        filter(wanted);
    }

    /// The samples behind the coefficients in `wanted`; see [SplineCoefficients] for the margin.
    static Box needed(Box wanted, Box whole) {
        int margin = SplineCoefficients.WINDOW_MARGIN;
        Box grown = wanted.grown(margin, margin, margin, whole);
        return new Box(grown.iMin() & ~1, grown.jMin() & ~1, grown.kMin() & ~1, grown.iMax(), grown.jMax(), grown.kMax());
    }

    /// The coefficients that spline values at indices from `low` to `high` of an axis of `size` samples use, as {first, last}.
    static int[] reach(double low, double high, int size) {
        int first = firstOf(Math.max(low, -0.5));
        int last = firstOf(Math.min(high, size - 0.5)) + 3;
        int min = Math.max(first, 0);
        int max = Math.min(last, size - 1);
        if (first < 0) {
            max = Math.max(max, Math.min(-first, size - 1));
        }
        if (last > size - 1) {
            min = Math.min(min, Math.max(2 * (size - 1) - last, 0));
        }
        return new int[] {Math.min(min, max), max};
    }

    /// The first of the four coefficients at index `u`.
    static int firstOf(double u) {
        return (int) Math.floor((double) (float) u) - 1;
    }

    /// The four weights at index `u`, into `w[at…at+3]`.
    static void weights(double u, double[] w, int at) {
        double f = u - (firstOf(u) + 1);
        double w3 = 1.0 / 6.0 * f * f * f;
        double w0 = 1.0 / 6.0 + 0.5 * f * (f - 1.0) - w3;
        double w2 = f + w0 - 2.0 * w3;
        w[at] = w0;
        w[at + 1] = 1.0 - w0 - w2 - w3;
        w[at + 2] = w2;
        w[at + 3] = w3;
    }

    /// The index mirrored into an axis of `size` samples.
    static int mirrored(int index, int size) {
        if (size == 1) {
            return 0;
        }
        int at = Math.abs(index);
        return at > size - 1 ? 2 * (size - 1) - at : at;
    }

    /// The place in the coefficients of the row through (0, j, k) of the whole volume, for unmirrored j and k.
    int row(int j, int k) {
        return (mirrored(j, whole.j()) - window.jMin()) * strideJ
                + (mirrored(k, whole.k()) - window.kMin()) * strideK
                - window.iMin();
    }

    double[] coefficients() {
        return coefficients;
    }

    Size whole() {
        return whole;
    }

    /// The spline at one point; `scratch` holds at least 12 doubles.
    double at(double u, double v, double w, double[] scratch) {
        weights(u, scratch, 0);
        weights(v, scratch, 4);
        weights(w, scratch, 8);
        int i = firstOf(u);
        int j = firstOf(v);
        int k = firstOf(w);
        int i0 = mirrored(i, whole.i());
        int i1 = mirrored(i + 1, whole.i());
        int i2 = mirrored(i + 2, whole.i());
        int i3 = mirrored(i + 3, whole.i());
        double sum = 0;
        for (int c = 0; c < 4; c++) {
            double wc = scratch[8 + c];
            for (int b = 0; b < 4; b++) {
                double wb = scratch[4 + b];
                int row = row(j + b, k + c);
                sum += scratch[0] * wb * wc * coefficients[row + i0];
                sum += scratch[1] * wb * wc * coefficients[row + i1];
                sum += scratch[2] * wb * wc * coefficients[row + i2];
                sum += scratch[3] * wb * wc * coefficients[row + i3];
            }
        }
        return sum;
    }

    /// Along i, then j, then k; after each axis only what is wanted is carried on.
    private void filter(Box wanted) {
        Size size = window.size();
        int rows = size.j() * size.k();
        double[] turned = new double[size.i() * LINES_AT_ONCE];
        for (int row = 0; row < rows; row += LINES_AT_ONCE) {
            filterRows(row * strideJ, Math.min(LINES_AT_ONCE, rows - row), turned);
        }
        int iFirst = wanted.iMin() - window.iMin();
        int iCount = wanted.size().i();
        for (int k = 0; k < size.k(); k++) {
            SplineCoefficients.filter(coefficients, iFirst + k * strideK, size.j(), strideJ, iCount);
        }
        int jFirst = wanted.jMin() - window.jMin();
        for (int j = jFirst; j < jFirst + wanted.size().j(); j++) {
            SplineCoefficients.filter(coefficients, iFirst + j * strideJ, size.k(), strideK, iCount);
        }
    }

    /// Rows are turned so that neighbouring lines lie side by side: eight recursions run at once.
    private void filterRows(int first, int rows, double[] turned) {
        int length = strideJ;
        for (int row = 0; row < rows; row++) {
            for (int i = 0, from = first + row * length; i < length; i++) {
                turned[i * rows + row] = coefficients[from + i];
            }
        }
        SplineCoefficients.filter(turned, 0, length, rows, rows);
        for (int row = 0; row < rows; row++) {
            for (int i = 0, to = first + row * length; i < length; i++) {
                coefficients[to + i] = turned[i * rows + row];
            }
        }
    }
}
