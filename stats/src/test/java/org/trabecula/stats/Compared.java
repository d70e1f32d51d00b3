package org.trabecula.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.trabecula.testkit.Conformance;

/// Compares numbers with a reference and counts them; the worst error is kept for the failure message.
public final class Compared {
    private final String suite;
    private long count;
    private double worst;

    public Compared(String suite) {
        this.suite = suite;
    }

    /// Asserts |ours − reference| ≤ tolerance · max(1, |reference|); NaN equals NaN, infinities equal themselves.
    public void close(String what, double ours, double reference, double tolerance) {
        count++;
        if (Double.isNaN(reference) || Double.isInfinite(reference)) {
            assertThat(Double.valueOf(ours)).as(what).isEqualTo(Double.valueOf(reference));
            return;
        }
        double error = Math.abs(ours - reference) / Math.max(1, Math.abs(reference));
        assertThat(error).as("%s: ours %s, reference %s", what, ours, reference).isLessThanOrEqualTo(tolerance);
        worst = Math.max(worst, error);
    }

    /// Asserts |ours − reference| ≤ tolerance · |reference|: for p values, whose small ones count too.
    public void relative(String what, double ours, double reference, double tolerance) {
        count++;
        if (Double.isNaN(reference) || Double.isInfinite(reference) || reference == 0) {
            assertThat(Double.valueOf(ours)).as(what).isEqualTo(Double.valueOf(reference));
            return;
        }
        double error = Math.abs(ours - reference) / Math.abs(reference);
        assertThat(error).as("%s: ours %s, reference %s", what, ours, reference).isLessThanOrEqualTo(tolerance);
        worst = Math.max(worst, error);
    }

    public void equal(String what, long ours, long reference) {
        count++;
        assertThat(ours).as(what).isEqualTo(reference);
    }

    /// The largest error so far, in the units of the comparisons made.
    public double worst() {
        return worst;
    }

    /// Tells the build how many values agreed.
    public void report() {
        assertThat(count).as("values compared in " + suite).isPositive();
        Conformance.compared(suite, count);
    }
}
