package org.trabecula.evaluation.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trabecula.evaluation.Discordance;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.stats.Interval;
import org.trabecula.stats.decision.Reclassification;
import org.trabecula.stats.roc.AucComparison;

/// Two models compared on the same cases: an object of `delong`, a row of `delong.csv`.
final class ComparisonDocument {
    static final List<String> COLUMNS = List.of(
            "a", "b", "part", "kind", "difference", "se", "z", "p", "ci_lower", "ci_upper", "clustered_se", "clustered_z",
            "clustered_p", "clustered_ci_lower", "clustered_ci_upper", "p_holm", "n", "positives", "caution");
    /// DeLong's test of nested models on the cases that they were fitted to: Demler et al. 2012, doi:10.1002/sim.5328.
    static final String FITTED_HERE = "both models were fitted to these cases: where one holds the other, DeLong's test does not hold";

    private static final String NO_VARIANCE = "the difference has no variance";

    private ComparisonDocument() {}

    /// All of them, with Holm's correction.
    ///
    /// @param reclassified whether reclassification was asked for
    static List<Map<String, @Nullable Object>> objects(Evaluation evaluation, boolean reclassified) {
        double[] holm = evaluation.holm();
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        for (int c = 0; c < holm.length; c++) {
            Evaluation.Comparison found = evaluation.comparisons().get(c);
            objects.add((reclassified ? withReclassification(found, evaluation.seed()) : object(found, evaluation.seed()))
                    .number("p_holm", holm[c], NO_VARIANCE)
                    .map());
        }
        return objects;
    }

    private static JsonObject object(Evaluation.Comparison found, long seed) {
        JsonObject object = new JsonObject()
                .put("a", found.a())
                .put("b", found.b())
                .put("part", found.part().label())
                .put("kind", found.kind().label())
                .put("n", found.n())
                .put("positives", found.positives())
                .putAll(test(found.plain()));
        if (found.fittedHere()) {
            object.put("caution", FITTED_HERE);
        }
        if (found.grouped()) {
            object.put("clustered", test(found.clustered()).map());
        } else {
            object.none("clustered", ModelDocument.NOT_GROUPED);
        }
        found.drawn().ifPresent(drawn -> object.put("bootstrap", ModelDocument.drawn(drawn, seed).map()));
        JsonObject discordance = new JsonObject();
        found.discordance().forEach((key, pairs) -> discordance.put(key, discordance(pairs).map()));
        object.put("mcnemar", discordance.map());
        return object;
    }

    /// With `reclassification`, which is asked for.
    private static JsonObject withReclassification(Evaluation.Comparison found, long seed) {
        return object(found, seed).put(
                "reclassification",
                found.reclassification()
                        .map(moved -> reclassification(found, moved))
                        .orElseGet(() -> new JsonObject()
                                .none("nri", "both scores must be probabilities")
                                .none("idi", "both scores must be probabilities"))
                        .map());
    }

    /// A comparison of areas.
    static JsonObject test(AucComparison test) {
        return new JsonObject()
                .put("difference", test.difference())
                .number("se", test.standardError(), NO_VARIANCE)
                .number("z", test.statistic(), NO_VARIANCE)
                .number("p", test.p(), NO_VARIANCE)
                .interval("ci", new Interval(test.lower(), test.upper()), NO_VARIANCE);
    }

    private static JsonObject discordance(Discordance found) {
        String why = "both are right on the same rows";
        return new JsonObject()
                .put("only_a_right", found.onlyFirstRight())
                .put("only_b_right", found.onlySecondRight())
                .number("chi2", found.plain().statistic(), why)
                .number("p", found.plain().p(), why)
                .number("chi2_corrected", found.corrected().statistic(), why)
                .number("p_corrected", found.corrected().p(), why)
                .number("p_exact", found.exact().p(), why);
    }

    private static JsonObject reclassification(Evaluation.Comparison found, Reclassification moved) {
        String why = "no row moves";
        return new JsonObject()
                .put("from", found.a())
                .put("to", found.b())
                .put("nri", moved.nri())
                .put("nri_events", moved.eventNri())
                .put("nri_nonevents", moved.nonEventNri())
                .number("nri_se", moved.nriSe(), why)
                .number("nri_p", moved.nriP(), why)
                .put("idi", moved.idi())
                .number("idi_se", moved.idiSe(), why)
                .number("idi_p", moved.idiP(), why)
                .put("warning", Reclassification.WARNING);
    }

    /// A row of all of them.
    static List<List<String>> cells(Evaluation evaluation) {
        double[] holm = evaluation.holm();
        List<List<String>> rows = new ArrayList<>();
        for (int c = 0; c < holm.length; c++) {
            rows.add(cells(evaluation.comparisons().get(c), holm[c]));
        }
        return rows;
    }

    private static List<String> cells(Evaluation.Comparison found, double holm) {
        AucComparison plain = found.plain();
        AucComparison clustered = found.clustered();
        boolean grouped = found.grouped();
        return List.of(
                found.a(), found.b(), found.part().label(), found.kind().label(),
                DocumentTable.cell(plain.difference()), DocumentTable.cell(plain.standardError()),
                DocumentTable.cell(plain.statistic()), DocumentTable.cell(plain.p()), DocumentTable.cell(plain.lower()),
                DocumentTable.cell(plain.upper()), clustered(grouped, clustered.standardError()),
                clustered(grouped, clustered.statistic()), clustered(grouped, clustered.p()),
                clustered(grouped, clustered.lower()), clustered(grouped, clustered.upper()), DocumentTable.cell(holm),
                DocumentTable.cell(found.n()), DocumentTable.cell(found.positives()), found.fittedHere() ? FITTED_HERE : "");
    }

    /// Empty where patients are not known.
    private static String clustered(boolean grouped, double value) {
        return grouped ? DocumentTable.cell(value) : "";
    }
}
