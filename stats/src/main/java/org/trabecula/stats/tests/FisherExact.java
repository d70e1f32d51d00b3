package org.trabecula.stats.tests;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.LogGamma;
import org.trabecula.stats.Interval;

/// Fisher's exact test of a table of counts, given all margins.
///
/// In a 2 × 2 table with odds ratio ω the upper left count has the noncentral hypergeometric distribution, P(x) ∝ C(m, x) C(n, k − x) ω^x.
///
/// Two-sided p sums the tables that are no likelier than the observed one, up to a factor 1 + 1e-7 as in R. The odds ratio
/// is the conditional maximum likelihood estimate, not ad/bc; its 95 % interval inverts the two one-sided tests.
///
/// Source: R's `fisher.test`; Fisher 1935, doi:10.2307/2342435.
public final class FisherExact {
    private static final double AS_LIKELY = 1 + 1e-7;

    private final int low;
    private final double[] logCentral; // log P(low + i) under ω = 1, up to a constant
    private final int observed;

    private FisherExact(ContingencyTable table) {
        table.requireTwoByTwo("this exact test");
        int m = table.count(0, 0) + table.count(1, 0);
        int n = table.count(0, 1) + table.count(1, 1);
        int k = table.count(0, 0) + table.count(0, 1);
        low = Math.max(0, k - n);
        int high = Math.min(k, m);
        logCentral = new double[high - low + 1];
        for (int i = 0; i < logCentral.length; i++) {
            int x = low + i;
            logCentral[i] = logChoose(m, x) + logChoose(n, k - x);
        }
        observed = table.count(0, 0) - low;
    }

    /// @return p, the odds ratio as estimate, its interval (one-sided for one-sided alternatives)
    public static TestResult test(ContingencyTable table, Alternative alternative) {
        FisherExact exact = new FisherExact(table);
        double p = switch (alternative) {
            case TWO_SIDED -> exact.twoSided();
            case LESS -> exact.atMost(1);
            case GREATER -> exact.atLeast(1);
        };
        Interval interval = switch (alternative) {
            case TWO_SIDED -> new Interval(exact.lower(0.025), exact.upper(0.025));
            case LESS -> new Interval(0, exact.upper(0.05));
            case GREATER -> new Interval(exact.lower(0.05), Double.POSITIVE_INFINITY);
        };
        return new TestResult(
                "Fisher's exact", Double.NaN, Double.NaN, Double.NaN, Math.min(1, p), exact.oddsRatio(), interval);
    }

    /// Of any size: [#test] two-sided for 2 × 2, Freeman and Halton's p alone for larger tables, p by simulation
    /// ([FisherSimulated]) for tables whose exact p would take too long, and no p (NaN) where even that would. The method says
    /// which it was.
    public static TestResult test(ContingencyTable table) {
        if (table.isTwoByTwo()) {
            return test(table, Alternative.TWO_SIDED);
        }
        OptionalDouble exact = FisherFreemanHalton.p(table);
        return exact.isPresent()
                ? TestResult.of("Fisher's exact", Double.NaN, Double.NaN, exact.getAsDouble())
                : FisherSimulated.test(table);
    }

    private double twoSided() {
        double[] probability = probabilities(1);
        double p = 0;
        for (double one : probability) {
            p += one <= probability[observed] * AS_LIKELY ? one : 0;
        }
        return p;
    }

    private double atMost(double omega) {
        double[] probability = probabilities(omega);
        double p = 0;
        for (int i = 0; i <= observed; i++) {
            p += probability[i];
        }
        return p;
    }

    private double atLeast(double omega) {
        double[] probability = probabilities(omega);
        double p = 0;
        for (int i = probability.length - 1; i >= observed; i--) {
            p += probability[i];
        }
        return p;
    }

    private double[] probabilities(double omega) {
        double[] probability = new double[logCentral.length];
        double log = Math.log(omega);
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < probability.length; i++) {
            probability[i] = logCentral[i] + log * (low + i);
            largest = Math.max(largest, probability[i]);
        }
        double sum = 0;
        for (int i = 0; i < probability.length; i++) {
            probability[i] = Math.exp(probability[i] - largest);
            sum += probability[i];
        }
        for (int i = 0; i < probability.length; i++) {
            probability[i] /= sum;
        }
        return probability;
    }

    /// The ω whose mean count is the observed one; 0 and ∞ at the ends of the support.
    private double oddsRatio() {
        if (observed == 0) {
            return 0;
        }
        if (observed == logCentral.length - 1) {
            return Double.POSITIVE_INFINITY;
        }
        return solve(omega -> {
            double[] probability = probabilities(omega);
            double mean = 0;
            for (int i = 0; i < probability.length; i++) {
                mean += i * probability[i];
            }
            return mean - observed;
        });
    }

    /// The ω at which a count this large has probability `tail`.
    private double lower(double tail) {
        return observed == 0 ? 0 : solve(omega -> atLeast(omega) - tail);
    }

    /// The ω at which a count this small has probability `tail`.
    private double upper(double tail) {
        return observed == logCentral.length - 1
                ? Double.POSITIVE_INFINITY
                : solve(omega -> tail - atMost(omega));
    }

    /// The root of a function that rises with ω, by bisection of log ω.
    private static double solve(DoubleUnaryOperator rising) {
        double low = -50;
        double high = 50;
        while (high - low > 1e-14 * Math.max(1, Math.abs(low))) {
            double middle = (low + high) / 2;
            if (middle == low || middle == high) {
                break;
            }
            if (rising.applyAsDouble(Math.exp(middle)) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp((low + high) / 2);
    }

    private static double logChoose(int n, int k) {
        return LogGamma.value(n + 1.0) - LogGamma.value(k + 1.0) - LogGamma.value(n - k + 1.0);
    }
}
