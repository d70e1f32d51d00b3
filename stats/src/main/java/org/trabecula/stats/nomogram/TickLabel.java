package org.trabecula.stats.nomogram;

import java.math.BigDecimal;
import java.math.MathContext;

/// Numbers as people read them on an axis.
public final class TickLabel {
    private TickLabel() {}

    /// At most six significant digits, without trailing zeros or an exponent: 0.3 for 0.30000000000000004.
    public static String of(double value) {
        if (value == 0) {
            return "0";
        }
        return new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros().toPlainString();
    }
}
