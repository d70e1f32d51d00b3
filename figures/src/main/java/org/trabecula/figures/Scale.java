package org.trabecula.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.trabecula.core.Shown;

/// How values lie along an axis, and which of them are written.
///
/// @param low   value at the start
/// @param high  value at the end, above `low`
/// @param log   whether equal ratios, not equal differences, are equally far apart
/// @param ticks values that get a mark, rising
public record Scale(double low, double high, boolean log, List<Double> ticks) {
    public Scale {
        requireRange(low, high, log);
        ticks = List.copyOf(ticks);
    }

    private static void requireRange(double low, double high, boolean log) {
        if (!(high > low) || Double.isInfinite(high - low) || (log && !(low > 0))) {
            throw new IllegalArgumentException(
                    "an axis needs finite limits, low < high (and low > 0 if logarithmic), got " + low + " … " + high);
        }
    }

    /// From `low` to `high` as given, with about `marks` round ticks.
    public static Scale linear(double low, double high, int marks) {
        requireRange(low, high, false);
        return new Scale(low, high, false, roundTicks(low, high, marks));
    }

    /// From `low` to `high` as given, for what is counted: ticks are whole numbers.
    public static Scale counting(double low, double high, int marks) {
        requireRange(low, high, false);
        double step = Math.max(1, roundStep(high - low, marks));
        return new Scale(low, high, false, ticks(low, high, step));
    }

    /// Widened to round ticks on both sides. A single value gets a little room around it.
    public static Scale around(double low, double high, int marks) {
        double room = high > low ? 0 : Math.max(1e-9, 0.1 * Math.abs(low));
        double step = roundStep(high - low + 2 * room, marks);
        double from = step * Math.floor((low - room) / step + 1e-9);
        double to = step * Math.ceil((high + room) / step - 1e-9);
        return linear(from, to, marks);
    }

    /// 0 … 1 in steps of 0.2.
    public static Scale unit() {
        return new Scale(0, 1, false, List.of(0.0, 0.2, 0.4, 0.6, 0.8, 1.0));
    }

    /// Logarithmic, with ticks at powers of ten, and at 2 and 5 times them when there are few. A single value gets a
    /// factor of 2 on both sides.
    public static Scale logarithmic(double low, double high) {
        if (low == high) {
            return logarithmic(low / 2, high * 2);
        }
        requireRange(low, high, true);
        List<Double> tens = new ArrayList<>();
        List<Double> finer = new ArrayList<>();
        for (int power = (int) Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++) {
            for (int digit : new int[] {1, 2, 5}) {
                double value = Double.parseDouble(digit + "e" + power); // the nearest double, so that 0.001 prints so
                if (value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)) {
                    finer.add(value);
                    if (digit == 1) {
                        tens.add(value);
                    }
                }
            }
        }
        return new Scale(low, high, true, tens.size() >= 3 ? tens : finer);
    }

    /// Where a value lies: 0 at `low`, 1 at `high`.
    public double position(double value) {
        return log
                ? (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))
                : (value - low) / (high - low);
    }

    /// As it is written beside its tick.
    public String label(double tick) {
        if (tick == 0) {
            return "0";
        }
        double size = Math.abs(tick);
        if (size < 1e-4 || size >= 1e6) {
            return Shown.minus(String.format(Locale.ROOT, "%.0e", tick).replace("e-0", "e-").replace("e+0", "e"));
        }
        int decimals = log ? (int) Math.max(0, Math.ceil(-Math.log10(size) - 1e-9)) : decimals();
        return Shown.minus(String.format(Locale.ROOT, "%." + decimals + "f", tick));
    }

    private int decimals() {
        double step = ticks.size() < 2 ? high - low : ticks.get(1) - ticks.get(0);
        int decimals = 0;
        double scaled = step;
        while (decimals < 8 && Math.abs(scaled - Math.rint(scaled)) > 1e-6 * Math.max(1, scaled)) {
            scaled *= 10;
            decimals++;
        }
        return decimals;
    }

    private static List<Double> roundTicks(double low, double high, int marks) {
        return ticks(low, high, roundStep(high - low, marks));
    }

    private static List<Double> ticks(double low, double high, double step) {
        List<Double> ticks = new ArrayList<>();
        long first = (long) Math.ceil(low / step - 1e-9);
        long last = (long) Math.floor(high / step + 1e-9);
        for (long n = first; n <= last; n++) {
            ticks.add(Math.rint(n * step * 1e10) / 1e10);
        }
        return ticks;
    }

    /// 1, 2 or 5 times a power of ten: Heckbert's nice numbers (Graphics Gems, 1990, p. 61).
    private static double roundStep(double range, int marks) {
        double rough = range / Math.max(1, marks);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double digit = rough / power;
        double nice = digit < 1.5 ? 1 : digit < 3.5 ? 2 : digit < 7.5 ? 5 : 10;
        return nice * power;
    }
}
