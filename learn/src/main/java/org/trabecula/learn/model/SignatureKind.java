package org.trabecula.learn.model;

import com.fasterxml.jackson.annotation.JsonValue;

/// What a model's score is made of.
public enum SignatureKind {
    /// Hand-crafted radiomics features.
    HCR("hcr"),
    /// Principal components of the network's features (deep transfer learning).
    DTL("dtl"),
    /// Both side by side.
    FUSION("fusion"),
    /// The scores of the first two, weighed.
    LATE_FUSION("late-fusion"),
    /// Age and sex without any image.
    AGE_SEX("age-sex"),
    /// Age, sex and an image signature.
    NOMOGRAM("nomogram");

    private final String label;

    SignatureKind(String label) {
        this.label = label;
    }

    /// As in files and columns.
    @JsonValue
    public String label() {
        return label;
    }

    /// Whether a classifier stands on it; the others are logistic regressions on what is known of the patient.
    public boolean isOfImages() {
        return this == HCR || this == DTL || this == FUSION;
    }

    @Override
    public String toString() {
        return label;
    }
}
