package org.trabecula.stats.glm;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.trabecula.stats.Interval;
import org.trabecula.stats.Matrix;

/// The profile of Firth's penalised likelihood over one coefficient: p values and limits that hold in small and separated
/// samples, where those from standard errors do not.
///
/// `2 (ℓ*_max − ℓ*_max given b_j)` is taken as chi-square with one degree of freedom. The fixed coefficient stays in the
/// information whose determinant penalises, as in logistf. Limits are where it reaches the quantile, to 1e-10.
///
/// Source: Heinze, Schemper 2002, doi:10.1002/sim.1047.
public final class FirthProfile {
    private static final ChiSquaredDistribution CHI_SQUARED = ChiSquaredDistribution.of(1);

    private final LogisticObjective objective;
    /// The same on columns that are not centred: there the first coefficient is the intercept of the columns as given.
    private final LogisticObjective uncentred;
    private final LogisticObjective.State best;

    /// @throws org.trabecula.core.InputException what [LogisticRegression#fitFirth] refuses
    public FirthProfile(Matrix x, double[] y) {
        LogisticRegression.fitFirth(x, y); // its checks
        double[] ones = new double[y.length];
        Arrays.fill(ones, 1);
        objective = new LogisticObjective(new CentredColumns(x), y, ones, new double[y.length], true);
        uncentred = new LogisticObjective(new CentredColumns(x, false), y, ones, new double[y.length], true);
        best = LogisticRegression.maximise(objective, new double[objective.size()], -1, true);
    }

    /// The likelihood-ratio statistic of "coefficient `j` is 0"; j = 0 is the intercept of the columns as given.
    public double chiSquared(int j) {
        return drop(j, 0);
    }

    public double p(int j) {
        return CHI_SQUARED.survivalProbability(chiSquared(j));
    }

    /// Limits of coefficient `j` that cover `level`.
    public Interval interval(int j, double level) {
        double quantile = CHI_SQUARED.inverseCumulativeProbability(level);
        double estimate = objective.columns.original(best.b(), true)[j];
        double se = Math.sqrt(objective.columns.originalCovariance(
                best.information().orElseThrow().inverse(), true)[j][j]);
        return new Interval(crossing(j, estimate, -se, quantile), crossing(j, estimate, se, quantile));
    }

    /// Where the drop reaches `quantile`, walking from the estimate in steps of `stride`, then halving.
    private double crossing(int j, double estimate, double stride, double quantile) {
        double inside = estimate;
        double outside = estimate + stride;
        while (drop(j, outside) < quantile) {
            inside = outside;
            outside += stride;
        }
        while (Math.abs(outside - inside) > 1e-12 * Math.max(1, Math.abs(inside))) {
            double middle = (inside + outside) / 2;
            if (middle == inside || middle == outside) {
                break;
            }
            if (drop(j, middle) < quantile) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return (inside + outside) / 2;
    }

    /// 2 (ℓ*_max − max ℓ* with coefficient j of the columns as given held at `value`).
    private double drop(int j, double value) {
        double[] start = best.b().clone();
        if (j == 0) {
            start[0] = value; // ℓ* is the same on both: centring leaves |I| alone
            return 2 * (best.value() - LogisticRegression.maximise(uncentred, start, 0, true).value());
        }
        start[j] = value * objective.columns.scale[j - 1];
        return 2 * (best.value() - LogisticRegression.maximise(objective, start, j, true).value());
    }
}
