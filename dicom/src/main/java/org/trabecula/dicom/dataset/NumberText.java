package org.trabecula.dicom.dataset;

import java.util.OptionalDouble;

/// Decimal strings (DS, IS) as they are written in practice: more digits than allowed, blanks, plus signs, and a comma for
/// the decimal point, which cannot mean anything else because values are separated by backslashes.
final class NumberText {
    private static final int MOST_CHARACTERS = 64;
    private static final int MOST_EXPONENT_DIGITS = 4;

    private NumberText() {}

    /// The finite number that `text` writes; absent if it is none.
    static OptionalDouble parse(String text) {
        if (text.length() > MOST_CHARACTERS || !isNumber(text)) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(text.replace(',', '.'));
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /// Whether it is `[+-]?(\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d{1,4})?`, without the cost of a pattern: a series has ten thousand numbers.
    private static boolean isNumber(String text) {
        int whole = afterSign(text, 0);
        int at = afterDigits(text, whole);
        int digits = at - whole;
        if (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',')) {
            int fraction = at + 1;
            at = afterDigits(text, fraction);
            digits += at - fraction;
        }
        if (digits == 0) {
            return false;
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int exponent = afterSign(text, at + 1);
            at = afterDigits(text, exponent);
            if (at == exponent || at - exponent > MOST_EXPONENT_DIGITS) {
                return false;
            }
        }
        return at == text.length();
    }

    private static int afterSign(String text, int from) {
        return from < text.length() && (text.charAt(from) == '+' || text.charAt(from) == '-') ? from + 1 : from;
    }

    private static int afterDigits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
