package org.trabecula.cli.verbs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.RandomStreams;
import org.trabecula.stats.Clusters;
import org.trabecula.stats.Interval;
import org.trabecula.stats.Normal;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.calibration.Calibration;
import org.trabecula.stats.calibration.CalibrationErrors;
import org.trabecula.stats.calibration.HosmerLemeshow;
import org.trabecula.stats.calibration.SmoothCurve;
import org.trabecula.stats.decision.DecisionCurve;
import org.trabecula.stats.decision.DecisionPoint;
import org.trabecula.stats.roc.AucComparison;
import org.trabecula.stats.roc.AucEstimate;
import org.trabecula.stats.roc.BootstrapInterval;
import org.trabecula.stats.roc.ClusteredDeLong;
import org.trabecula.stats.roc.Confusion;
import org.trabecula.stats.roc.Cutoff;
import org.trabecula.stats.roc.Cutoffs;
import org.trabecula.stats.roc.DeLong;
import org.trabecula.stats.roc.Direction;
import org.trabecula.stats.roc.NewcombeAuc;
import org.trabecula.stats.roc.PatientBootstrap;
import org.trabecula.stats.roc.PrecisionRecall;
import org.trabecula.stats.roc.Proportion;
import org.trabecula.stats.roc.RocCurve;

