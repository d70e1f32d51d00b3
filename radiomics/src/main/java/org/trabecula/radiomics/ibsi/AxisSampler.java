package org.trabecula.radiomics.ibsi;

/// Reads one line of voxels at fractional positions. Beyond its ends a line goes on with its end values.
///
/// Linear: `y(x) = (1 − t) s[n] + t s[n + 1]`, n = ⌊x⌋, t = x − n.
///
/// Cubic spline: `y(x) = Σ c[n] β³(x − n)`, with the coefficients for which y(n) = s[n] at every voxel. The prefilter has
/// the pole z = √3 − 2; the start of its causal and anticausal parts is exact for a line continued with its end values.
///
/// Source: Unser, Aldroubi and Eden 1993, doi:10.1109/78.193221.
final class AxisSampler {
    /// Coefficients beyond each end that a position up to half a voxel outside can need.
    private static final int MARGIN = 2;

    private static final double POLE = Math.sqrt(3) - 2;

    private final Interpolation interpolation;
    private final int length;
    private final double[] positions;

    /// @param length    voxels of a line
    /// @param positions in voxels of the line, each within −½ … length − ½
    AxisSampler(Interpolation interpolation, int length, double[] positions) {
        this.interpolation = interpolation;
        this.length = length;
        this.positions = positions;
    }

    int outputLength() {
        return positions.length;
    }

    /// Room that [#sample] needs.
    double[] newScratch() {
        return new double[length + 2 * MARGIN];
    }

    /// Reads `in[start + n · stride]` and writes `out[outStart + m · outStride]`.
    void sample(
            double[] in, int start, int stride, double[] out, int outStart, int outStride, double[] scratch) {
        for (int n = 0; n < length; n++) {
            scratch[MARGIN + n] = in[start + n * stride];
        }
        if (interpolation == Interpolation.CUBIC_SPLINE && length > 1) {
            toCoefficients(scratch);
        } else {
            for (int n = 1; n <= MARGIN; n++) {
                scratch[MARGIN - n] = scratch[MARGIN];
                scratch[MARGIN + length - 1 + n] = scratch[MARGIN + length - 1];
            }
        }
        for (int m = 0; m < positions.length; m++) {
            int n = (int) Math.floor(positions[m]);
            double t = positions[m] - n;
            int at = MARGIN + n;
            out[outStart + m * outStride] = interpolation == Interpolation.LINEAR || length == 1
                    ? (1 - t) * scratch[at] + t * scratch[at + 1]
                    : cubic(scratch, at, t);
        }
    }

    private static double cubic(double[] c, int at, double t) {
        double u = 1 - t;
        double before = u * u * u / 6;
        double here = 2.0 / 3 - t * t * (2 - t) / 2;
        double next = 2.0 / 3 - u * u * (2 - u) / 2;
        double after = t * t * t / 6;
        return before * c[at - 1] + here * c[at] + next * c[at + 1] + after * c[at + 2];
    }

    /// Turns samples into spline coefficients, in place.
    private void toCoefficients(double[] c) {
        int first = MARGIN;
        int last = MARGIN + length - 1;
        double startValue = c[first];
        double endValue = c[last];
        c[first] = startValue / (1 - POLE); // Σ z^k s, the samples before being equal to the first
        for (int n = first + 1; n <= last; n++) {
            c[n] += POLE * c[n - 1];
        }
        // after the end, c⁺(last + m) = e + z^m (c⁺(last) − e) with e = s/(1 − z); c(last) = −Σ z^(m+1) c⁺(last + m)
        double settled = endValue / (1 - POLE);
        c[last] = -POLE * (settled / (1 - POLE) + (c[last] - settled) / (1 - POLE * POLE));
        for (int n = last - 1; n >= first; n--) {
            c[n] = POLE * (c[n + 1] - c[n]);
        }
        for (int n = first; n <= last; n++) {
            c[n] *= 6;
        }
        // outside, (c[n − 1] + 4 c[n] + c[n + 1]) / 6 equals the end value
        for (int n = 1; n <= MARGIN; n++) {
            c[first - n] = 6 * startValue - 4 * c[first - n + 1] - c[first - n + 2];
            c[last + n] = 6 * endValue - 4 * c[last + n - 1] - c[last + n - 2];
        }
    }
}
