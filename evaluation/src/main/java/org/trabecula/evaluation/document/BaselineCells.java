package org.trabecula.evaluation.document;

import org.trabecula.core.Shown;
import org.trabecula.stats.table1.Summary;

/// What a baseline table shows of one variable in one group, rounded as in a paper: here for `evaluate --table1` and for a
/// study's report alike.
///
/// A mean, a median and their spread have the decimals that show two significant digits of the standard deviation, one at
/// least. Shares of fewer than 100 have no decimal, as one case moves them by more than 1 %.
public final class BaselineCells {
    private static final int SHARES_WITH_DECIMALS_FROM = 100;
    private static final int MOST_DECIMALS = 6;
    private static final int DIGITS_BEYOND = 3;

    private BaselineCells() {}

    /// `65.5 ± 9.7`; of one value, the value.
    public static String meanSd(Summary summary) {
        return summary.n() == 0
                ? Shown.NOT_ESTIMABLE
                : number(summary, summary.mean()) + (summary.n() == 1 ? "" : " ± " + number(summary, summary.sd()));
    }

    /// `0.82 (0.41–1.20)`.
    public static String medianQuartiles(Summary summary) {
        if (summary.n() == 0) {
            return Shown.NOT_ESTIMABLE;
        }
        return number(summary, summary.median()) + " (" + range(number(summary, summary.q25()), number(summary, summary.q75())) + ")";
    }

    /// `39–95`, `0.41–1.20`: smallest and largest, whole numbers as they are.
    public static String range(Summary summary) {
        if (summary.n() == 0) {
            return Shown.NOT_ESTIMABLE;
        }
        boolean whole = summary.min() == Math.rint(summary.min()) && summary.max() == Math.rint(summary.max());
        return range(shown(summary, summary.min(), whole), shown(summary, summary.max(), whole));
    }

    private static String shown(Summary summary, double value, boolean whole) {
        return whole ? Shown.fixed(value, 0) : number(summary, value);
    }

    private static String range(String lower, String upper) {
        boolean signed = lower.startsWith("−") || upper.startsWith("−");
        return lower + (signed ? " to " : "–") + upper;
    }

    /// `107 (66.5 %)`, `12 (34 %)`.
    ///
    /// @param of how many, those of whom it is not known left out
    public static String share(long count, long of) {
        return count + (of == 0 ? "" : " (" + Shown.fixed(100.0 * count / of, of < SHARES_WITH_DECIMALS_FROM ? 0 : 1) + " %)");
    }

    /// `3 not recorded`; nothing for none.
    public static String unknown(long count) {
        return count == 0 ? "" : count + " not recorded";
    }

    /// A cell and how many it leaves out.
    public static String withUnknown(String shown, long count) {
        return count == 0 ? shown : shown + "; " + unknown(count);
    }

    private static String number(Summary summary, double value) {
        double spread = summary.sd() > 0 ? summary.sd() : Math.abs(summary.mean());
        int decimals = spread > 0 && spread < 1 ? 1 - (int) Math.floor(Math.log10(spread)) : 1;
        return decimals > MOST_DECIMALS ? Shown.significant(value, DIGITS_BEYOND) : Shown.fixed(value, decimals);
    }
}
