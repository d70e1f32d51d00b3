package org.trabecula.stats.nomogram;

/// How a linear predictor becomes a probability, and back.
public sealed interface Link {
    double probability(double linearPredictor);

    /// The exact inverse of [#probability].
    double linearPredictor(double probability);

    /// Logistic regression: the probability of the outcome, 1/(1 + exp(−η)).
    record Logistic() implements Link {
        @Override
        public double probability(double linearPredictor) {
            return 1 / (1 + Math.exp(-linearPredictor));
        }

        @Override
        public double linearPredictor(double probability) {
            return Math.log(probability / (1 - probability));
        }
    }

    /// Cox's model: the probability of no event up to a time, exp(−Λ_0 exp(η)).
    ///
    /// @param time   in the unit of the data
    /// @param hazard Λ_0, the cumulative hazard up to then at η = 0
    record Survival(double time, double hazard) implements Link {
        @Override
        public double probability(double linearPredictor) {
            return Math.exp(-hazard * Math.exp(linearPredictor));
        }

        @Override
        public double linearPredictor(double probability) {
            return Math.log(-Math.log(probability) / hazard);
        }
    }
}
