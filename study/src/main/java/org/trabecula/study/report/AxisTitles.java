package org.trabecula.study.report;

/// What stands beside the axes of the study's nomogram, with units.
public final class AxisTitles {
    private AxisTitles() {}

    /// @param term a term of the clinical model
    public static String of(String term) {
        return switch (term) {
            case "age" -> "Age (years)";
            case "sex" -> "Sex";
            default -> Names.model(term) + " signature (logit)";
        };
    }
}
