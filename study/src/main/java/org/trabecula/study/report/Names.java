package org.trabecula.study.report;

import java.util.Locale;
import org.trabecula.learn.model.ModelId;
import org.trabecula.stats.roc.AucEstimate;
import org.trabecula.stats.roc.Proportion;

/// How models and numbers are worded for readers. Files keep full precision; only pages round.
final class Names {
    private Names() {}

    static String model(String name) {
        return switch (ModelId.labelled(name).signature()) {
            case HCR -> "Hand-crafted";
            case DTL -> "Deep";
            case FUSION -> "Fusion";
            case AGE_SEX -> "Age and sex";
            case NOMOGRAM -> "Nomogram";
        };
    }

    /// `0.912 (0.861–0.951)`.
    static String auc(AucEstimate auc) {
        return String.format(Locale.ROOT, "%.3f (%.3f–%.3f)", auc.auc(), auc.lower(), auc.upper());
    }

    /// `0.846 (0.762–0.904)`; the counts stand beside it in the tables.
    static String proportion(Proportion p) {
        return String.format(
                Locale.ROOT, "%.3f (%.3f–%.3f)", p.value(), p.wilson(0.95).lower(), p.wilson(0.95).upper());
    }

    static String three(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /// `0.034`, `< 0.001`.
    static String p(double p) {
        return p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", p);
    }
}