/// Everything `evaluate SCORES` says, as one document; the numbers are made in `stats`, the words here.
///
/// @param test           rows that are evaluated
/// @param train          rows that cut-offs are chosen on; the same as `test` without --train
/// @param thresholds     of the decision curve
/// @param atSensitivity  further cut-offs
/// @param atSpecificity  further cut-offs
/// @param bootstrap      replicates; 0 for none
record ScoreEvaluation(
        ScoreTable test,
        ScoreTable train,
        Direction direction,
        double level,
        double[] thresholds,
        List<Double> atSensitivity,
        List<Double> atSpecificity,
        int bootstrap,
        long seed,
        int jobs) {

    Map<String, @Nullable Object> document() {
        Outcome outcome = test.outcome();
        List<String> names = List.copyOf(test.scores().keySet());
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("n", outcome.size());
        document.put("positives", outcome.cases());
        document.put("level", level);
        document.put("cutoffs_chosen_on", train == test ? "the same rows" : "the training table");
        Map<String, @Nullable Object> models = new LinkedHashMap<>();
        names.forEach(name -> models.put(name, model(name)));
        document.put("models", models);
        List<Object> tests = new ArrayList<>();
        for (int a = 0; a < names.size(); a++) {
            for (int b = a + 1; b < names.size(); b++) {
                tests.add(comparison(names.get(a), names.get(b)));
            }
        }
        document.put("delong", tests);
        document.put("decision_curve", decisionCurve(names));
        return document;
    }

    private Map<String, @Nullable Object> model(String name) {
        Outcome outcome = test.outcome();
        double[] score = test.score(name);
        Map<String, @Nullable Object> model = new LinkedHashMap<>();
        AucEstimate auc = DeLong.estimate(outcome, score, direction, level);
        model.put("auc", auc.auc());
        String why = "fewer than two cases or controls";
        JsonNumbers.put(model, "auc_variance", auc.variance(), why);
        JsonNumbers.put(model, "auc_ci", new Interval(auc.lower(), auc.upper()), why);
        if (auc.variance() == 0) {
            model.put("cautions", auc.cautions());
            model.put(
                    "auc_ci_newcombe",
                    List.of(
                            NewcombeAuc.lower(auc.auc(), auc.cases(), auc.controls(), level),
                            NewcombeAuc.upper(auc.auc(), auc.cases(), auc.controls(), level)));
        }
        Clusters clusters = test.clusters();
        if (clusters == null) {
            model.put("auc_clustered", null);
            model.putIfAbsent("why", "no --group column: rows were taken for independent");
        } else {
            model.put("auc_clustered", clustered(ClusteredDeLong.estimate(outcome, score, clusters, direction, level)));
        }
        if (bootstrap > 0) {
            model.put("auc_bootstrap", bootstrap(score, clusters));
        }
        model.put("average_precision", PrecisionRecall.of(outcome, score, direction).averagePrecision());
        model.put("cutoffs", cutoffs(name));
        if (isProbability(score)) {
            model.put("calibration", calibration(Calibration.of(outcome, score)));
        } else {
            model.put("calibration", null);
            model.put("calibration_why", NOT_A_PROBABILITY);
        }
        return model;
    }

    private static final String NOT_A_PROBABILITY =
            "calibration and net benefit need probabilities of being a case, between 0 and 1, higher in cases";

    private boolean isProbability(double[] score) {
        return direction == Direction.CASES_HIGHER && Arrays.stream(score).allMatch(p -> p >= 0 && p <= 1);
    }

    private static Map<String, @Nullable Object> clustered(AucEstimate estimate) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        String why = "fewer than two patients with a case, or with a control";
        JsonNumbers.put(object, "variance", estimate.variance(), why);
        JsonNumbers.put(object, "ci", new Interval(estimate.lower(), estimate.upper()), why);
        double z = (estimate.auc() - 0.5) / Math.sqrt(estimate.variance());
        JsonNumbers.put(object, "p_half", Normal.twoSided(z), why);
        return object;
    }

    private Map<String, @Nullable Object> bootstrap(double[] score, @Nullable Clusters clusters) {
        Clusters units = clusters == null ? Clusters.singletons(score.length) : clusters;
        BootstrapInterval drawn = PatientBootstrap.auc(
                test.outcome(), score, units, direction, bootstrap, level, new RandomStreams(seed), jobs);
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        JsonNumbers.put(object, "ci", new Interval(drawn.lower(), drawn.upper()), "no replicate held both classes");
        JsonNumbers.put(object, "se", drawn.standardError(), "no replicate held both classes");
        object.put("replicates", drawn.replicates());
        object.put("undefined", drawn.undefined());
        object.put("seed", seed);
        return object;
    }

    private Map<String, @Nullable Object> cutoffs(String name) {
        RocCurve curve = RocCurve.of(train.outcome(), train.score(name), direction);
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("youden", cutoff(Cutoffs.youden(curve), name));
        for (double value : atSensitivity) {
            all.put("sensitivity_" + value, cutoff(Cutoffs.atSensitivity(curve, value), name));
        }
        for (double value : atSpecificity) {
            all.put("specificity_" + value, cutoff(Cutoffs.atSpecificity(curve, value), name));
        }
        return all;
    }

    private Map<String, @Nullable Object> cutoff(Cutoff cutoff, String name) {
        Confusion table = Confusion.of(test.outcome(), test.score(name), cutoff);
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        JsonNumbers.put(object, "threshold", cutoff.threshold(), "no threshold is better than calling all alike");
        object.put("rule", cutoff.rule());
        object.put("tp", table.tp());
        object.put("fp", table.fp());
        object.put("tn", table.tn());
        object.put("fn", table.fn());
        object.put("sensitivity", proportion(table.sensitivity()));
        object.put("specificity", proportion(table.specificity()));
        object.put("ppv", proportion(table.ppv()));
        object.put("npv", proportion(table.npv()));
        object.put("accuracy", proportion(table.accuracy()));
        String why = "a row or column of the table is empty";
        JsonNumbers.put(object, "f1", table.f1(), why);
        JsonNumbers.put(object, "balanced_accuracy", table.balancedAccuracy(), why);
        JsonNumbers.put(object, "mcc", table.matthews(), why);
        JsonNumbers.put(object, "kappa", table.kappa(), why);
        return object;
    }

    private Map<String, @Nullable Object> proportion(Proportion share) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        JsonNumbers.put(object, "value", share.value(), "nobody to count");
        JsonNumbers.put(object, "ci_wilson", share.wilson(level), "nobody to count");
        JsonNumbers.put(object, "ci_exact", share.exact(level), "nobody to count");
        return object;
    }

    private static Map<String, @Nullable Object> calibration(Calibration found) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        JsonNumbers.put(object, "intercept", found.line().intercept(), found.line().why());
        JsonNumbers.put(object, "slope", found.line().slope(), found.line().why());
        JsonNumbers.put(object, "in_the_large", found.inTheLarge().intercept(), found.inTheLarge().why());
        object.put("brier", found.brier());
        object.put("brier_scaled", found.brierScaled());
        JsonNumbers.put(object, "log_loss", found.logLoss(), "a probability of 0 or 1 was wrong");
        object.put("eo", found.expectedObserved());
        object.put("ici", found.errors().mean());
        object.put("e50", found.errors().median());
        object.put("e90", found.errors().e90());
        object.put("emax", found.errors().max());
        object.put("lowess", errors(found.curveErrors()));
        object.put("hosmer_lemeshow", hosmerLemeshow(found.hosmerLemeshow()));
        object.put("curve", curve(found.curve()));
        object.put("curve_loess", curve(found.flexible()));
        return object;
    }

    private static Map<String, @Nullable Object> errors(CalibrationErrors errors) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("eavg", errors.mean());
        object.put("e50", errors.median());
        object.put("e90", errors.e90());
        object.put("emax", errors.max());
        return object;
    }

    private static Map<String, @Nullable Object> hosmerLemeshow(HosmerLemeshow test) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        String why = "a group expects all or none, or there are too few groups";
        JsonNumbers.put(object, "chi2", test.chi2(), why);
        object.put("df", test.groups().size());
        JsonNumbers.put(object, "p", test.pExternal(), why);
        JsonNumbers.put(object, "p_if_fitted_here", test.pInternal(), why);
        return object;
    }

    /// The curve at distinct probabilities.
    private static List<List<Double>> curve(SmoothCurve curve) {
        List<List<Double>> points = new ArrayList<>();
        for (int k = 0; k < curve.size(); k++) {
            if (k == 0 || curve.x(k) != curve.x(k - 1)) {
                points.add(List.of(curve.x(k), curve.y(k)));
            }
        }
        return points;
    }

    private Map<String, @Nullable Object> comparison(String a, String b) {
        Outcome outcome = test.outcome();
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("a", a);
        object.put("b", b);
        put(object, DeLong.paired(outcome, test.score(a), test.score(b), direction, level));
        Clusters clusters = test.clusters();
        if (clusters == null) {
            object.put("clustered", null);
            object.putIfAbsent("why", "no --group column: rows were taken for independent");
        } else {
            Map<String, @Nullable Object> byPatient = new LinkedHashMap<>();
            put(byPatient, ClusteredDeLong.paired(outcome, test.score(a), test.score(b), clusters, direction, level));
            object.put("clustered", byPatient);
        }
        return object;
    }

    private static void put(Map<String, @Nullable Object> object, AucComparison test) {
        String why = "the difference has no variance";
        object.put("difference", test.difference());
        JsonNumbers.put(object, "se", test.standardError(), why);
        JsonNumbers.put(object, "z", test.statistic(), why);
        JsonNumbers.put(object, "p", test.p(), why);
        JsonNumbers.put(object, "ci", new Interval(test.lower(), test.upper()), why);
    }

    private List<Object> decisionCurve(List<String> names) {
        List<Object> points = new ArrayList<>();
        boolean reference = false;
        for (String name : names) {
            if (isProbability(test.score(name))) {
                DecisionCurve curve = DecisionCurve.of(test.outcome(), test.score(name), thresholds);
                add(points, name, curve.model());
                if (!reference) {
                    add(points, "all", curve.all());
                    add(points, "none", curve.none());
                    reference = true;
                }
            }
        }
        return points;
    }

    private static void add(List<Object> points, String model, List<DecisionPoint> curve) {
        for (DecisionPoint point : curve) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            object.put("threshold", point.threshold());
            object.put("model", model);
            object.put("net_benefit", point.netBenefit());
            object.put("standardized", point.standardised());
            JsonNumbers.put(object, "interventions_avoided", point.interventionsAvoided(), "0/0 at threshold 0");
            points.add(object);
        }
    }
}
