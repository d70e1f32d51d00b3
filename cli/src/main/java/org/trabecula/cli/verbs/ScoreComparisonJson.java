package org.trabecula.cli.verbs;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.RandomStreams;
import org.trabecula.stats.Clusters;
import org.trabecula.stats.Interval;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.decision.Reclassification;
import org.trabecula.stats.roc.AucComparison;
import org.trabecula.stats.roc.ClusteredDeLong;
import org.trabecula.stats.roc.Cutoff;
import org.trabecula.stats.roc.DeLong;
import org.trabecula.stats.roc.PatientBootstrap;
import org.trabecula.stats.tests.ContingencyTable;
import org.trabecula.stats.tests.TestResult;

/// Two models compared on the same rows, as `evaluate`'s document tells it.
final class ScoreComparisonJson {
    private final ScoreTable table;
    private final ScoreSettings settings;

    ScoreComparisonJson(ScoreTable table, ScoreSettings settings) {
        this.table = table;
        this.settings = settings;
    }

    Map<String, @Nullable Object> object(ScoreModel a, ScoreModel b) {
        Outcome outcome = table.outcome();
        double level = settings.level();
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("a", a.name());
        object.put("b", b.name());
        put(object, DeLong.paired(outcome, a.score(), b.score(), settings.direction(), level));
        Clusters clusters = table.clusters();
        if (clusters == null) {
            object.put("clustered", null);
            object.putIfAbsent("why", ScoreModelJson.NOT_GROUPED);
        } else {
            Map<String, @Nullable Object> byPatient = new LinkedHashMap<>();
            put(byPatient, ClusteredDeLong.paired(outcome, a.score(), b.score(), clusters, settings.direction(), level));
            object.put("clustered", byPatient);
        }
        if (settings.bootstrap() > 0) {
            Clusters units = clusters == null ? Clusters.singletons(a.score().length) : clusters;
            object.put("bootstrap", ScoreModelJson.bootstrap(
                    PatientBootstrap.difference(outcome, a.score(), b.score(), units, settings.direction(),
                            settings.bootstrap(), level, new RandomStreams(settings.seed()), settings.jobs()),
                    settings.seed()));
        }
        Map<String, @Nullable Object> mcNemar = new LinkedHashMap<>();
        a.cutoffs().forEach((key, cutoff) -> {
            Cutoff other = b.cutoffs().get(key);
            if (other != null) {
                mcNemar.put(key, mcNemar(a.score(), cutoff, b.score(), other));
            }
        });
        object.put("mcnemar", mcNemar);
        if (settings.riskCategories() != null) {
            object.put("reclassification", reclassification(a, b, settings.riskCategories()));
        }
        return object;
    }

    /// Keys of a comparison of areas; the statistic is `z`, with `df` where it is t.
    static void put(Map<String, @Nullable Object> object, AucComparison test) {
        String why = "the difference has no variance";
        object.put("difference", test.difference());
        JsonNumbers.put(object, "se", test.standardError(), why);
        JsonNumbers.put(object, "z", test.statistic(), why);
        JsonNumbers.put(object, "p", test.p(), why);
        JsonNumbers.put(object, "ci", new Interval(test.lower(), test.upper()), why);
    }

    /// Rows that one model calls right and the other wrong, each at its own cut-off.
    private Map<String, @Nullable Object> mcNemar(double[] a, Cutoff cutoffA, double[] b, Cutoff cutoffB) {
        Outcome outcome = table.outcome();
        int[][] counts = new int[2][2];
        for (int row = 0; row < a.length; row++) {
            boolean rightA = settings.direction().isPositive(a[row], cutoffA.threshold()) == outcome.isCase(row);
            boolean rightB = settings.direction().isPositive(b[row], cutoffB.threshold()) == outcome.isCase(row);
            counts[rightA ? 1 : 0][rightB ? 1 : 0]++;
        }
        ContingencyTable pairs = new ContingencyTable(counts);
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("only_a_right", counts[1][0]);
        object.put("only_b_right", counts[0][1]);
        String why = "both are right on the same rows";
        TestResult plain = pairs.mcNemar(false);
        TestResult corrected = pairs.mcNemar(true);
        JsonNumbers.put(object, "chi2", plain.statistic(), why);
        JsonNumbers.put(object, "p", plain.p(), why);
        JsonNumbers.put(object, "chi2_corrected", corrected.statistic(), why);
        JsonNumbers.put(object, "p_corrected", corrected.p(), why);
        JsonNumbers.put(object, "p_exact", pairs.mcNemarExact().p(), why);
        return object;
    }

    /// `b` over `a` as the older model.
    private Map<String, @Nullable Object> reclassification(ScoreModel a, ScoreModel b, double[] limits) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        if (a.calibration() == null || b.calibration() == null) {
            object.put("nri", null);
            object.put("idi", null);
            object.put("why", "both scores must be probabilities");
            return object;
        }
        Reclassification found = limits.length == 0
                ? Reclassification.continuous(table.outcome(), a.score(), b.score())
                : Reclassification.byCategories(table.outcome(), a.score(), b.score(), limits);
        String why = "no row moves";
        object.put("from", a.name());
        object.put("to", b.name());
        object.put("nri", found.nri());
        object.put("nri_events", found.eventNri());
        object.put("nri_nonevents", found.nonEventNri());
        JsonNumbers.put(object, "nri_se", found.nriSe(), why);
        JsonNumbers.put(object, "nri_p", found.nriP(), why);
        object.put("idi", found.idi());
        JsonNumbers.put(object, "idi_se", found.idiSe(), why);
        JsonNumbers.put(object, "idi_p", found.idiP(), why);
        object.put("warning", Reclassification.WARNING);
        return object;
    }
}
