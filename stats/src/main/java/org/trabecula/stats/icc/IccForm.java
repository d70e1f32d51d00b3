package org.trabecula.stats.icc;

import java.util.Optional;

/// The six intraclass correlations of Shrout and Fleiss, with McGraw and Wong's names.
public enum IccForm {
    /// One-way random, single rater: each subject has raters of its own. ICC(1).
    ICC_1_1("ICC(1,1)"),
    /// Two-way random, single rater, absolute agreement. ICC(A,1); our default for reproducibility (D10).
    ICC_2_1("ICC(2,1)"),
    /// Two-way mixed, single rater, consistency: a rater's constant shift is no error. ICC(C,1).
    ICC_3_1("ICC(3,1)"),
    /// As ICC(1,1), of the mean of k raters.
    ICC_1_K("ICC(1,k)"),
    /// As ICC(2,1), of the mean of k raters. ICC(A,k).
    ICC_2_K("ICC(2,k)"),
    /// As ICC(3,1), of the mean of k raters. ICC(C,k).
    ICC_3_K("ICC(3,k)");

    private final String label;

    IccForm(String label) {
        this.label = label;
    }

    /// As written in settings and results, such as `ICC(2,1)`.
    public String label() {
        return label;
    }

    /// The form written so; empty if there is none.
    public static Optional<IccForm> named(String label) {
        for (IccForm form : values()) {
            if (form.label.equals(label)) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }
}
