package org.trabecula.stats.published;

import java.math.BigDecimal;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.stats.StatsProblem;

/// A number as printed, with what its digits allow: half a unit of the last digit on either side.
///
/// @param text  as printed, such as `84.6%` or `0.846`
/// @param value as a plain number, 0.846
/// @param half  0.0005
public record Printed(String text, double value, double half) {
    /// Rounding to even and away from zero both land inside; the rest is the rounding of doubles.
    private static final double SLACK = 1e-12;

    /// Reads `0.846`, `84.6%`, `84.6 %`; a percentage is divided by 100.
    ///
    /// @throws InputException STA-107 if it is no number
    public static Printed of(String name, String text) {
        String trimmed = text.strip();
        boolean percent = trimmed.endsWith("%");
        String digits = percent ? trimmed.substring(0, trimmed.length() - 1).strip() : trimmed;
        try {
            BigDecimal number = new BigDecimal(digits);
            BigDecimal half = BigDecimal.valueOf(5, number.scale() + 1);
            if (percent) {
                number = number.movePointLeft(2);
                half = half.movePointLeft(2);
            }
            return new Printed(trimmed, number.doubleValue(), half.doubleValue());
        } catch (NumberFormatException e) {
            throw new InputException(
                    new Problem(
                            StatsProblem.NOT_A_NUMBER,
                            name,
                            "'" + text + "'",
                            "a number as printed, such as 0.846 or 84.6%; its digits say how far it was rounded",
                            "give the figure exactly as the table shows it"),
                    e);
        }
    }

    /// Whether a value rounds to what is printed.
    public boolean allows(double exact) {
        return Math.abs(exact - value) <= half + SLACK;
    }

    /// Whether any value between two limits rounds to what is printed.
    boolean allowsAnyOf(double low, double high) {
        return high >= value - half - SLACK && low <= value + half + SLACK;
    }
}
