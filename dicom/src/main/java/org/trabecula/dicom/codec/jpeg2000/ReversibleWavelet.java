package org.trabecula.dicom.codec.jpeg2000;

/// The inverse 5/3 transform in whole numbers (ITU-T T.800, F.3 and F.4.8.1).
final class ReversibleWavelet {
    private ReversibleWavelet() {}

    /// Joins a resolution's four bands in place, as [WaveletBands#join] has it.
    static void invert(int[] array, int width, CodedArea area) {
        int[] buffer = new int[WaveletBands.bufferSize(area)];
        WaveletBands.join(array, buffer, width, area, (count, strip, odd) -> lift(buffer, count, strip, odd));
    }

    /// @param odd 1 where the first value has an odd coordinate, and so is a high frequency
    private static void lift(int[] v, int count, int strip, int odd) {
        if (count == 1) {
            if (odd == 1) {
                for (int n = 0; n < strip; n++) {
                    v[n] >>= 1;
                }
            }
            return;
        }
        for (int n = odd; n < count; n += 2) {
            int before = (n > 0 ? n - 1 : 1) * strip;
            int after = (n < count - 1 ? n + 1 : n - 1) * strip;
            for (int k = 0; k < strip; k++) {
                v[n * strip + k] -= v[before + k] + v[after + k] + 2 >> 2;
            }
        }
        for (int n = 1 - odd; n < count; n += 2) {
            int before = (n > 0 ? n - 1 : 1) * strip;
            int after = (n < count - 1 ? n + 1 : n - 1) * strip;
            for (int k = 0; k < strip; k++) {
                v[n * strip + k] += v[before + k] + v[after + k] >> 1;
            }
        }
    }
}
