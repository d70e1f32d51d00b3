package org.trabecula.stats.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trabecula.core.InputException;
import org.trabecula.stats.roc.Confusion;
import org.trabecula.stats.tests.ContingencyTable;

/// The worked example is doi:10.1186/s12891-023-06281-5, its tables 1 and 2.
class PublishedTest {
    @Test
    void theSpecificityOfTableTwoContradictsItsAccuracy() {
        // 63 acute and 41 chronic vertebrae; accuracy 84.6 %, sensitivity 77.8 %, specificity printed 75.1 %
        PublishedAccuracy check = PublishedAccuracy.check(
                63,
                41,
                Map.of(
                        Metric.ACCURACY, Printed.of("accuracy", "84.6%"),
                        Metric.SENSITIVITY, Printed.of("sensitivity", "77.8%"),
                        Metric.SPECIFICITY, Printed.of("specificity", "75.1%")));
        assertThat(check.possible()).isEmpty();
        PublishedAccuracy.Conflict specificity = check.conflicts().stream()
                .filter(conflict -> conflict.metric() == Metric.SPECIFICITY)
                .findFirst()
                .orElseThrow();
        assertThat(specificity.without()).containsExactly(new Confusion(49, 2, 14, 39)); // specificity 95.1 %
    }

    @Test
    void trueFiguresAreAlwaysPossible() {
        Confusion truth = new Confusion(49, 2, 14, 39);
        PublishedAccuracy check = PublishedAccuracy.check(
                63,
                41,
                Map.of(
                        Metric.ACCURACY, printed(truth.accuracy().value()),
                        Metric.SPECIFICITY, printed(truth.specificity().value()),
                        Metric.F1, printed(truth.f1())));
        assertThat(check.possible()).contains(truth);
        assertThat(check.conflicts()).isEmpty();
    }

    private static Printed printed(double value) {
        return Printed.of("figure", String.format(java.util.Locale.ROOT, "%.3f", value));
    }

    @Test
    void theAgesOfTableOneCannotGiveTheirP() {
        // 59.3 ± 18.1 of 315 acute, 71.1 ± 11.9 of 205 chronic vertebrae, p printed 0.225
        PublishedBaseline age = PublishedBaseline.ofMeans(
                new PublishedBaseline.Group(315, Printed.of("mean", "59.3"), Printed.of("sd", "18.1")),
                new PublishedBaseline.Group(205, Printed.of("mean", "71.1"), Printed.of("sd", "11.9")),
                Printed.of("p", "0.225"));
        assertThat(age.possible()).isFalse();
        assertThat(age.tests()).allSatisfy(test -> assertThat(test.highest()).isLessThan(1e-12));
    }

    @Test
    void theLevelsOfTableOneCannotGiveTheirP() {
        PublishedBaseline level = PublishedBaseline.ofCounts(
                new ContingencyTable(new int[] {111, 88}, new int[] {204, 117}), Printed.of("p", "0.956"));
        assertThat(level.possible()).isFalse();
        assertThat(level.tests().getFirst().lowest()).isBetween(0.075, 0.08);
        PublishedBaseline right = PublishedBaseline.ofCounts(
                new ContingencyTable(new int[] {111, 88}, new int[] {204, 117}), Printed.of("p", "0.078"));
        assertThat(right.possible()).isTrue();
    }

    @Test
    void roundingOfMeansWidensP() {
        PublishedBaseline near = PublishedBaseline.ofMeans(
                new PublishedBaseline.Group(20, Printed.of("mean", "5"), Printed.of("sd", "2")),
                new PublishedBaseline.Group(20, Printed.of("mean", "6"), Printed.of("sd", "2")),
                Printed.of("p", "0.9"));
        PublishedBaseline.Recomputed student = near.tests().getFirst();
        assertThat(student.lowest()).isLessThan(0.01); // 4.5 against 6.5, sd 1.5
        assertThat(student.highest()).isEqualTo(1); // 5.5 against 5.5
        assertThat(near.possible()).isTrue();
    }

    @Test
    void printedFiguresKeepTheirDigits() {
        assertThat(Printed.of("x", "84.6 %").allows(88.0 / 104)).isTrue();
        assertThat(Printed.of("x", "0.846").allows(0.8465)).isTrue();
        assertThat(Printed.of("x", "0.846").allows(0.84651)).isFalse();
        assertThat(Printed.of("x", "0.85").half()).isEqualTo(0.005);
        assertThatThrownBy(() -> Printed.of("accuracy", "about 0.8"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("STA-107");
    }
}
