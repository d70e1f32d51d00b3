package org.trabecula.stats.calibration;

import java.util.Arrays;

/// A fitted curve at the data's x values.
public final class SmoothCurve {
    private final double[] x;
    private final double[] y;

    /// Takes ownership of both.
    ///
    /// @param x ascending; equal values have equal y
    SmoothCurve(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    public int size() {
        return x.length;
    }

    /// The k-th smallest x.
    public double x(int k) {
        return x[k];
    }

    /// The curve there.
    public double y(int k) {
        return y[k];
    }

    /// The curve at any value: linear between the points, NaN outside them.
    public double at(double value) {
        int found = Arrays.binarySearch(x, value);
        if (found >= 0) {
            return y[found];
        }
        int right = -found - 1;
        if (right == 0 || right == x.length) {
            return Double.NaN;
        }
        double share = (value - x[right - 1]) / (x[right] - x[right - 1]);
        return y[right - 1] + (y[right] - y[right - 1]) * share;
    }
}
