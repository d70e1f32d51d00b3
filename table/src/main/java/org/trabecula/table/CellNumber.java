package org.trabecula.table;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// The number that a cell says: digits with the file's decimal mark, with an exponent or without; `inf`; `true` and `false`. The minus
/// sign may be a hyphen or U+2212.
final class CellNumber {
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[-+−]?[0-9]*,[0-9]+([eE][-+−]?[0-9]+)?");
    private static final Pattern DECIMAL_POINT = Pattern.compile("[-+−]?([0-9]+\\.[0-9]*|\\.[0-9]+)([eE][-+−]?[0-9]+)?");
    private static final char MINUS = '−';

    private CellNumber() {}

    /// @return NaN for a cell without a value, nothing for one that holds no number
    static OptionalDouble of(String cell, DecimalMark mark) {
        if (Missing.is(cell)) {
            return OptionalDouble.of(Double.NaN);
        }
        String text = cell.indexOf(MINUS) < 0 ? cell : cell.replace(MINUS, '-');
        if (mark == DecimalMark.COMMA && text.indexOf('.') < 0) {
            text = text.replace(',', '.');
        }
        return isInDigits(text) ? OptionalDouble.of(Double.parseDouble(text)) : word(text);
    }

    /// Sign, digits with a point or without, exponent: nothing else of what Java reads, such as `1d` or `0x1p3`.
    private static boolean isInDigits(String text) {
        int at = afterSign(text, 0);
        int whole = afterDigits(text, at);
        int end = whole;
        if (end < text.length() && text.charAt(end) == '.') {
            end = afterDigits(text, end + 1);
        }
        boolean digits = whole > at || end > whole + 1;
        if (digits && end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            int exponent = afterSign(text, end + 1);
            end = afterDigits(text, exponent);
            digits = end > exponent;
        }
        return digits && end == text.length();
    }

    private static int afterSign(String text, int at) {
        return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? at + 1 : at;
    }

    private static int afterDigits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private static OptionalDouble word(String text) {
        if (isWord(text, "inf", "+inf", "infinity", "+infinity")) {
            return OptionalDouble.of(Double.POSITIVE_INFINITY);
        }
        if (isWord(text, "-inf", "-infinity")) {
            return OptionalDouble.of(Double.NEGATIVE_INFINITY);
        }
        if (isWord(text, "true")) {
            return OptionalDouble.of(1);
        }
        return isWord(text, "false") ? OptionalDouble.of(0) : OptionalDouble.empty();
    }

    private static boolean isWord(String text, String... words) {
        for (String word : words) {
            if (text.equalsIgnoreCase(word)) {
                return true;
            }
        }
        return false;
    }

    static boolean hasDecimalComma(String cell) {
        return cell.indexOf(',') >= 0 && DECIMAL_COMMA.matcher(cell).matches();
    }

    static boolean hasDecimalPoint(String cell) {
        return cell.indexOf('.') >= 0 && DECIMAL_POINT.matcher(cell).matches();
    }

    /// `true` or `false`: 1 and 0, in a column that holds nothing else.
    static boolean isTruth(String cell) {
        return isWord(cell, "true", "false");
    }

    /// Written in digits, where `inf` is a word.
    static boolean hasDigits(String cell) {
        return cell.chars().anyMatch(c -> c >= '0' && c <= '9');
    }
}
