package org.trabecula.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.roc.AucEstimate;
import org.trabecula.stats.roc.Confusion;

/// What a study may really hand over: nothing selected, one point, values that do not exist.
class EdgeCasesTest {
    @Test
    void aSignatureWithoutFeaturesIsAnEmptyFrame() {
        assertDrawn(CoefficientFigure.svg("none", List.of(), new double[0]));
        assertDrawn(PathFigure.svg("none", new double[] {0.1, 0.01}, new double[2][2], List.of("a", "b"), 0.01));
    }

    @Test
    void aPathOfOneLambdaIsDrawn() {
        assertDrawn(PathFigure.svg("one", new double[] {0.1}, new double[][] {{0.4}}, List.of("a"), 0.1));
        assertDrawn(CrossValidationFigure.svg("one", "Deviance", new double[] {0.1}, new double[] {1}, new double[] {0}, 0.1, 0.1));
    }

    @Test
    void anAreaWithoutIntervalShowsNoBrackets() {
        AucEstimate auc = new AucEstimate(0.7, Double.NaN, Double.NaN, Double.NaN, 0.95, 1, 5, List.of());
        Curve curve = new Curve(new double[] {0, 0, 1}, new double[] {0, 1, 1});
        String svg = RocFigure.svg("t", List.of(new RocFigure.Model("M", curve, auc, java.util.Optional.empty())));
        assertDrawn(svg);
        assertThat(svg).contains("M, AUC 0.700</text>");
    }

    @Test
    void featuresWithoutIccAreLeftOut() {
        String svg = IccFigure.svg("t", new double[] {0.9, Double.NaN, -0.3}, new double[] {0.85, 0.9, 0.2}, 0.8);
        assertDrawn(svg);
        assertThat(svg).contains("1 of 2 features kept");
    }

    @Test
    void missingValuesInterruptALine() {
        Curve broken = new Curve(new double[] {0, 0.5, 1}, new double[] {0.2, Double.NaN, 0.4});
        assertDrawn(CalibrationFigure.svg(
                "t",
                List.of(new CalibrationFigure.Model("m", broken)),
                List.of(new CalibrationFigure.Group(0.5, 0.5, Double.NaN, Double.NaN)),
                new double[] {1},
                new double[] {0},
                List.of()));
        assertDrawn(TrainingFigure.svg("t", List.of(new TrainingFigure.Series("l", broken)), List.of()));
    }

    @Test
    void aClassWithoutCasesHasNoPercentages() {
        String svg = ConfusionFigure.svg("t", new Confusion(3, 0, 1, 0), "acute", "chronic");
        assertDrawn(svg);
        assertThat(svg).contains("75.0 %");
    }

    @Test
    void emptyAndSingleGroupsAreDrawn() {
        assertDrawn(DistributionFigure.svg(
                "t",
                "HU",
                List.of(
                        new DistributionFigure.Group("a", new double[] {3}),
                        new DistributionFigure.Group("b", new double[0]))));
        assertDrawn(WaterfallFigure.svg("t", new double[] {0.4}, Outcome.of(true), 0.4, "acute", "chronic"));
        assertDrawn(CorrelationFigure.svg("t", List.of("a"), new double[][] {{1}}));
    }

    @Test
    void namesOfFeaturesAreEscaped() {
        String svg = CoefficientFigure.svg("a < b & \"c\"", List.of("x<y>&z"), new double[] {1});
        assertDrawn(svg);
        assertThat(svg).contains("<title>a &lt; b &amp; &quot;c&quot;</title>").contains("x&lt;y&gt;&amp;z");
    }

    @Test
    void aHeatMapOfTwoHundredFeaturesStaysUnderHalfAMegabyte() {
        assertThat(Examples.correlation(200).length()).isLessThan(500_000);
    }

    @Test
    void clusteringPutsEqualFeaturesSideBySide() {
        double[][] rho = {
            {1, 0, 0.9, 0}, {0, 1, 0, -0.8}, {0.9, 0, 1, 0}, {0, -0.8, 0, 1}
        };
        assertThat(ClusterOrder.tree(rho).leaves()).containsExactly(0, 2, 1, 3);
    }

    @Test
    void unequalLengthsAreRefused() {
        assertThatThrownBy(() -> new Curve(new double[2], new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 and 3");
    }

    @Test
    void numbersAreShortAndWithoutExponent() {
        double[] values = {0, -0.004, 1.005e-7, 12.5, -3.456, 1e6, 100.10};
        String[] written = Arrays.stream(values).mapToObj(Svg::number).toArray(String[]::new);
        assertThat(written).containsExactly("0", "0", "0", "12.5", "-3.46", "1000000", "100.1");
    }

    @Test
    void neighbouringSeriesDifferInColourAndDash() {
        List<Pen> pens = IntStream.range(0, 7).mapToObj(Palette::pen).toList();
        assertThat(pens.stream().map(Pen::colour)).doesNotHaveDuplicates();
        assertThat(pens.stream().map(Pen::dash)).doesNotHaveDuplicates();
    }

    private static void assertDrawn(String svg) {
        assertThat(svg).startsWith("<svg ").endsWith("</svg>\n").doesNotContain("NaN").doesNotContain("Infinity");
    }
}
