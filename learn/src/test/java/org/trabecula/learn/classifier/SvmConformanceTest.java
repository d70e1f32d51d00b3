package org.trabecula.learn.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.trabecula.testkit.Conformance;
import tools.jackson.databind.JsonNode;

/// The support vector machine of scikit-learn 1.2.1 on the selected features of real radiomics tables ([ReferenceSplits]): radial
/// kernel, C = 1.
class SvmConformanceTest {
    /// Both stop where libsvm's optimality conditions are missed by this; decision values are near 1.
    private static final double TOLERANCE = 1e-6;
    /// Two solutions that near differ by some tolerances, summed over the support vectors.
    private static final double DECISION = 1e-5;
    /// Decisions of different cases lie farther apart than that.
    private static final double AUC = 1e-12;

    @TestFactory
    List<DynamicTest> splits() throws IOException {
        return ReferenceSplits.tests(ReferenceSplits.ALL, SvmConformanceTest::agrees);
    }

    private static void agrees(ReferenceSplits.One split) {
        JsonNode svm = split.expected().get("svm");
        SvmModel model = Svm.fit(
                split.training(),
                new SvmSettings(SvmSettings.Kernel.RADIAL, svm.get("C").doubleValue(), svm.get("gamma").doubleValue(), TOLERANCE));
        double[] scores = model.score(split.test());
        assertThat(split.auc(scores)).isCloseTo(svm.get("test").get("auc").doubleValue(), within(AUC));
        Conformance.compared("learn/svm", 1);
        split.scores("svm").ifPresent(expected -> {
            assertThat(scores).containsExactly(expected, within(DECISION));
            Conformance.compared("learn/svm", scores.length);
        });
    }
}
