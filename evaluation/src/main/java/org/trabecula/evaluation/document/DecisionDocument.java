package org.trabecula.evaluation.document;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.evaluation.Scores;
import org.trabecula.stats.Interval;
import org.trabecula.stats.decision.DecisionPoint;

/// Net benefit over thresholds: objects of `decision_curve`, rows of `dca.csv`. Treating all and treating none stand once
/// per part and kind, after the first model there.
final class DecisionDocument {
    static final List<String> COLUMNS = List.of(
            "threshold", "model", "part", "kind", "net_benefit", "standardized", "interventions_avoided", "ci_lower", "ci_upper",
            "n", "positives");

    private DecisionDocument() {}

    /// A point of a curve with whose it is.
    ///
    /// @param interval [Interval#NONE] without a band
    private record Point(
            String model, Scores.Part part, Scores.Kind kind, int n, int positives, DecisionPoint at, boolean hasBand, Interval interval) {}

    private static List<Point> points(Evaluation evaluation) {
        List<Point> points = new ArrayList<>();
        List<Scores.Kind> referenced = new ArrayList<>();
        for (Evaluation.Row row : evaluation.rows()) {
            if (row.probabilities().isEmpty()) {
                continue;
            }
            Evaluation.Probabilities found = row.probabilities().get();
            add(points, row, row.model(), found.decision().model(), found.band());
            if (!referenced.contains(row.kind())) {
                referenced.add(row.kind());
                add(points, row, "all", found.decision().all(), List.of());
                add(points, row, "none", found.decision().none(), List.of());
            }
        }
        return points;
    }

    private static void add(
            List<Point> points, Evaluation.Row row, String model, List<DecisionPoint> curve, List<Interval> band) {
        for (int k = 0; k < curve.size(); k++) {
            points.add(new Point(
                    model, row.part(), row.kind(), row.n(), row.positives(), curve.get(k), !band.isEmpty(),
                    band.isEmpty() ? Interval.NONE : band.get(k)));
        }
    }

    static List<Object> objects(Evaluation evaluation) {
        List<Object> objects = new ArrayList<>();
        for (Point point : points(evaluation)) {
            JsonObject object = new JsonObject()
                    .put("threshold", point.at().threshold())
                    .put("model", point.model())
                    .put("part", point.part().label())
                    .put("kind", point.kind().label())
                    .put("n", point.n())
                    .put("net_benefit", point.at().netBenefit())
                    .put("standardized", point.at().standardised())
                    .number("interventions_avoided", point.at().interventionsAvoided(), "0/0 at threshold 0");
            if (point.hasBand()) {
                object.interval("ci", point.interval(), "no replicate held both classes");
            }
            objects.add(object.map());
        }
        return objects;
    }

    static List<List<String>> cells(Evaluation evaluation) {
        return points(evaluation).stream()
                .map(point -> List.of(
                        DocumentTable.cell(point.at().threshold()), point.model(), point.part().label(), point.kind().label(),
                        DocumentTable.cell(point.at().netBenefit()), DocumentTable.cell(point.at().standardised()),
                        DocumentTable.cell(point.at().interventionsAvoided()), DocumentTable.cell(point.interval().lower()),
                        DocumentTable.cell(point.interval().upper()), DocumentTable.cell(point.n()),
                        DocumentTable.cell(point.positives())))
                .toList();
    }
}
