package org.trabecula.stats.roc;

import static org.trabecula.stats.StatsReference.number;
import static org.trabecula.stats.StatsReference.numbers;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.stats.Clusters;
import org.trabecula.stats.Compared;
import org.trabecula.stats.Interval;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.StatsReference;
import tools.jackson.databind.JsonNode;

/// pROC 1.18.0 and the formulas of Obuchowski 1997 in R; made by `scripts/05_roc.R` of the reference set.
///
/// Areas, variances and limits are a few sums of at most 416 terms: 1e-12 leaves room for their order. Curves are ratios
/// of counts: exact.
class RocConformanceTest {
    private static final double SUMS = 1e-12;
    private final JsonNode reference = StatsReference.json("roc/roc.json.gz");
    private final Compared compared = new Compared("stats/roc");

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "pred_a,p_fine", "pred_a,p_coarse", "pred_a,p_over", "pred_a,score_int",
        "pred_b,p_fine", "pred_b,p_coarse", "pred_b,p_over", "pred_b,score_int"
    })
    void curveAndAreasAreThoseOfProc(String table, String score) {
        StatsReference.Table rows = StatsReference.table(table);
        Outcome outcome = rows.outcome();
        double[] s = rows.numbers(score);
        JsonNode r = reference.get(table).get(score);

        RocCurve curve = RocCurve.of(outcome, s, Direction.CASES_HIGHER);
        compared.close("auc", curve.auc(), number(r.get("auc")), SUMS);
        curvePoints(curve, r);
        estimate(DeLong.estimate(outcome, s, Direction.CASES_HIGHER, 0.95), r, "delong_var", "delong_ci95");
        estimate(DeLong.estimate(outcome, s, Direction.CASES_HIGHER, 0.90), r, "delong_var", "delong_ci90");

        JsonNode reversed = r.get("reversed_direction");
        RocCurve down = RocCurve.of(outcome, s, Direction.CASES_LOWER);
        compared.close("reversed auc", down.auc(), number(reversed.get("auc")), SUMS);
        for (int k = 0; k < 3; k++) {
            compared.close("threshold", down.points().get(k).threshold(), number(reversed.get("thresholds_first3").get(k)), 0);
            compared.close("sens", down.points().get(k).sensitivity(), number(reversed.get("sens_first3").get(k)), 0);
            compared.close("spec", down.points().get(k).specificity(), number(reversed.get("spec_first3").get(k)), 0);
        }
        compared.close(
                "reversed variance",
                DeLong.estimate(outcome, s, Direction.CASES_LOWER, 0.95).variance(),
                number(reversed.get("delong_var")),
                SUMS);

        JsonNode clustered = r.get("clustered");
        AucEstimate byPatient = ClusteredDeLong.estimate(
                outcome, s, Clusters.of(rows.text("patient")), Direction.CASES_HIGHER, 0.95);
        estimate(byPatient, clustered, "var", "ci95");
        compared.report();
    }

    private void curvePoints(RocCurve curve, JsonNode r) {
        compared.equal("points", curve.points().size(), r.get("thresholds").size());
        for (int k = 0; k < curve.points().size(); k++) {
            RocPoint point = curve.points().get(k);
            compared.close("threshold " + k, point.threshold(), number(r.get("thresholds").get(k)), 0);
            compared.close("sensitivity " + k, point.sensitivity(), number(r.get("sensitivities").get(k)), 0);
            compared.close("specificity " + k, point.specificity(), number(r.get("specificities").get(k)), 0);
        }
    }

    private void estimate(AucEstimate ours, JsonNode r, String variance, String interval) {
        compared.close("auc", ours.auc(), number(r.get("auc")), SUMS);
        compared.relative("variance", ours.variance(), number(r.get(variance)), SUMS);
        compared.close("lower", ours.lower(), number(r.get(interval).get(0)), SUMS);
        compared.close("upper", ours.upper(), number(r.get(interval).get(1)), SUMS);
    }

    @ParameterizedTest(name = "{0} {1} against {2}")
    @CsvSource({
        "pred_a,p_fine,p_coarse", "pred_a,p_fine,p_over", "pred_a,p_coarse,score_int",
        "pred_b,p_fine,p_coarse", "pred_b,p_fine,p_over", "pred_b,p_coarse,score_int"
    })
    void testsBetweenScoresAreThoseOfProc(String table, String scoreA, String scoreB) {
        StatsReference.Table rows = StatsReference.table(table);
        Outcome outcome = rows.outcome();
        double[] a = rows.numbers(scoreA);
        double[] b = rows.numbers(scoreB);
        Clusters patients = Clusters.of(rows.text("patient"));
        Direction up = Direction.CASES_HIGHER;
        JsonNode r = reference.get(table).get("tests").get(scoreA + "_vs_" + scoreB);

        AucComparison paired = DeLong.paired(outcome, a, b, up, 0.95);
        compared.close("auc a", paired.aucA(), number(r.get("auc").get(0)), SUMS);
        compared.close("auc b", paired.aucB(), number(r.get("auc").get(1)), SUMS);
        compared.relative("Z", paired.statistic(), number(r.get("Z")), 1e-11);
        // |dp/p| ≈ z·|dz| for a normal tail: seven times the error of Z
        compared.relative("p", paired.p(), number(r.get("p")), 1e-10);
        compared.relative("p less", paired.pLess(), number(r.get("p_less")), 1e-10);
        compared.relative("p greater", paired.pGreater(), number(r.get("p_greater")), 1e-10);
        compared.close("lower", paired.lower(), number(r.get("diff_ci95").get(0)), SUMS);
        compared.close("upper", paired.upper(), number(r.get("diff_ci95").get(1)), SUMS);
        compared.relative("covariance", DeLong.covariance(outcome, a, b, up), number(r.get("delong_cov")), 1e-11);

        JsonNode u = r.get("unpaired_on_same_data");
        AucComparison unpaired = DeLong.unpaired(
                DeLong.estimate(outcome, a, up, 0.95), DeLong.estimate(outcome, b, up, 0.95), 0.95);
        compared.relative("D", unpaired.statistic(), number(u.get("D")), 1e-11);
        compared.relative("df", unpaired.df(), number(u.get("df")), 1e-11);
        compared.relative("p unpaired", unpaired.p(), number(u.get("p")), 1e-10);

        JsonNode c = r.get("clustered");
        AucComparison clustered = ClusteredDeLong.paired(outcome, a, b, patients, up, 0.95);
        JsonNode matrix = c.get("cov_matrix");
        compared.relative("clustered var a", ClusteredDeLong.covariance(outcome, a, a, patients, up), number(matrix.get(0).get(0)), SUMS);
        compared.relative("clustered cov", ClusteredDeLong.covariance(outcome, a, b, patients, up), number(matrix.get(0).get(1)), 1e-11);
        compared.relative("clustered var b", ClusteredDeLong.covariance(outcome, b, b, patients, up), number(matrix.get(1).get(1)), SUMS);
        compared.relative("clustered var of difference", clustered.standardError() * clustered.standardError(), number(c.get("var_diff")), 1e-11);
        compared.relative("clustered Z", clustered.statistic(), number(c.get("Z")), 1e-11);
        compared.relative("clustered p", clustered.p(), number(c.get("p")), 1e-10);
        compared.report();
    }

    @Test
    void differentRowsAreComparedWithSatterthwaitesT() {
        JsonNode r = reference.get("unpaired_pred_a_vs_pred_b_p_fine");
        AucComparison test = DeLong.unpaired(fine("pred_a"), fine("pred_b"), 0.95);
        compared.relative("D", test.statistic(), number(r.get("D")), 1e-11);
        compared.relative("df", test.df(), number(r.get("df")), 1e-11);
        compared.relative("p", test.p(), number(r.get("p")), 1e-11);
        compared.report();
    }

    private static AucEstimate fine(String table) {
        StatsReference.Table rows = StatsReference.table(table);
        return DeLong.estimate(
                rows.outcome(), rows.numbers("p_fine"), Direction.CASES_HIGHER, 0.95);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "pred_a,p_fine", "pred_a,p_coarse", "pred_a,p_over", "pred_a,score_int",
        "pred_b,p_fine", "pred_b,p_coarse", "pred_b,p_over", "pred_b,score_int"
    })
    void cutOffsAreThoseOfProc(String table, String score) {
        StatsReference.Table rows = StatsReference.table(table);
        Outcome outcome = rows.outcome();
        double[] s = rows.numbers(score);
        JsonNode r = reference.get(table).get(score);
        RocCurve curve = RocCurve.of(outcome, s, Direction.CASES_HIGHER);
        best(outcome, s, Cutoffs.youden(curve), r.get("best_youden"));
        best(outcome, s, Cutoffs.closestTopLeft(curve), r.get("best_topleft"));
        best(outcome, s, Cutoffs.youden(curve, 2, 0.3), r.get("best_youden_weighted_cost2_prev0.3"));
        JsonNode at = r.get("at_threshold");
        for (int k = 0; k < at.get("x").size(); k++) {
            Confusion table2 = Confusion.of(outcome, s, number(at.get("x").get(k)), Direction.CASES_HIGHER);
            confusion(table2, at.get("coords"), k);
        }
        compared.report();
    }

    /// pROC lists every maximum; ours is the one of highest specificity, its last.
    private void best(Outcome outcome, double[] s, Cutoff ours, JsonNode r) {
        int last = r.get("threshold").size() - 1;
        compared.close(ours.rule(), ours.threshold(), number(r.get("threshold").get(last)), 0);
        confusion(Confusion.of(outcome, s, ours), r, last);
    }

    /// pROC's counts are rounded products, such as 98.99999999999999 for 99.
    private void confusion(Confusion ours, JsonNode r, int k) {
        compared.close("tp", ours.tp(), number(r.get("tp").get(k)), 1e-14);
        compared.close("fp", ours.fp(), number(r.get("fp").get(k)), 1e-14);
        compared.close("fn", ours.fn(), number(r.get("fn").get(k)), 1e-14);
        compared.close("tn", ours.tn(), number(r.get("tn").get(k)), 1e-14);
        compared.close("sens", ours.sensitivity().value(), number(r.get("sensitivity").get(k)), 1e-14);
        compared.close("spec", ours.specificity().value(), number(r.get("specificity").get(k)), 1e-14);
        compared.close("accuracy", ours.accuracy().value(), number(r.get("accuracy").get(k)), 1e-14);
        compared.close("ppv", ours.ppv().value(), number(r.get("ppv").get(k)), 1e-14);
        compared.close("npv", ours.npv().value(), number(r.get("npv").get(k)), 1e-14);
    }

    @Test
    void edgeCasesBehaveAsInProcOrAreRefused() {
        for (Map.Entry<String, JsonNode> edge : reference.get("edge").properties()) {
            JsonNode r = edge.getValue();
            if (!r.has("thresholds")) {
                continue; // refused by both, see RocEdgeTest, or a test rather than a curve
            }
            Outcome outcome = Outcome.ofZeroOne("y", numbers(r.get("y")));
            double[] s = numbers(r.get("score"));
            RocCurve curve = RocCurve.of(outcome, s, Direction.CASES_HIGHER);
            AucEstimate estimate = DeLong.estimate(outcome, s, Direction.CASES_HIGHER, 0.95);
            compared.close(edge.getKey(), curve.auc(), number(r.get("auc")), 0);
            compared.close(edge.getKey() + " var", estimate.variance(), number(r.get("var")), 1e-15);
            compared.close(edge.getKey() + " lower", estimate.lower(), number(r.get("ci").get(0)), 1e-14);
            compared.close(edge.getKey() + " upper", estimate.upper(), number(r.get("ci").get(2)), 1e-14);
            for (int k = 0; k < curve.points().size(); k++) {
                compared.close("threshold", curve.points().get(k).threshold(), number(r.get("thresholds").get(k)), 0);
                compared.close("sens", curve.points().get(k).sensitivity(), number(r.get("sens").get(k)), 0);
                compared.close("spec", curve.points().get(k).specificity(), number(r.get("spec").get(k)), 0);
            }
            JsonNode youden = r.get("youden").get("threshold");
            compared.close("youden", Cutoffs.youden(curve).threshold(), number(youden.get(youden.size() - 1)), 0);
        }
        compared.report();
    }

    @Test
    void intervalsOfProportionsAreThoseOfR() {
        for (JsonNode r : reference.get("proportions")) {
            Proportion share = new Proportion(r.get("x").intValue(), r.get("n").intValue());
            interval("wilson " + share, share.wilson(0.95), r.get("wilson"), 1e-14);
            interval("exact " + share, share.exact(0.95), r.get("clopper_pearson"), 1e-13);
        }
        compared.report();
    }

    private void interval(String what, Interval ours, JsonNode r, double tolerance) {
        compared.close(what, ours.lower(), number(r.get(0)), tolerance);
        compared.close(what, ours.upper(), number(r.get(1)), tolerance);
    }

    @Test
    void confusionMetricsAreThoseOfTheirFormulasInR() {
        for (String table : List.of("pred_a", "pred_b")) {
            StatsReference.Table rows = StatsReference.table(table);
            Outcome outcome = rows.outcome();
            for (String score : List.of("p_fine", "p_coarse")) {
                JsonNode r = reference.get("confusion_at_half").get(table).get(score);
                Confusion ours = Confusion.of(outcome, rows.numbers(score), 0.5, Direction.CASES_HIGHER);
                compared.equal("tp", ours.tp(), r.get("tp").longValue());
                compared.equal("fp", ours.fp(), r.get("fp").longValue());
                compared.equal("fn", ours.fn(), r.get("fn").longValue());
                compared.equal("tn", ours.tn(), r.get("tn").longValue());
                compared.close("f1", ours.f1(), number(r.get("f1")), 1e-15);
                compared.close("mcc", ours.matthews(), number(r.get("mcc")), 1e-14);
                compared.close("kappa", ours.kappa(), number(r.get("kappa")), 1e-14);
                compared.close("balanced", ours.balancedAccuracy(), number(r.get("balanced_acc")), 1e-15);
            }
        }
        compared.report();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "pred_a,p_fine", "pred_a,p_coarse", "pred_a,p_over", "pred_a,score_int",
        "pred_b,p_fine", "pred_b,p_coarse", "pred_b,p_over", "pred_b,score_int"
    })
    void partsOfTheAreaAndInterpolatedPointsAreThoseOfProc(String table, String score) {
        StatsReference.Table rows = StatsReference.table(table);
        RocCurve curve = RocCurve.of(rows.outcome(), rows.numbers(score), Direction.CASES_HIGHER);
        JsonNode r = reference.get(table).get(score);
        JsonNode part = r.get("partial");
        double high = PartialAuc.overSpecificity(curve, 0.9, 1);
        double sensitive = PartialAuc.overSensitivity(curve, 0.9, 1);
        double middle = PartialAuc.overSpecificity(curve, 0.6, 0.85);
        compared.close("spec 1-0.9", high, number(part.get("spec_1_to_0.9")), SUMS);
        compared.close("corrected", PartialAuc.corrected(high, 0.9, 1), number(part.get("spec_1_to_0.9_corrected")), SUMS);
        compared.close("spec 1-0.8", PartialAuc.overSpecificity(curve, 0.8, 1), number(part.get("spec_1_to_0.8")), SUMS);
        compared.close("sens 1-0.9", sensitive, number(part.get("sens_1_to_0.9")), SUMS);
        compared.close("corrected", PartialAuc.corrected(sensitive, 0.9, 1), number(part.get("sens_1_to_0.9_corrected")), SUMS);
        compared.close("spec 0.85-0.6", middle, number(part.get("spec_0.85_to_0.6")), SUMS);
        compared.close("corrected", PartialAuc.corrected(middle, 0.6, 0.85), number(part.get("spec_0.85_to_0.6_corrected")), SUMS);
        compared.close("whole", PartialAuc.overSpecificity(curve, 0, 1), curve.auc(), SUMS);
        JsonNode atSpecificity = r.get("at_specificity");
        JsonNode atSensitivity = r.get("at_sensitivity");
        for (int k = 0; k < 3; k++) {
            compared.close(
                    "sensitivity",
                    PartialAuc.sensitivityAt(curve, number(atSpecificity.get("x").get(k))),
                    number(atSpecificity.get("coords").get("sensitivity").get(k)),
                    SUMS);
            compared.close(
                    "specificity",
                    PartialAuc.specificityAt(curve, number(atSensitivity.get("x").get(k))),
                    number(atSensitivity.get("coords").get("specificity").get(k)),
                    SUMS);
        }
        compared.report();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"pred_a,p_fine", "pred_a,p_coarse", "pred_a,p_over", "pred_b,p_fine", "pred_b,p_coarse", "pred_b,p_over"})
    void precisionAndRecallAreThoseOfScikitLearn(String table, String score) {
        StatsReference.Table rows = StatsReference.table(table);
        JsonNode r = StatsReference.json("roc/sklearn_metrics.json.gz").get(table).get(score);
        double[] s = rows.numbers(score);
        PrecisionRecall ours = PrecisionRecall.of(rows.outcome(), s, Direction.CASES_HIGHER);
        compared.equal("points", ours.points().size(), r.get("precision").size());
        for (int k = 0; k < ours.points().size(); k++) {
            compared.close("precision", ours.points().get(k).precision(), number(r.get("precision").get(k)), 0);
            compared.close("recall", ours.points().get(k).recall(), number(r.get("recall").get(k)), 0);
            if (k < r.get("pr_thresholds").size()) {
                compared.close("threshold", ours.points().get(k).threshold(), number(r.get("pr_thresholds").get(k)), 0);
            }
        }
        compared.close("average precision", ours.averagePrecision(), number(r.get("average_precision")), SUMS);
        compared.close("trapezoid", ours.trapezoidArea(), number(r.get("pr_auc_trapezoid")), SUMS);
        RocCurve curve = RocCurve.of(rows.outcome(), s, Direction.CASES_HIGHER);
        compared.close("auc", curve.auc(), number(r.get("roc_auc")), SUMS);
        double low = PartialAuc.corrected(PartialAuc.overSpecificity(curve, 0.9, 1), 0.9, 1);
        compared.close("max_fpr 0.1", low, number(r.get("partial_auc_max_fpr_0_1")), SUMS);
        Confusion half = Confusion.of(rows.outcome(), s, 0.5, Direction.CASES_HIGHER);
        compared.close("mcc", half.matthews(), number(r.get("mcc_at_half")), SUMS);
        compared.close("kappa", half.kappa(), number(r.get("kappa_at_half")), SUMS);
        compared.report();
    }
}
