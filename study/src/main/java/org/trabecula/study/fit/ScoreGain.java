package org.trabecula.study.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.trabecula.evaluation.AddedValue;
import org.trabecula.learn.Training;
import org.trabecula.learn.TrainingScores;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.Moments;
import org.trabecula.stats.Normal;
import org.trabecula.stats.glm.LogisticFit;
import org.trabecula.stats.glm.LogisticRegression;

/// Whether a signature's score adds anything to age and sex: the likelihood ratio of nested logistic models, which DeLong's test is no
/// substitute for (Demler et al. 2012, doi:10.1002/sim.5328).
///
/// ```
/// χ² = 2 (ℓ(age, sex, score) − ℓ(age, sex)),   one degree of freedom
/// ```
///
/// The likelihood takes cases for independent; beside it stands Wald's test with the cluster-robust standard error. The coefficient is
/// that of the score in standard deviations.
public final class ScoreGain {
    private ScoreGain() {}

    /// One per signature, none where neither age nor sex is known.
    ///
    /// @param clinical age and sex of the training cases
    /// @param scores   of the same cases, by models that never saw their patients
    public static List<AddedValue> fit(Training clinical, Map<SignatureKind, TrainingScores> scores) {
        ClinicalData data = ClinicalData.fit(clinical);
        List<AddedValue> found = new ArrayList<>();
        if (!data.terms().isEmpty()) {
            scores.forEach((kind, own) -> found.add(one(kind, data, clinical, own)));
        }
        return found;
    }

    private static AddedValue one(SignatureKind kind, ClinicalData data, Training clinical, TrainingScores scores) {
        if (!scores.rows().equals(clinical.rows())) {
            throw new IllegalArgumentException("scores and clinical data must be of the same training cases");
        }
        double[] score = scores.values();
        double sd = Moments.sd(score);
        if (!(sd > 0)) {
            return without(kind, data, clinical, "every case has the same score");
        }
        List<double[]> columns = data.columns(clinical.table());
        double[] outcomes = clinical.outcome().zeroOne();
        LogisticFit smaller = LogisticRegression.fit(Matrix.ofColumns(columns.toArray(double[][]::new)), outcomes);
        columns.add(Arrays.stream(score).map(value -> value / sd).toArray());
        Matrix x = Matrix.ofColumns(columns.toArray(double[][]::new));
        LogisticFit larger = LogisticRegression.fit(x, outcomes);
        if (smaller.separated() || larger.separated()) {
            return without(kind, data, clinical, "the terms separate the classes, so the likelihood has no maximum");
        }
        double chiSquared = Math.max(0, 2 * (larger.logLik() - smaller.logLik())); // rounding below 0
        int last = larger.coefficients().length - 1;
        double coefficient = larger.coefficients()[last];
        double error = Math.sqrt(larger.robustCovariance(x, clinical.patients())[last][last]);
        return new AddedValue(
                kind.label(), data.terms(), clinical.size(), clinical.outcome().cases(), clinical.rows().clusters().count(), chiSquared,
                Normal.twoSided(Math.sqrt(chiSquared)), coefficient, error, Normal.twoSided(coefficient / error), "");
    }

    private static AddedValue without(SignatureKind kind, ClinicalData data, Training clinical, String why) {
        double none = Double.NaN;
        return new AddedValue(
                kind.label(), data.terms(), clinical.size(), clinical.outcome().cases(), clinical.rows().clusters().count(), none, none,
                none, none, none, why);
    }
}
