package org.trabecula.stats.samplesize;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.LogBeta;
import org.trabecula.stats.Normal;

/// How the log-odds that a model gives are spread over the cases of a cohort.
public sealed interface LogitSpread {
    /// Its density at a log-odds.
    double density(double logit);

    /// Where the density is worth looking at; nothing happens beyond ±60, where a probability is 0 or 1.
    double lowest();

    /// See [#lowest()].
    double highest();

    /// Normal log-odds.
    ///
    /// @param mean of the log-odds
    /// @param sd   > 0
    record Gaussian(double mean, double sd) implements LogitSpread {
        public Gaussian {
            Assumptions.above0("a standard deviation of log-odds", sd);
            if (!(Math.abs(mean) <= FAR)) {
                throw Assumptions.refused("mean log-odds of " + mean, "between −60 and 60", "give the mean of the linear predictor");
            }
        }

        @Override
        public double density(double logit) {
            double z = (logit - mean) / sd;
            return Math.exp(-z * z / 2) / (sd * Math.sqrt(2 * Math.PI));
        }

        @Override
        public double lowest() {
            return Math.max(-FAR, mean - TAIL * sd);
        }

        @Override
        public double highest() {
            return Math.min(FAR, mean + TAIL * sd);
        }
    }

    /// Probabilities with a beta distribution.
    ///
    /// @param alpha > 0
    /// @param beta  > 0
    record BetaRisks(double alpha, double beta) implements LogitSpread {
        public BetaRisks {
            Assumptions.above0("a parameter α", alpha);
            Assumptions.above0("a parameter β", beta);
        }

        /// p^α (1 − p)^β / B(α, β): the beta density times dp / d logit = p (1 − p).
        @Override
        public double density(double logit) {
            double logP = -Math.log1p(Math.exp(-logit));
            double logRest = -Math.log1p(Math.exp(logit));
            return Math.exp(alpha * logP + beta * logRest - LogBeta.value(alpha, beta));
        }

        @Override
        public double lowest() {
            return -FAR;
        }

        @Override
        public double highest() {
            return FAR;
        }
    }

    /// A calibrated model of known AUC whose log-odds are normal with one variance in either class: then the variance is
    /// σ² = 2 Φ⁻¹(AUC)², the classes lie σ² apart, and controls have the mean logit φ − σ²/2.
    ///
    /// @param auc        above 0.5
    /// @param prevalence φ
    record TwoClasses(double auc, double prevalence) implements LogitSpread {
        public TwoClasses {
            Assumptions.auc(auc);
            Assumptions.share("a prevalence", prevalence);
        }

        @Override
        public double density(double logit) {
            return prevalence * of(1).density(logit) + (1 - prevalence) * of(0).density(logit);
        }

        @Override
        public double lowest() {
            return of(0).lowest();
        }

        @Override
        public double highest() {
            return of(1).highest();
        }

        private Gaussian of(int outcome) {
            double sd = Math.sqrt(2) * Normal.quantile(auc);
            double middle = Math.log(prevalence / (1 - prevalence));
            return new Gaussian(middle + (outcome - 0.5) * sd * sd, sd);
        }
    }

    /// Log-odds beyond which probabilities are 0 or 1 to all purposes.
    double FAR = 60;
    /// Standard deviations beyond which nobody is.
    double TAIL = 12;

    /// ∫ value(x) density(x) dx from a log-odds on; Simpson's rule on a grid as fine as rounding asks for.
    default double mean(DoubleUnaryOperator value, double from) {
        int steps = 20_000;
        double low = Math.max(from, lowest());
        double high = highest();
        if (!(low < high)) {
            return 0;
        }
        double h = (high - low) / steps;
        double sum = 0;
        for (int k = 0; k <= steps; k++) {
            double x = low + k * h;
            double weight = k == 0 || k == steps ? 1 : k % 2 == 1 ? 4 : 2;
            sum += weight * value.applyAsDouble(x) * density(x);
        }
        return sum * h / 3;
    }

    /// The mean over everybody.
    default double mean(DoubleUnaryOperator value) {
        return mean(value, lowest());
    }
}
