package org.trabecula.core;

import java.util.Locale;

/// How numbers are shown to readers, on pages, in figures and on screens. Files keep full precision and never come here.
///
/// A minus is U+2212, a range has an en dash (and "to" where a limit is negative or signed, since "−0.2–−0.1" cannot be
/// read), a p-value is never 0, and a number that does not exist is [#NOT_ESTIMABLE], not "NaN".
public final class Shown {
    /// What stands in place of a number that does not exist.
    public static final String NOT_ESTIMABLE = "not estimable";

    private static final double WITHOUT_DECIMALS = 1e15;
    private static final double SMALLEST_OF_THREE_DECIMALS = 0.01;
    private static final double LARGEST_OF_THREE_DECIMALS = 1e6;
    private static final int DIGITS_OF_THE_LARGE = 4;

    private static final double SMALLEST_P = 0.001;

    private Shown() {}

    /// With so many decimals: `0.847`, `−1.20`. What rounds to zero has no sign; what a double holds no decimals of is `2.3e+16`.
    public static String fixed(double value, int decimals) {
        if (Math.abs(value) >= WITHOUT_DECIMALS && !Double.isInfinite(value)) {
            return significant(value, DIGITS_OF_THE_LARGE);
        }
        return unless(value, String.format(Locale.ROOT, "%." + decimals + "f", value));
    }

    /// With its sign: `+0.035`, `−0.008`, `0.000`.
    public static String signed(double value, int decimals) {
        String plain = fixed(value, decimals);
        return value > 0 && !plain.matches("[0.]+") && Double.isFinite(value) ? "+" + plain : plain;
    }

    /// A number of any size: three decimals where they show it, else four significant digits.
    public static String value(double value) {
        double size = Math.abs(value);
        boolean shown = value == 0 || size >= SMALLEST_OF_THREE_DECIMALS && size < LARGEST_OF_THREE_DECIMALS || !Double.isFinite(value);
        return shown ? fixed(value, 3) : significant(value, DIGITS_OF_THE_LARGE);
    }

    /// With so many significant digits: `0.0587`, `1.2e−5`. Zeros at the end of decimals are left out.
    public static String significant(double value, int digits) {
        if (value == 0 || !Double.isFinite(value)) {
            return fixed(value, 0);
        }
        int power = (int) Math.floor(Math.log10(Math.abs(value)));
        if (power < -4 || power >= 9) {
            String scientific = String.format(Locale.ROOT, "%." + (digits - 1) + "e", value);
            String mantissa = scientific.substring(0, scientific.indexOf('e'));
            return minus(mantissa + "e" + Integer.parseInt(scientific.substring(scientific.indexOf('e') + 1)));
        }
        String written = String.format(Locale.ROOT, "%." + Math.max(0, digits - 1 - power) + "f", value);
        return minus(written.contains(".") ? written.replaceAll("0+$", "").replaceAll("\\.$", "") : written);
    }

    /// A p-value: `0.034`, `< 0.001`.
    public static String p(double p) {
        return p < SMALLEST_P ? "< 0.001" : fixed(p, 3);
    }

    /// In a sentence: `p = 0.034`, `p < 0.001`, `p not estimable`.
    public static String pInWords(double p) {
        return Double.isNaN(p) ? "p " + NOT_ESTIMABLE : p < SMALLEST_P ? "p " + p(p) : "p = " + p(p);
    }

    /// `0.861–0.951`, `−0.063 to 0.046`.
    public static String range(double lower, double upper, int decimals) {
        if (Double.isNaN(lower + upper)) {
            return NOT_ESTIMABLE;
        }
        String from = fixed(lower, decimals);
        String to = fixed(upper, decimals);
        return from + (from.startsWith("−") || to.startsWith("−") ? " to " : "–") + to;
    }

    /// An estimate with its interval: `0.912 (0.861–0.951)`; without limits `0.912 (interval not estimable)`.
    public static String interval(double estimate, double lower, double upper, int decimals) {
        if (Double.isNaN(estimate)) {
            return NOT_ESTIMABLE;
        }
        String limits = range(lower, upper, decimals);
        return fixed(estimate, decimals) + " (" + (limits.equals(NOT_ESTIMABLE) ? "interval " + limits : limits) + ")";
    }

    /// A difference with its interval: `+0.035 (−0.040 to +0.110)`.
    public static String difference(double estimate, double lower, double upper, int decimals) {
        if (Double.isNaN(estimate)) {
            return NOT_ESTIMABLE;
        }
        String limits = Double.isNaN(lower + upper)
                ? "interval " + NOT_ESTIMABLE
                : signed(lower, decimals) + " to " + signed(upper, decimals);
        return signed(estimate, decimals) + " (" + limits + ")";
    }

    /// `1 feature`, `0 features`, `21 features`.
    public static String count(long number, String noun) {
        return count(number, noun, noun + "s");
    }

    /// `1 vertebra`, `2 vertebrae`.
    public static String count(long number, String one, String many) {
        return minus(Long.toString(number)) + " " + (number == 1 ? one : many);
    }

    /// The text of a number with a true minus in place of a hyphen.
    public static String minus(String written) {
        return written.replace('-', '−');
    }

    private static String unless(double value, String written) {
        if (Double.isNaN(value)) {
            return NOT_ESTIMABLE;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        boolean zero = written.matches("-[0.]+");
        return minus(zero ? written.substring(1) : written);
    }
}
