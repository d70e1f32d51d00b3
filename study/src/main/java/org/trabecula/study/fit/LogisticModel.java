package org.trabecula.study.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.trabecula.learn.Sound;
import org.trabecula.learn.Training;
import org.trabecula.learn.evidence.Attempt;
import org.trabecula.learn.evidence.Evidence;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.glm.LinearPredictor;
import org.trabecula.stats.glm.LogisticFit;
import org.trabecula.stats.glm.LogisticRegression;
import org.trabecula.stats.glm.OddsRatio;

/// A small logistic model: logit p = intercept + Σ coefficient × term.
///
/// @param terms        such as `age`, `sex`, `fusion`
/// @param coefficients one per term
/// @param covariance   of intercept and coefficients, robust against several vertebrae of one patient
/// @param note         what is unusual about the fit; empty when nothing is
public record LogisticModel(
        double intercept, List<String> terms, double[] coefficients, double[][] covariance, String note) {
    public LogisticModel {
        terms = List.copyOf(terms);
        Sound.names("terms", terms);
        Sound.count("coefficients", coefficients.length, terms.size());
        Sound.finite("intercept and coefficients", intercept);
        Sound.finite("intercept and coefficients", coefficients);
        Sound.count("rows of the covariance", covariance.length, terms.size() + 1);
        for (double[] row : covariance) {
            Sound.count("columns of the covariance", row.length, terms.size() + 1);
        }
    }

    /// Maximum likelihood; where the terms separate the classes, Firth's penalised likelihood, and the note says so. No model
    /// where the terms together predict no better than the prevalence ([Evidence]).
    ///
    /// @param columns  one per term, of the training cases
    static Attempt<LogisticModel> fit(List<String> terms, double[][] columns, Training training) {
        return fit(terms, columns, training, false);
    }

    /// @param penalised whether the likelihood is penalised even where classes are not separated
    static Attempt<LogisticModel> fit(List<String> terms, double[][] columns, Training training, boolean penalised) {
        Matrix x = Matrix.ofColumns(columns);
        double[] outcomes = training.outcome().zeroOne();
        LogisticFit fit = LogisticRegression.fit(x, outcomes);
        String note = "";
        if (penalised && !fit.separated()) {
            fit = LogisticRegression.fitFirth(x, outcomes);
            note = "few cases for its terms: Firth's penalised likelihood was used";
        } else if (fit.separated()) {
            fit = LogisticRegression.fitFirth(x, outcomes);
            note = "the terms separate the classes among training cases: Firth's penalised likelihood was used";
        }
        Optional<String> against = Evidence.against(fit, terms.size(), training.outcome(), fit.linearPredictor(x));
        if (against.isPresent()) {
            return Attempt.without(against.get());
        }
        double[] all = fit.coefficients();
        return Attempt.with(new LogisticModel(
                fit.intercept(), terms, Arrays.copyOfRange(all, 1, all.length), fit.robustCovariance(x, training.patients()), note));
    }

    /// The same, with something said about it.
    LogisticModel noting(String more) {
        return new LogisticModel(intercept, terms, coefficients, covariance, note.isEmpty() ? more : note + "; " + more);
    }

    /// Robust standard error of a term.
    public double standardError(int term) {
        return Math.sqrt(covariance[term + 1][term + 1]);
    }

    /// What one unit of a term multiplies the odds by, with its 95 % interval from the robust standard error.
    public OddsRatio oddsRatio(int term) {
        return OddsRatio.of(coefficients[term], standardError(term), 0.95);
    }

    /// The linear predictor of every row.
    public double[] logits(double[][] columns) {
        return LinearPredictor.of(Matrix.ofColumns(columns), intercept, coefficients);
    }

    /// Probability of the positive class, one per row.
    public double[] probabilities(double[][] columns) {
        return probabilities(logits(columns));
    }

    static double[] probabilities(double[] logits) {
        double[] p = new double[logits.length];
        for (int row = 0; row < p.length; row++) {
            p[row] = 1 / (1 + Math.exp(-logits[row]));
        }
        return p;
    }
}
