package org.trabecula.evaluation.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.stats.Variable;
import org.trabecula.stats.table1.Summary;
import org.trabecula.stats.table1.TableOne;

class BaselineTextTest {
    private final BaselineText text = new BaselineText(TableOne.of(
            "y", List.of("a<b", "a<b", "c", "c"), List.of(
                    new Variable.Labels("sex, as told", List.of("F", "", "M", "F")),
                    new Variable.Numbers("age", new double[] {50, Double.NaN, 61, 70}))));

    @Test
    void csvHasOneLineARowAndQuotesWhatNeedsIt() {
        assertThat(text.csv().lines().toList()).hasSize(5).startsWith(
                "variable,y = a<b (n = 2),y = c (n = 2),test,p,SMD",
                "\"sex, as told, n (%)\",1 not recorded,,Fisher's exact,1.000,1.414",
                "  F,1 (100 %),1 (50 %),,,",
                "  M,0 (0 %),1 (50 %),,,");
    }

    @Test
    void htmlHoldsTheSameCellsEscaped() {
        assertThat(text.html()).contains("a&lt;b", "1 not recorded", "1 (100 %)", "sex, as told").doesNotContain("a<b");
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @CsvSource({
        "61, 70.5, 79.3, 70.3 ± 9.2, 70.5 (65.8–74.9)", // whole years and tenths: one decimal
        "0.61, 0.71, 0.76, 0.693 ± 0.076, 0.710 (0.660–0.735)", // a ratio: two digits of the SD
        "-0.2, -0.1, 0.3, 0.00 ± 0.26, −0.10 (−0.15 to 0.10)", // a true minus, and no sign on zero
        "1e-9, 2e-9, 3e-9, 2.00e−9 ± 1.00e−9, 2.00e−9 (1.50e−9–2.50e−9)",
        "5, 5, 5, 5.0 ± 0.0, 5.0 (5.0–5.0)"
    })
    void decimalsFollowTheSpread(double a, double b, double c, String meanSd, String medianQuartiles) {
        assertThat(BaselineCells.meanSd(Summary.of(a, b, c))).isEqualTo(meanSd);
        assertThat(BaselineCells.medianQuartiles(Summary.of(a, b, c))).isEqualTo(medianQuartiles);
    }

    @Test
    void fewValuesShowWhatThereIs() {
        assertThat(BaselineCells.meanSd(Summary.of(63))).isEqualTo("63.0");
        assertThat(BaselineCells.meanSd(Summary.of())).isEqualTo("not estimable");
        assertThat(BaselineCells.medianQuartiles(Summary.of(Double.NaN))).isEqualTo("not estimable");
        assertThat(BaselineCells.range(Summary.of(Double.NaN))).isEqualTo("not estimable");
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({"17, 95, 17–95", "0.61, 0.76, 0.61–0.76", "-3, 4, −3 to 4", "60.5, 70, 60.5–70.0", "5, 5, 5–5"})
    void rangesOfWholeNumbersHaveNoDecimals(double low, double high, String range) {
        assertThat(BaselineCells.range(Summary.of(low, Double.NaN, high))).isEqualTo(range);
    }

    @Test
    void sharesOfFewHaveNoDecimals() {
        assertThat(BaselineCells.share(34, 99)).isEqualTo("34 (34 %)");
        assertThat(BaselineCells.share(107, 161)).isEqualTo("107 (66.5 %)");
        assertThat(BaselineCells.share(0, 0)).isEqualTo("0");
        assertThat(BaselineCells.withUnknown("107 (66.5 %)", 2)).isEqualTo("107 (66.5 %); 2 not recorded");
    }
}
