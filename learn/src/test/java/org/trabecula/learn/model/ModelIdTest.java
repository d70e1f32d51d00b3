package org.trabecula.learn.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.learn.classifier.Classifier;

class ModelIdTest {
    @ParameterizedTest
    @EnumSource(SignatureKind.class)
    void aLabelReadsBack(SignatureKind signature) {
        assertThat(ModelId.labelled(signature.label())).isEqualTo(ModelId.of(signature));
        if (signature.isOfImages()) {
            for (Classifier classifier : Classifier.values()) {
                ModelId id = ModelId.of(signature, classifier);
                assertThat(id.label()).isEqualTo(classifier.label() + "-" + signature.label());
                assertThat(ModelId.labelled(id.label())).isEqualTo(id);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HCR", "svm", "svm-nomogram", "hcr-svm", "perceptron-hcr"})
    void noOtherTextIsAModel(String text) {
        assertThatThrownBy(() -> ModelId.labelled(text)).hasMessageContaining("no model is called");
    }

    @Test
    void noClassifierStandsOnAClinicalModel() {
        assertThatThrownBy(() -> ModelId.of(SignatureKind.AGE_SEX, Classifier.SVM)).hasMessageContaining("age-sex");
    }
}
