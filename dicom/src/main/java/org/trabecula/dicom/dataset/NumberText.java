package org.trabecula.dicom.dataset;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// Decimal strings (DS, IS) as they are written in practice: more digits than allowed, blanks, plus signs, and a comma for
/// the decimal point, which cannot mean anything else because values are separated by backslashes.
final class NumberText {
    private static final int MOST_CHARACTERS = 64;
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+([.,]\\d*)?|[.,]\\d+)([eE][+-]?\\d{1,4})?");

    private NumberText() {}

    /// The finite number that `text` writes; absent if it is none.
    static OptionalDouble parse(String text) {
        if (text.length() > MOST_CHARACTERS || !NUMBER.matcher(text).matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(text.replace(',', '.'));
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
