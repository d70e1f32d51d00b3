package org.trabecula.radiomics.ibsi.filter;

/// The normalised frequencies on which the reference maps of filters defined by a frequency response were made.
///
/// Along an axis of N points they run evenly from −1 to +1, both ends included, and are then put into the order of the
/// discrete Fourier transform. So the zero frequency is met only for odd N; with the transform's own frequencies 2k/N most
/// of the Simoncelli references are missed.
final class EvenFrequencies {
    private EvenFrequencies() {}

    static double[] of(int n) {
        double[] frequencies = new double[n];
        for (int at = 0; at < n; at++) {
            frequencies[at] = n == 1 ? 0 : -1 + 2.0 * ((at + n / 2) % n) / (n - 1);
        }
        return frequencies;
    }
}
