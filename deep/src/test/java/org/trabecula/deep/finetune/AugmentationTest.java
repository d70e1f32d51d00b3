package org.trabecula.deep.finetune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.trabecula.deep.PictureShape;

class AugmentationTest {
    private static final PictureShape SHAPE = new PictureShape(1, 16);

    @Test
    void noneCopiesTheCrop() {
        float[] crop = ramp(1, 0);
        assertThat(drawn(Augmentation.NONE, crop, 1)).isEqualTo(crop);
    }

    @Test
    void theSameStreamGivesTheSameDraw() {
        float[] crop = ramp(0.3, 0.7);
        assertThat(drawn(Augmentation.gentle(), crop, 1)).isEqualTo(drawn(Augmentation.gentle(), crop, 1));
        assertThat(drawn(Augmentation.gentle(), crop, 1)).isNotEqualTo(drawn(Augmentation.gentle(), crop, 2));
    }

    /// A linear picture stays linear under turn, shift and scale; its slopes tell which ones were drawn. The ramp's values go up
    /// to 15 in 32 bits, 1e-6 apart; a slope is the difference of two of them, each interpolated from four: within 1e-5.
    @Test
    void amountsStayWithinTheirLimits() {
        Augmentation turns = new Augmentation(10, 0, 0, 0, 0, false);
        Augmentation scales = new Augmentation(0, 0, 0.2, 0, 0, false);
        Augmentation shifts = new Augmentation(0, 0.1, 0, 0, 0, false);
        double steepest = 0;
        for (int seed = 0; seed < 200; seed++) {
            float[] turned = drawn(turns, ramp(1, 0), seed);
            double along = turned[7 * 16 + 8] - turned[7 * 16 + 7];
            double across = turned[8 * 16 + 7] - turned[7 * 16 + 7];
            assertThat(Math.hypot(along, across)).isCloseTo(1, within(1e-5));
            steepest = Math.max(steepest, Math.abs(Math.toDegrees(Math.atan2(across, along))));
            float[] scaled = drawn(scales, ramp(1, 0), seed);
            assertThat(scaled[7 * 16 + 8] - scaled[7 * 16 + 7]).isBetween(1 / 1.2f - 1e-5f, 1 / 0.8f + 1e-5f);
            float[] shifted = drawn(shifts, ramp(1, 0), seed);
            assertThat(shifted[7 * 16 + 7] - 7).isBetween(-1.6001f, 1.6001f);
        }
        assertThat(steepest).isBetween(9.0, 10.0); // 200 uniform draws come near the limit and never pass it
    }

    @Test
    void flippingMirrorsFrontToBack() {
        Augmentation flip = new Augmentation(0, 0, 0, 0, 0, true);
        int mirrored = 0;
        for (int seed = 0; seed < 100; seed++) {
            float[] out = drawn(flip, ramp(1, 0), seed);
            assertThat(out[0]).isIn(0f, 15f);
            mirrored += out[0] == 15f ? 1 : 0;
        }
        assertThat(mirrored).isBetween(30, 70);
    }

    private static float[] drawn(Augmentation augmentation, float[] crop, long seed) {
        float[] out = new float[crop.length];
        augmentation.apply(crop, SHAPE, new SplittableRandom(seed), out, 0);
        return out;
    }

    private static float[] ramp(double perColumn, double perRow) {
        float[] values = new float[16 * 16];
        for (int t = 0; t < values.length; t++) {
            values[t] = (float) (perColumn * (t % 16) + perRow * (t / 16));
        }
        return values;
    }
}
