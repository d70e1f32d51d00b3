package org.trabecula.stats.nomogram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trabecula.stats.Compared;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.Variable;
import org.trabecula.stats.glm.CoxFit;
import org.trabecula.stats.glm.CoxRegression;
import org.trabecula.stats.glm.FitReference;
import org.trabecula.stats.glm.LogisticFit;
import org.trabecula.stats.glm.LogisticRegression;
import org.trabecula.stats.glm.ModelTerms;
import org.trabecula.stats.glm.RestrictedCubicSpline;
import org.trabecula.stats.glm.Term;
import org.trabecula.stats.glm.Ties;
import tools.jackson.databind.JsonNode;

/// Nomograms of rms 6.5 on its fits iterated to 1e-12 (`scripts/08_nomogram.R` of the reference set).
class NomogramConformanceTest {
    private static final String SUITE = "stats/nomogram";
    private final Map<String, Variable> clinical = FitReference.table("clinical");
    private final JsonNode reference = FitReference.json("nomogram/nomogram.json.gz");

    private NomogramModel logistic(String... texts) {
        ModelTerms terms = ModelTerms.learn(List.of(texts), clinical);
        int[] rows = terms.completeRows(clinical);
        Matrix x = terms.encode(clinical, rows);
        LogisticFit fit = LogisticRegression.fit(x, FitReference.numbers(clinical, "outcome"));
        return new NomogramModel(terms, new NomogramModel.Fitted.Logistic(fit), fit.covariance(), clinical, rows);
    }

    private NomogramModel cox(Ties ties) {
        ModelTerms terms = ModelTerms.learn(List.of("age", "sex", "score"), clinical);
        int[] rows = terms.completeRows(clinical);
        CoxFit fit = CoxRegression.fit(terms.encode(clinical, rows), FitReference.numbers(clinical, "time"),
                FitReference.numbers(clinical, "status"), ties);
        return new NomogramModel(terms, new NomogramModel.Fitted.Cox(fit, 365), fit.covariance(), clinical, rows);
    }

    @Test
    void drawsLogisticModelsAsRms() {
        Compared compared = new Compared(SUITE);
        compare(compared, logistic("age", "sex", "score"), reference.get("lrm_linear"));
        compare(compared, logistic("rcs(age,4)", "sex", "score"), reference.get("lrm_rcs4"));
        compare(compared, logistic("age", "sex", "level", "score"), reference.get("lrm_with_level"));
        compared.report();
    }

    @Test
    void drawsCoxModelsAsRms() {
        Compared compared = new Compared(SUITE);
        compare(compared, cox(Ties.EFRON), reference.get("cph_efron"));
        compare(compared, cox(Ties.BRESLOW), reference.get("cph_breslow"));
        compared.report();
    }

    @Test
    void takesGivenTicksAndAnotherScale() {
        Nomogram ours = logistic("age", "sex", "score").nomogram(Map.of("age", new double[] {40, 60, 80}), 10);
        Compared compared = new Compared(SUITE);
        axes(compared, ours, reference.get("lrm_linear_custom").get("nomogram"), 1e-10);
        compared.report();
    }

    @Test
    void placesKnotsAsHmisc() {
        Compared compared = new Compared(SUITE);
        for (int count = 3; count <= 7; count++) {
            double[] expected = FitReference.numbers(reference.get("rcs_knots_of_age").get("k" + count));
            List<Double> ours = RestrictedCubicSpline.of(FitReference.numbers(clinical, "age"), count).knots();
            for (int k = 0; k < count; k++) {
                compared.relative("knot " + k + " of " + count, ours.get(k), expected[k], 1e-14);
            }
        }
        JsonNode rcs = reference.get("lrm_rcs4");
        Term.Spline spline = new Term.Spline("age", Arrays.stream(FitReference.numbers(rcs.get("knots"))).boxed().toList());
        for (int i = 0; i < rcs.get("basis_first5").size(); i++) {
            double[] basis = spline.encode(FitReference.number(rcs.get("age_first5").get(i)));
            for (int j = 0; j < basis.length; j++) {
                compared.close("basis", basis[j], FitReference.number(rcs.get("basis_first5").get(i).get(j)), 1e-12);
            }
        }
        compared.report();
    }

    /// rms's drawing of its own coefficients, which leaves only rounding of the scale.
    @Test
    void scalesGivenCoefficientsAsRms() {
        Compared compared = new Compared(SUITE);
        for (String name : List.of("lrm_linear", "lrm_rcs4", "lrm_with_level", "cph_efron", "cph_breslow")) {
            JsonNode expected = reference.get(name);
            boolean cox = expected.has("center");
            NomogramModel model = cox
                    ? cox(Ties.EFRON)
                    : switch (name) {
                        case "lrm_rcs4" -> logistic("rcs(age,4)", "sex", "score");
                        case "lrm_with_level" -> logistic("age", "sex", "level", "score");
                        default -> logistic("age", "sex", "score");
                    };
            double[] coef = FitReference.numbers(expected.get("coef"));
            double[] slopes = cox ? coef : Arrays.copyOfRange(coef, 1, coef.length);
            double intercept = cox ? -FitReference.number(expected.get("center")) : coef[0];
            double[] eta = FitReference.numbers(expected.get(cox ? "linear_predictor_centred" : "linear_predictor"));
            Map<String, double[]> data = Map.of("age", FitReference.numbers(clinical, "age"),
                    "score", FitReference.numbers(clinical, "score"));
            Nomogram ours = Nomogram.of(model.terms(), slopes, intercept, data, Map.of(), eta, 100);
            axes(compared, ours, expected.get("nomogram"), 1e-12);
            double[] points = FitReference.numbers(expected.get("total_points_of_patient"));
            for (int i = 0; i < points.length; i++) {
                compared.close("points of case " + i, ours.totalPoints(eta[i]), points[i], 1e-12);
            }
        }
        compared.report();
    }

