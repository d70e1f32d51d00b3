package org.trabecula.study.settings;

import java.util.List;

/// How performance grows with the number of training patients: `learning_curve: {shares: [0.4, 0.6, 0.8], times: 2}`.
///
/// @param shares of the training patients of each fold, rising; the whole is always among the points
/// @param times  repetitions of the cross-validation, from the first, in which smaller parts are fitted to; 0: no curve
public record LearningSteps(List<Double> shares, int times) {
    static final LearningSteps NONE = new LearningSteps(List.of(), 0);

    public LearningSteps {
        shares = List.copyOf(shares);
        double before = 0;
        for (double share : shares) {
            if (!(share > before && share < 1)) {
                throw new SettingException("learning_curve.shares", "rising numbers above 0 and below 1", shares.toString());
            }
            before = share;
        }
        if (times < 0) {
            throw new SettingException("learning_curve.times", "0 or more", String.valueOf(times));
        }
    }

    /// Whether a curve is asked for.
    public boolean any() {
        return times > 0 && !shares.isEmpty();
    }
}
