package org.trabecula.stats.published;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;
import org.trabecula.stats.tests.ContingencyTable;
import org.trabecula.stats.tests.FisherExact;

/// Whether a printed p value can come from the printed means or counts.
///
/// @param printed the p value as printed
/// @param tests   the usual tests with the p values that the printed figures allow
public record PublishedBaseline(Printed printed, List<Recomputed> tests) {
    public PublishedBaseline {
        tests = List.copyOf(tests);
    }

    /// A test's p over all values that round to what is printed.
    ///
    /// @param lowest  p
    /// @param highest p; equal to the lowest for counts
    /// @param agrees  whether the printed p lies among them, within its own rounding
    public record Recomputed(String test, double lowest, double highest, boolean agrees) {}

    /// A group as a Table 1 prints it.
    public record Group(int n, Printed mean, Printed sd) {
        public Group {
            if (n < 2) {
                throw new IllegalArgumentException("a group with a standard deviation has 2 rows or more, got " + n);
            }
        }
    }

    /// Whether any usual test gives the printed p.
    public boolean possible() {
        return tests.stream().anyMatch(Recomputed::agrees);
    }

    /// From mean ± sd of two groups, by Student's and Welch's t.
    ///
    /// p falls with the distance of the means and rises with both sds (but for Welch's degrees of freedom, a far smaller
    /// effect), so the corners of the rounding box are its ends.
    public static PublishedBaseline ofMeans(Group a, Group b, Printed p) {
        double distance = Math.abs(a.mean().value() - b.mean().value());
        double rounding = a.mean().half() + b.mean().half();
        double near = Math.max(0, distance - rounding);
        double far = distance + rounding;
        List<Recomputed> tests = new ArrayList<>();
        for (boolean equalVariances : new boolean[] {true, false}) {
            double lowest = p(far, a, b, -1, equalVariances);
            double highest = p(near, a, b, 1, equalVariances);
            String name = equalVariances ? "Student's t" : "Welch's t";
            tests.add(new Recomputed(name, lowest, highest, p.allowsAnyOf(lowest, highest)));
        }
        return new PublishedBaseline(p, tests);
    }

    private static double p(double distance, Group a, Group b, int sign, boolean equalVariances) {
        double sa = Math.max(0, a.sd().value() + sign * a.sd().half());
        double sb = Math.max(0, b.sd().value() + sign * b.sd().half());
        double va = sa * sa / a.n();
        double vb = sb * sb / b.n();
        double df = (va + vb) * (va + vb) / (va * va / (a.n() - 1) + vb * vb / (b.n() - 1));
        double se = Math.sqrt(va + vb);
        if (equalVariances) {
            df = a.n() + b.n() - 2.0;
            se = Math.sqrt(((a.n() - 1) * sa * sa + (b.n() - 1) * sb * sb) / df * (1.0 / a.n() + 1.0 / b.n()));
        }
        return se > 0 ? 2 * TDistribution.of(df).survivalProbability(distance / se) : distance > 0 ? 0 : 1;
    }

    /// From a table of counts, by chi-square with and without Yates' correction and Fisher's test.
    public static PublishedBaseline ofCounts(ContingencyTable counts, Printed p) {
        List<Recomputed> tests = new ArrayList<>();
        tests.add(exactly("chi-square", counts.chiSquare(false).p(), p));
        if (counts.rows() == 2 && counts.columns() == 2) {
            tests.add(exactly("chi-square with Yates' correction", counts.chiSquare(true).p(), p));
        }
        tests.add(exactly("Fisher's exact", FisherExact.test(counts).p(), p));
        return new PublishedBaseline(p, tests);
    }

    private static Recomputed exactly(String test, double value, Printed p) {
        return new Recomputed(test, value, value, p.allows(value));
    }
}
