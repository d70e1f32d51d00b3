package org.trabecula.learn.classifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// The width of a radial kernel: a number, or a multiple of 1/p for p features, which for z-scored ones is scikit-learn's `scale`.
///
/// @param value        above 0
/// @param overFeatures whether it is divided by p
public record Gamma(double value, boolean overFeatures) {
    private static final String OVER_FEATURES = "/p";
    private static final Pattern NUMBER = Pattern.compile("[0-9]*\\.?[0-9]+([eE][+-]?[0-9]+)?");

    public Gamma {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("gamma must be above 0 and finite, such as 0.1 or 0.1/p, got " + value);
        }
    }

    /// @throws IllegalArgumentException for anything but `0.1` and `0.1/p`
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Gamma of(Object written) {
        if (written instanceof Number number) {
            return new Gamma(number.doubleValue(), false);
        }
        String text = String.valueOf(written).strip();
        boolean over = text.endsWith(OVER_FEATURES);
        String number = over ? text.substring(0, text.length() - OVER_FEATURES.length()) : text;
        if (!NUMBER.matcher(number).matches()) {
            throw new IllegalArgumentException("gamma must be a number such as 0.1, or 0.1/p, got '" + text + "'");
        }
        return new Gamma(Double.parseDouble(number), over);
    }

    /// As in a file.
    @JsonValue
    public Object written() {
        return overFeatures ? value + OVER_FEATURES : (Object) value;
    }

    double forFeatures(int features) {
        return overFeatures ? value / features : value;
    }
}
