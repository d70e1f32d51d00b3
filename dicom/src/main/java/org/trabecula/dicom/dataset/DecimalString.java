package org.trabecula.dicom.dataset;

import java.math.BigDecimal;
import java.math.MathContext;

/// Numbers as decimal strings, which have sixteen characters at most (PS3.5 6.2).
final class DecimalString {
    private static final int LONGEST = 16;

    private DecimalString() {}

    /// The shortest text that is read as the same number; where that is too long, the nearest one that fits.
    ///
    /// @throws IllegalArgumentException for a value that is not finite
    static String of(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("no decimal string for " + value);
        }
        BigDecimal exact = new BigDecimal(Double.toString(value));
        for (int digits = LONGEST + 1; digits > 0; digits--) {
            BigDecimal rounded = exact.round(new MathContext(digits)).stripTrailingZeros();
            if (rounded.toPlainString().length() <= LONGEST) {
                return rounded.toPlainString();
            }
            if (rounded.toString().length() <= LONGEST) {
                return rounded.toString();
            }
        }
        throw new IllegalArgumentException("no decimal string for " + value);
    }
}
