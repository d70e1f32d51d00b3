package org.trabecula.phantom;

import java.util.SplittableRandom;

/// What is particular to a person and says nothing about a stage: size, bone density, vessels.
///
/// @param scale        size relative to [Level]'s
/// @param trabecularHu mean HU of sound spongy bone
/// @param cortexHu     HU of the cortical shell before blurring
/// @param grainHu      standard deviation of the trabecular texture in sound bone, before blurring
/// @param muscleFatHu  by how much streaks of fat lower a muscle's HU
/// @param aortaMm      radius of the aorta
record Body(double scale, double trabecularHu, double cortexHu, double grainHu, double muscleFatHu, double aortaMm) {
    /// Trabecular HU falls with age as the attenuation of L1 does at 120 kVp, some 2 HU a year (Jang et al., Radiology 291
    /// (2019) 360–367), whatever the stage.
    static Body draw(int age, boolean woman, SplittableRandom random) {
        double scale = (woman ? 0.95 : 1.04) * (1 + 0.035 * random.nextGaussian());
        double trabecularHu = Math.max(45, 158 - 1.9 * (age - 60) + 26 * random.nextGaussian());
        double cortexHu = 900 - 3 * (age - 60) + 60 * random.nextGaussian();
        double grainHu = 55 * Math.sqrt(trabecularHu / 150) * (1 + 0.1 * random.nextGaussian());
        double muscleFatHu = Math.max(0, 1.2 * (age - 25) + 10 * random.nextGaussian());
        double aortaMm = 9 + 0.04 * (age - 50) + 0.7 * random.nextGaussian();
        return new Body(scale, trabecularHu, cortexHu, grainHu, muscleFatHu, aortaMm);
    }
}
