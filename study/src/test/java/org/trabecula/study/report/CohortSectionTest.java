package org.trabecula.study.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trabecula.cohort.Sex;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.stats.table1.MeanDifference;
import org.trabecula.study.result.StudyResult;

class CohortSectionTest {
    @Test
    void tableOneCountsEveryCaseOnce() {
        StudyResult result = MadeUpStudies.ordinary();
        int cases = Baseline.of(result).groups().stream().mapToInt(group -> group.cases().size()).sum();
        assertThat(cases).isEqualTo(result.split().train().size() + result.split().test().size());
        assertThat(Words.of(CohortSection.of(result)))
                .contains("Figure 1. Flow of cases.", "Table 1. Cases by part and class.", "Age in years", "Women", "±")
                .contains("Age, range", "Age known, n", "p, parts", "SMD, classes", "Tests: age by ", "sex by ", "take cases of one patient");
    }

    /// The report and `evaluate --table1` must not disagree: the same rows, the same test, the second group less the first.
    @Test
    void testsAreThoseOfTheBaselineTable() {
        StudyResult result = MadeUpStudies.ordinary();
        List<VertebraCase> positive = of(result, true);
        List<VertebraCase> negative = of(result, false);
        Baseline.Comparison classes = Baseline.of(result).comparisons().getLast();
        assertThat(classes.row(Baseline.AGE).meanDifference())
                .isCloseTo(MeanDifference.continuous(ages(negative), ages(positive)), within(1e-12)); // sums in another order
        assertThat(classes.row(Baseline.SEX).meanDifference())
                .isEqualTo(MeanDifference.categorical(menAndWomen(negative), menAndWomen(positive)));
        assertThat(classes.table().sizes()).containsExactly(negative.size(), positive.size());
    }

    private static List<VertebraCase> of(StudyResult result, boolean positive) {
        return result.cohort().cases().stream().filter(one -> one.outcome().orElseThrow() == (positive ? 1 : 0)).toList();
    }

    private static double[] ages(List<VertebraCase> cases) {
        return cases.stream().mapToDouble(VertebraCase::ageYears).sorted().toArray();
    }

    private static int[] menAndWomen(List<VertebraCase> cases) {
        int women = (int) cases.stream().filter(one -> one.sex() == Sex.FEMALE).count();
        return new int[] {cases.size() - women, women};
    }

    @Test
    void levelsAndCentresHaveTheirRows() {
        String words = Words.of(CohortSection.of(MadeUpStudies.withLevelsAndCentres()));
        assertThat(words)
                .contains("Thoracic level", "Centre A", "Centre B", "level, centre by ", "not recorded")
                .doesNotContain("Level lumbar");
    }

    @Test
    void whatIsNotKnownHasNoRow() {
        assertThat(Words.of(CohortSection.of(MadeUpStudies.withoutAgeAndSex())))
                .contains("Neither age nor sex, level or centre is known.")
                .doesNotContain("Age", "Women", "Thoracic", "not estimable", "Tests:");
    }
}
