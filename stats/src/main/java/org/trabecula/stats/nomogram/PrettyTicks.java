package org.trabecula.stats.nomogram;

/// Round tick values that cover a range, by R's rule: steps of 1, 2 or 5 times a power of ten, at least a third as many
/// intervals as asked for.
///
/// Source: `pretty` of R 4.2 with its defaults (`high.u.bias` 1.5, `u5.bias` 2.75, `shrink.sml` 0.75).
public final class PrettyTicks {
    private static final double ROUNDING = 1e-10;
    private static final double HIGH_BIAS = 1.5;
    private static final double FIVE_BIAS = 0.5 + 1.5 * HIGH_BIAS;
    private static final double SHRINK = 0.75;

    private PrettyTicks() {}

    /// @param intervals about how many
    /// @throws IllegalArgumentException unless both ends are finite and in order
    public static double[] of(double lowest, double highest, int intervals) {
        if (!(lowest <= highest) || !Double.isFinite(highest - lowest)) {
            throw new IllegalArgumentException("ticks need a finite range, got " + lowest + " … " + highest);
        }
        int fewest = intervals / 3;
        double unit = unit(lowest, highest, intervals, fewest);
        double from = Math.floor(lowest / unit + ROUNDING);
        double to = Math.ceil(highest / unit - ROUNDING);
        while (from * unit > lowest + ROUNDING * unit) {
            from--;
        }
        while (to * unit < highest - ROUNDING * unit) {
            to++;
        }
        int missing = fewest - (int) (0.5 + (to - from));
        if (missing > 0) {
            if (lowest == 0 && from == 0 && highest != 0) {
                to += missing;
            } else if (highest == 0 && to == 0 && lowest != 0) {
                from -= missing;
            } else if (from >= 0) {
                to += missing / 2;
                from -= missing / 2 + missing % 2;
            } else {
                from -= missing / 2;
                to += missing / 2 + missing % 2;
            }
        }
        return sequence(Math.min(from * unit, lowest), Math.max(to * unit, highest), (int) Math.round(to - from));
    }

    private static double unit(double lowest, double highest, int intervals, int fewest) {
        double span = highest - lowest;
        double cell = Math.max(Math.abs(lowest), Math.abs(highest));
        double tiny = 1 + (FIVE_BIAS >= 1.5 * HIGH_BIAS + 0.5 ? 1 / (1 + HIGH_BIAS) : 1.5 / (1 + FIVE_BIAS));
        tiny *= Math.max(1, intervals) * Math.ulp(1.0);
        if (span == 0 && highest == 0) {
            cell = 1;
        }
        if (span < cell * tiny * 3) { // a single value, or as good as
            if (cell > 10) {
                cell = 9 + cell / 10;
            }
            cell *= SHRINK;
            if (fewest > 1) {
                cell /= fewest;
            }
        } else {
            cell = span / Math.max(1, intervals);
        }
        double base = Math.pow(10, Math.floor(Math.log10(cell)));
        double unit = base;
        if (2 * base - cell < HIGH_BIAS * (cell - unit)) {
            unit = 2 * base;
            if (5 * base - cell < FIVE_BIAS * (cell - unit)) {
                unit = 5 * base;
                if (10 * base - cell < HIGH_BIAS * (cell - unit)) {
                    unit = 10 * base;
                }
            }
        }
        return unit;
    }

    /// As R's `seq(from, to, length.out = n + 1)`; a value near zero among larger ones is zero.
    private static double[] sequence(double from, double to, int intervals) {
        if (intervals < 1) {
            return new double[] {from};
        }
        double[] ticks = new double[intervals + 1];
        double step = (to - from) / intervals;
        for (int k = 0; k <= intervals; k++) {
            ticks[k] = k == intervals ? to : from + k * step;
            if (Math.abs(ticks[k]) < 1e-14 * step) {
                ticks[k] = 0;
            }
        }
        return ticks;
    }
}
