package org.trabecula.study.report;

import java.util.Locale;
import org.trabecula.core.Shown;
import org.trabecula.learn.model.ModelId;
import org.trabecula.report.Cell;
import org.trabecula.stats.Interval;
import org.trabecula.stats.roc.AucEstimate;
import org.trabecula.stats.roc.Proportion;

/// How models and their numbers are worded for readers. Files keep full precision; only pages round.
final class Names {
    private Names() {}

    static String model(String name) {
        return switch (ModelId.labelled(name).signature()) {
            case HCR -> "Hand-crafted";
            case DTL -> "Deep";
            case FUSION -> "Fusion";
            case LATE_FUSION -> "Late fusion";
            case AGE_SEX -> "Age and sex";
            case NOMOGRAM -> "Nomogram";
        };
    }

    /// Within a sentence.
    static String inSentence(String name) {
        return model(name).toLowerCase(Locale.ROOT);
    }

    /// `0.912 (0.861–0.951)`.
    static String auc(AucEstimate auc) {
        return Shown.interval(auc.auc(), auc.lower(), auc.upper(), 3);
    }

    static Cell aucCell(AucEstimate auc) {
        return Cell.interval(auc.auc(), auc.lower(), auc.upper(), 3);
    }

    /// `0.846 (0.762–0.904)`; the counts stand beside it in the tables.
    static String proportion(Proportion p) {
        Interval limits = p.wilson(0.95);
        return Shown.interval(p.value(), limits.lower(), limits.upper(), 3);
    }

    static Cell proportionCell(Proportion p) {
        Interval limits = p.wilson(0.95);
        return Cell.interval(p.value(), limits.lower(), limits.upper(), 3);
    }
}