    /// Our fits are at the maximum; rms's differ from it by 1e-10 (lrm), 1e-9 (its spline, `Max Deriv` 2.7e-10), 1e-5
    /// (cph with its default `eps` of 1e-4, [org.trabecula.stats.glm.CoxRegression] agrees with coxph to 1e-11).
    private static void compare(Compared compared, NomogramModel model, JsonNode expected) {
        double tolerance = expected.has("center") ? 2e-5 : expected.has("knots") ? 3e-9 : 1e-10;
        double[] coef = FitReference.numbers(expected.get("coef"));
        boolean logistic = model.fitted() instanceof NomogramModel.Fitted.Logistic;
        double[] slopes = model.fitted().slopes();
        for (int j = 0; j < slopes.length; j++) {
            compared.close("slope " + j, slopes[j], coef[logistic ? j + 1 : j], tolerance);
        }
        JsonNode names = expected.get("coef_names");
        List<String> ours = model.terms().coefficientNames();
        for (int j = 0; j < ours.size(); j++) {
            assertThat(ours.get(j)).isEqualTo(names.get(logistic ? j + 1 : j).stringValue());
        }
        Nomogram nomogram = model.nomogram();
        JsonNode drawn = expected.get("nomogram");
        axes(compared, nomogram, drawn, 10 * tolerance);
        JsonNode eta = drawn.get("axes").get("lp");
        for (int k = 0; k < eta.get("value").size(); k++) {
            double value = FitReference.number(eta.get("value").get(k));
            compared.close("lp tick", nomogram.predictorTicks().get(k), value, 1e-14);
            compared.close("lp points", nomogram.totalPoints(value), FitReference.number(eta.get("position_points").get(k)), 10 * tolerance);
        }
        JsonNode function = drawn.get("axes").get(logistic ? "Risk" : "S365");
        for (int k = 0; k < function.get("value").size(); k++) {
            double p = FitReference.number(function.get("value").get(k));
            double points = nomogram.totalPoints(model.fitted().link().linearPredictor(p));
            // rms inverts by linear interpolation over 1000 points; ours is exact
            compared.close("points of " + p, points, FitReference.number(function.get("position_points").get(k)), 1e-3);
        }
        patients(compared, model, nomogram, expected, logistic, 10 * tolerance);
    }

    private static void axes(Compared compared, Nomogram ours, JsonNode drawn, double tolerance) {
        compared.relative("sc", ours.pointsPerUnit(), FitReference.number(drawn.get("sc")), tolerance);
        compared.close("base", ours.base(), FitReference.number(drawn.get("intercept_plus_minima")), tolerance);
        for (Axis axis : ours.axes()) {
            JsonNode expected = drawn.get("axes").get(axis.variable());
            assertThat(axis.points()).hasSize(expected.get("points").size());
            for (int k = 0; k < axis.points().size(); k++) {
                JsonNode tick = expected.get("tick_values").get(k);
                if (axis.categorical()) {
                    assertThat(axis.labels().get(k)).isEqualTo(tick.stringValue());
                } else {
                    compared.close("tick", axis.values().get(k), FitReference.number(tick), 1e-14);
                }
                compared.close("Xb", axis.contributions().get(k), FitReference.number(expected.get("Xbeta").get(k)), tolerance);
                compared.close("points", axis.points().get(k), FitReference.number(expected.get("points").get(k)), tolerance);
            }
        }
        double[] total = FitReference.numbers(drawn.get("axes").get("total.points").get("position_points"));
        assertThat(ours.totalTicks()).containsExactly(Arrays.stream(total).boxed().toArray(Double[]::new));
    }

    private static void patients(Compared compared, NomogramModel model, Nomogram nomogram, JsonNode expected,
            boolean logistic, double tolerance) {
        Map<String, Variable> table = FitReference.table("clinical");
        int[] all = IntStream.range(0, 300).toArray();
        List<NomogramModel.Prediction> predictions = model.predict(nomogram, table, all);
        double[] probability = FitReference.numbers(expected.get(logistic ? "probability" : "surv365"));
        double[] points = FitReference.numbers(expected.get("total_points_of_patient"));
        for (int i = 0; i < probability.length; i++) {
            compared.close("probability of case " + i, predictions.get(i).probability(), probability[i], tolerance);
            compared.close("points of case " + i, predictions.get(i).points(), points[i], tolerance);
            if (!logistic) {
                compared.close("lower", predictions.get(i).limits().lower(),
                        FitReference.number(expected.get("surv365_lower").get(i)), tolerance);
                compared.close("upper", predictions.get(i).limits().upper(),
                        Math.min(1, FitReference.number(expected.get("surv365_upper").get(i))), tolerance);
            }
        }
    }
}
