package org.trabecula.radiomics.ibsi.filter;

import java.util.Arrays;

/// A one-dimensional convolution kernel: `y[n] = Σ_m taps[m] · x[n − m + centre]`.
///
/// @param taps   not written to after construction
/// @param centre index of the tap that multiplies `x[n]` in `y[n]`
@SuppressWarnings("ArrayRecordComponent") // never compared, never written to
record Kernel(double[] taps, int centre) {
    /// Centre in the middle; of an even length, the right one of the two.
    static Kernel centred(double... taps) {
        return new Kernel(taps, taps.length / 2);
    }

    /// A box of equal weights 1/M.
    static Kernel box(int length) {
        double[] taps = new double[length];
        Arrays.fill(taps, 1.0 / length);
        return centred(taps);
    }

    /// What the kernel becomes when its axis is turned round; the centre moves along.
    Kernel flipped() {
        double[] turned = new double[taps.length];
        for (int m = 0; m < taps.length; m++) {
            turned[m] = taps[taps.length - 1 - m];
        }
        return new Kernel(turned, taps.length - 1 - centre);
    }
}
