package org.trabecula.learn.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.trabecula.learn.classifier.Classifier;

/// What a model is called: a signature, and the classifier on it.
///
/// @param classifier empty for the classifier that the study chose for the signature, and for the clinical models, which have
///                   none
public record ModelId(SignatureKind signature, Optional<Classifier> classifier) {
    public ModelId {
        if (classifier.isPresent() && !signature.isOfImages()) {
            throw new IllegalArgumentException("no classifier stands on " + signature + ", got " + classifier.get());
        }
    }

    /// The model of a signature: with the chosen classifier, or clinical.
    public static ModelId of(SignatureKind signature) {
        return new ModelId(signature, Optional.empty());
    }

    /// A classifier on a signature, chosen or not.
    public static ModelId of(SignatureKind signature, Classifier classifier) {
        return new ModelId(signature, Optional.of(classifier));
    }

    /// The id behind a [#label].
    ///
    /// @throws IllegalArgumentException if no model is called so
    @JsonCreator
    public static ModelId labelled(String label) {
        for (SignatureKind signature : SignatureKind.values()) {
            if (label.equals(signature.label())) {
                return of(signature);
            }
            for (Classifier classifier : Classifier.values()) {
                if (signature.isOfImages() && label.equals(of(signature, classifier).label())) {
                    return of(signature, classifier);
                }
            }
        }
        throw new IllegalArgumentException("no model is called " + label);
    }

    /// As in files and columns: `hcr`, `nomogram`; `svm-hcr` with a classifier.
    @JsonValue
    public String label() {
        return classifier.map(one -> one.label() + "-").orElse("") + signature.label();
    }

    @Override
    public String toString() {
        return label();
    }
}
