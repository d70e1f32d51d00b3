package org.trabecula.stats.published;

import org.trabecula.stats.roc.Confusion;

/// A figure of a yes/no test that papers print.
public enum Metric {
    ACCURACY("accuracy"),
    SENSITIVITY("sensitivity"),
    SPECIFICITY("specificity"),
    PPV("ppv"),
    NPV("npv"),
    F1("f1");

    private final String label;

    Metric(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// Its value for a table; NaN without a denominator.
    public double of(Confusion table) {
        return switch (this) {
            case ACCURACY -> table.accuracy().value();
            case SENSITIVITY -> table.sensitivity().value();
            case SPECIFICITY -> table.specificity().value();
            case PPV -> table.ppv().value();
            case NPV -> table.npv().value();
            case F1 -> table.f1();
        };
    }
}
