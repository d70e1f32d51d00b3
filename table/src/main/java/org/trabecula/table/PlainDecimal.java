package org.trabecula.table;

/// Decimals as tables mostly hold them, `-0.127` or `42`, read without a `String` of each.
///
/// Where the digits make a whole number up to 2⁵³ and the power of ten is at most 10²², both are exact as doubles, so that
/// their quotient is the double nearest to the decimal: what `Double.parseDouble` returns. Anything else is left to it.
///
/// Source: Clinger 1990, doi:10.1145/93542.93557, section 2.
final class PlainDecimal {
    private static final long EXACT = 1L << 53;
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
        1e21, 1e22
    };

    private PlainDecimal() {}

    /// The number written in `text[from … to)`: a sign or none, digits, at most one point; NaN for anything else.
    static double parse(char[] text, int from, int to) {
        int at = from;
        boolean negative = at < to && text[at] == '-';
        if (negative || at < to && text[at] == '+') {
            at++;
        }
        long digits = 0;
        int decimals = 0;
        boolean some = false;
        boolean afterPoint = false;
        for (; at < to; at++) {
            char c = text[at];
            if (c >= '0' && c <= '9' && digits <= EXACT / 10) {
                digits = 10 * digits + (c - '0');
                some = true;
                decimals += afterPoint ? 1 : 0;
            } else if (c == '.' && !afterPoint) {
                afterPoint = true;
            } else {
                return Double.NaN;
            }
        }
        if (!some || digits > EXACT || decimals >= POWERS.length) {
            return Double.NaN;
        }
        double size = digits / POWERS[decimals];
        return negative ? -size : size;
    }
}
