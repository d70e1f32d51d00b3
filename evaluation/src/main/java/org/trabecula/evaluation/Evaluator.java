package org.trabecula.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.trabecula.core.RandomStreams;
import org.trabecula.stats.Clusters;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.calibration.Calibration;
import org.trabecula.stats.decision.DecisionCurve;
import org.trabecula.stats.roc.ClusteredDeLong;
import org.trabecula.stats.roc.Confusion;
import org.trabecula.stats.roc.Cutoff;
import org.trabecula.stats.roc.DeLong;
import org.trabecula.stats.roc.Direction;
import org.trabecula.stats.roc.PatientBootstrap;
import org.trabecula.stats.roc.RocCurve;

/// Evaluates all models on all parts (protocol, step 17).
public final class Evaluator {
    private static final double LEVEL = 0.95;
    private static final int REPLICATES = 2000;
    private static final double SMALLEST = 1e-12;

    private final Map<String, Cutoff> cutoffs;
    private final RandomStreams random;
    private final int jobs;

    /// @param cutoffs by model, fitted on training cases
    public Evaluator(Map<String, Cutoff> cutoffs, RandomStreams random, int jobs) {
        this.cutoffs = Map.copyOf(cutoffs);
        this.random = random;
        this.jobs = jobs;
    }

    public Evaluation evaluate(List<Scores> all) {
        List<Evaluation.Row> rows = new ArrayList<>();
        List<Evaluation.Comparison> comparisons = new ArrayList<>();
        for (int first = 0; first < all.size(); first++) {
            rows.add(row(all.get(first)));
            for (int second = first + 1; second < all.size(); second++) {
                Scores a = all.get(first);
                Scores b = all.get(second);
                if (a.part() == b.part() && a.kind() == b.kind() && a.caseIds().equals(b.caseIds())) {
                    comparisons.add(compare(a, b));
                }
            }
        }
        return new Evaluation(rows, comparisons);
    }

    private Evaluation.Row row(Scores scores) {
        Outcome outcome = Outcome.ofZeroOne("outcome", scores.outcomes());
        Clusters patients = Clusters.of(scores.patients());
        Cutoff cutoff = cutoffs.get(scores.model());
        if (cutoff == null) {
            throw new IllegalArgumentException("no cut-off for " + scores.model());
        }
        return new Evaluation.Row(
                scores.model(),
                scores.part(),
                scores.kind(),
                outcome.size(),
                outcome.cases(),
                patients.count(),
                ClusteredDeLong.estimate(outcome, scores.scores(), patients, Direction.CASES_HIGHER, LEVEL),
                DeLong.estimate(outcome, scores.scores(), Direction.CASES_HIGHER, LEVEL),
                PatientBootstrap.auc(
                        outcome, scores.scores(), patients, Direction.CASES_HIGHER, REPLICATES, LEVEL,
                        random.within("bootstrap/" + scores.model() + "/" + scores.kind().label()), jobs),
                RocCurve.of(outcome, scores.scores(), Direction.CASES_HIGHER),
                cutoff,
                Confusion.of(outcome, scores.scores(), cutoff),
                Calibration.of(outcome, inside(scores.scores())),
                DecisionCurve.of(outcome, scores.scores(), DecisionCurve.hundredths(1, 99)));
    }

    private static Evaluation.Comparison compare(Scores a, Scores b) {
        Outcome outcome = Outcome.ofZeroOne("outcome", a.outcomes());
        return new Evaluation.Comparison(
                a.model(),
                b.model(),
                a.part(),
                a.kind(),
                ClusteredDeLong.paired(
                        outcome, a.scores(), b.scores(), Clusters.of(a.patients()), Direction.CASES_HIGHER, LEVEL),
                DeLong.paired(outcome, a.scores(), b.scores(), Direction.CASES_HIGHER, LEVEL));
    }

    /// A probability of exactly 0 or 1 is a rounding of the logistic function, not a certainty; its logit would be infinite.
    private static double[] inside(double[] p) {
        double[] inside = p.clone();
        for (int row = 0; row < inside.length; row++) {
            inside[row] = Math.clamp(inside[row], SMALLEST, 1 - SMALLEST);
        }
        return inside;
    }
}
