package org.trabecula.dicom.codec.jpeg2000;

/// The inverse 9/7 transform (ITU-T T.800, F.3 and F.4.8.2), in single precision as other decoders have it.
final class IrreversibleWavelet {
    private static final float ALPHA = (float) -1.586134342;
    private static final float BETA = (float) -0.052980118;
    private static final float GAMMA = (float) 0.882911075;
    private static final float DELTA = (float) 0.443506852;
    private static final float LOW = (float) 1.230174105;
    /// 2/K: the gain of 2 of high frequencies is taken here, not in the step sizes.
    private static final float HIGH = (float) 1.625732422;

    private IrreversibleWavelet() {}

    /// Joins a resolution's four bands in place, as [WaveletBands#join] has it.
    static void invert(float[] array, int width, CodedArea area) {
        float[] buffer = new float[WaveletBands.bufferSize(area)];
        WaveletBands.join(array, buffer, width, area, (count, strip, odd) -> lift(buffer, count, strip, odd));
    }

    /// @param odd 1 where the first value has an odd coordinate, and so is a high frequency
    private static void lift(float[] v, int count, int strip, int odd) {
        if (count == 1) {
            return; // a high frequency alone is halved by the standard, and doubled by the gain that steps leave out
        }
        for (int n = 0; n < count; n++) {
            float scale = (n & 1) == odd ? LOW : HIGH;
            for (int k = n * strip; k < (n + 1) * strip; k++) {
                v[k] *= scale;
            }
        }
        step(v, count, strip, odd, DELTA);
        step(v, count, strip, 1 - odd, GAMMA);
        step(v, count, strip, odd, BETA);
        step(v, count, strip, 1 - odd, ALPHA);
    }

    /// Takes from every second value its neighbours' sum times `factor`; at the ends the one neighbour counts twice.
    private static void step(float[] v, int count, int strip, int first, float factor) {
        for (int n = first; n < count; n += 2) {
            int before = (n > 0 ? n - 1 : 1) * strip;
            int after = (n < count - 1 ? n + 1 : n - 1) * strip;
            for (int k = 0; k < strip; k++) {
                v[n * strip + k] -= (v[before + k] + v[after + k]) * factor;
            }
        }
    }
}
