package org.trabecula.phantom;

import java.util.SplittableRandom;

/// Ages, sexes, levels and numbers of fractures, distributed as in the study's cohort (method P1: 365 patients, 520
/// vertebrae, 315 of them acute).
///
/// Where P1 prints the stages apart, the difference is scaled by the effect: with effect 0 both stages draw from the
/// cohort's common distribution.
final class Demography {
    /// 253 of 365 patients had an acute fracture.
    static final double ACUTE_PATIENTS = 253.0 / 365;
    /// 242 of 365 in the study's Table 1.
    private static final double WOMEN = 242.0 / 365;
    /// A further fracture of an acute patient is chronic this often: gives 205 chronic among 520 vertebrae.
    private static final double OLD_BESIDE_FRESH = 0.42;

    private static final double THORACIC = 199.0 / 520;
    private static final double THORACIC_ACUTE = 111.0 / 315;
    private static final double THORACIC_CHRONIC = 88.0 / 205;

    private final double effect;

    /// @param effect above 1 counts as 1: people do not get older than published
    Demography(double effect) {
        this.effect = Math.min(effect, 1);
    }

    /// Fractured vertebrae of one patient, 1.43 on average (520 / 365), at most `most`.
    static int fractures(int most, SplittableRandom random) {
        double p = random.nextDouble();
        int count = p < 0.70 ? 1 : p < 0.90 ? 2 : p < 0.97 ? 3 : 4;
        return Math.min(count, most);
    }

    static boolean isWoman(SplittableRandom random) {
        return random.nextDouble() < WOMEN;
    }

    /// The stages of a patient's fractures: a chronic patient has old ones only.
    static FractureStage[] stages(FractureStage patient, int count, SplittableRandom random) {
        FractureStage[] stages = new FractureStage[count];
        stages[0] = patient;
        for (int f = 1; f < count; f++) {
            boolean old = patient == FractureStage.CHRONIC || random.nextDouble() < OLD_BESIDE_FRESH;
            stages[f] = old ? FractureStage.CHRONIC : FractureStage.ACUTE;
        }
        return stages;
    }

    /// Years: normal, kept within 17 … 95 (39 … 95 for chronic patients at effect 1) by drawing again. Acute
    /// 59.3 ± 18.1, chronic 71.1 ± 11.9, all 61.7 ± 17.0; patients with both stages lie nearer to the chronic ones, or
    /// else the chronic vertebrae would come out too young.
    int age(FractureStage[] stages, SplittableRandom random) {
        int old = 0;
        for (FractureStage stage : stages) {
            old += stage == FractureStage.CHRONIC ? 1 : 0;
        }
        double chronic = Math.sqrt((double) old / stages.length);
        double mean = 61.7 + effect * (57.4 + chronic * (72.0 - 57.4) - 61.7);
        double sd = 18 + effect * (19.5 + chronic * (12.6 - 19.5) - 18); // a little wider: the limits cut the tails
        double least = 17 + effect * chronic * (39 - 17);
        while (true) {
            double years = mean + sd * random.nextGaussian();
            if (years >= least && years <= 95) {
                return (int) Math.round(years);
            }
        }
    }

    /// How likely a fracture of this stage sits at this level.
    double share(Level level, FractureStage stage) {
        double apart = stage == FractureStage.ACUTE ? THORACIC_ACUTE : THORACIC_CHRONIC;
        double thoracic = THORACIC + effect * (apart - THORACIC);
        return level.shareWithinRegion() * (level.isThoracic() ? thoracic : 1 - thoracic);
    }
}
