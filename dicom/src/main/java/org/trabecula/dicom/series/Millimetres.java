package org.trabecula.dicom.series;

import java.util.Locale;

/// How messages write distances.
public final class Millimetres {
    private Millimetres() {}

    /// Up to three decimals, at least one: `2.5`, `0.488`, `3.0`.
    public static String text(double value) {
        return String.format(Locale.ROOT, "%.3f", value).replaceFirst("(\\.\\d)(\\d*?)0+$", "$1$2");
    }
}
