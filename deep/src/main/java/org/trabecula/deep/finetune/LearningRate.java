package org.trabecula.deep.finetune;

/// How the learning rate of every group moves from step to step, as a share of the group's own rate.
public sealed interface LearningRate {
    /// The share, 0 … 1, before the warm-up.
    ///
    /// @param epochs time since the start in epochs, with fractions by iteration
    double share(double epochs);

    /// Always 1.
    record Constant() implements LearningRate {
        @Override
        public double share(double epochs) {
            return 1;
        }
    }

    /// Cosine annealing with warm restarts, stepped by iteration (P17).
    ///
    /// ```
    /// share = lowest + ½ (1 − lowest) (1 + cos(π T_cur / T_i))
    /// ```
    ///
    /// T_cur: epochs since the last restart; T_0 = `firstPeriodEpochs`, T_{i+1} = `periodFactor` · T_i.
    /// Source: Loshchilov and Hutter 2017, "SGDR: stochastic gradient descent with warm restarts", equation 5.
    ///
    /// @param firstPeriodEpochs at least 1
    /// @param periodFactor      at least 1
    /// @param lowestShare       0 … 1
    record CosineRestarts(int firstPeriodEpochs, int periodFactor, double lowestShare) implements LearningRate {
        @Override
        public double share(double epochs) {
            double since = epochs;
            double period = firstPeriodEpochs;
            while (since >= period) {
                since -= period;
                period *= periodFactor;
            }
            return lowestShare + (1 - lowestShare) / 2 * (1 + Math.cos(Math.PI * since / period));
        }
    }
}
