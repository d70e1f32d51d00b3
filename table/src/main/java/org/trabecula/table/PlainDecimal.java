package org.trabecula.table;

/// Decimals as tables mostly hold them, `-0.127` or `42`, in the eight bytes of a `long`: text and number both come back as they
/// were.
///
/// A sign, up to 22 decimals and a whole number of all digits below 2⁵⁷, which 17 digits are, so the shortest decimals of
/// doubles fit. Other spellings of a number (`+5`, `.5`, `007`, `1e-5`) are left to be kept as text.
///
/// The number is digits / 10^decimals. Where the digits are at most 2⁵³, both are exact as doubles, so that their quotient is
/// the double nearest to the decimal: what `Double.parseDouble` returns. Of more digits, the quotient is corrected by what is
/// left, digits − quotient · 10^decimals, taken in twice the precision.
///
/// Source: Clinger 1990, doi:10.1145/93542.93557, section 2; Dekker 1971, doi:10.1007/BF01397083.
final class PlainDecimal {
    /// No such decimal.
    static final long NONE = -1;

    private static final int DIGIT_BITS = 57;
    private static final long DIGITS = (1L << DIGIT_BITS) - 1;
    private static final int DECIMAL_BITS = 5;
    private static final long NEGATIVE = 1L << DIGIT_BITS + DECIMAL_BITS;

    private static final long EXACT = 1L << 53;
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
        1e21, 1e22
    };

    /// Share of half a last place within which a decimal is too near to the middle of two doubles for the sums to tell.
    private static final double TOO_NEAR = 1e-6;

    private PlainDecimal() {}

    /// What is written in `text[from … to)`, at least 0; [#NONE] for anything that does not fit.
    static long pack(char[] text, int from, int to) {
        boolean negative = from < to && text[from] == '-';
        int first = negative ? from + 1 : from;
        int at = first;
        long digits = 0;
        while (at < to && isDigit(text[at]) && digits <= DIGITS / 10) {
            digits = 10 * digits + (text[at++] - '0');
        }
        if (at == first || text[first] == '0' && at > first + 1) {
            return NONE;
        }
        int decimals = 0;
        if (at < to && text[at] == '.') {
            int point = at++;
            while (at < to && isDigit(text[at]) && digits <= DIGITS / 10) {
                digits = 10 * digits + (text[at++] - '0');
            }
            decimals = at - point - 1;
            if (decimals == 0 || decimals >= POWERS.length) {
                return NONE;
            }
        }
        return at < to || digits > DIGITS ? NONE : (negative ? NEGATIVE : 0) | (long) decimals << DIGIT_BITS | digits;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// As it was written.
    static String text(long packed) {
        String digits = Long.toString(packed & DIGITS);
        int decimals = decimals(packed);
        if (decimals > 0) {
            String all = "0".repeat(Math.max(0, decimals + 1 - digits.length())) + digits;
            int point = all.length() - decimals;
            digits = all.substring(0, point) + "." + all.substring(point);
        }
        return (packed & NEGATIVE) == 0 ? digits : "-" + digits;
    }

    /// The double nearest to it.
    static double value(long packed) {
        long digits = packed & DIGITS;
        double size = digits <= EXACT ? digits / POWERS[decimals(packed)] : ofMany(digits, POWERS[decimals(packed)]);
        if (Double.isNaN(size)) {
            return Double.parseDouble(text(packed));
        }
        return (packed & NEGATIVE) == 0 ? size : -size;
    }

    private static int decimals(long packed) {
        return (int) (packed >>> DIGIT_BITS) & (1 << DECIMAL_BITS) - 1;
    }

    /// digits / power, rounded once; NaN where the sums do not tell to which side.
    private static double ofMany(long digits, double power) {
        double rounded = digits;
        double quotient = rounded / power;
        double product = quotient * power;
        double beyond = Math.fma(quotient, power, -product); // quotient · power = product + beyond, exactly
        double left = (rounded - product) + ((digits - (long) rounded) - beyond);
        double correction = left / power;
        double nearest = quotient + correction;
        double half = Math.ulp(nearest) / 2;
        double off = Math.abs(correction - (nearest - quotient));
        boolean powerOfTwo = (Double.doubleToRawLongBits(nearest) & (1L << 52) - 1) == 0; // unequal steps on its sides
        return powerOfTwo || Math.abs(off - half) < TOO_NEAR * half ? Double.NaN : nearest;
    }
}
