package org.trabecula.figures;

import org.trabecula.stats.penalised.Family;
import org.trabecula.stats.penalised.Measure;

/// What a cross-validated measure is called on an axis and in a text: the same word everywhere.
public final class MeasureWords {
    private MeasureWords() {}

    public static String of(Measure measure, Family family) {
        return switch (measure) {
            case DEVIANCE -> switch (family) {
                case BINOMIAL -> "Binomial deviance";
                case GAUSSIAN -> "Mean squared error";
                case COX -> "Partial likelihood deviance";
            };
            case MSE -> "Mean squared error";
            case MAE -> "Mean absolute error";
            case CLASS -> "Share of wrong classes";
            case AUC -> "AUC";
            case C -> "Concordance (C)";
        };
    }
}
