package org.trabecula.deep.finetune;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Small crops that a network can learn: noise, with horizontal stripes where the outcome is positive.
final class StripeCrops {
    static final int SIZE = 32;

    private StripeCrops() {}

    static List<TrainingCrop> of(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<TrainingCrop> crops = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            int outcome = n % 2;
            float[] values = new float[SIZE * SIZE];
            for (int t = 0; t < values.length; t++) {
                double stripe = t / SIZE / 4 % 2 == 0 ? 1 : -1;
                values[t] = (float) (random.nextGaussian() + outcome * stripe);
            }
            crops.add(new TrainingCrop("case-" + n, "patient-" + n / 2 * 2 % 10 + n % 2, values, outcome));
        }
        return crops;
    }
}
