package org.trabecula.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.trabecula.core.Pieces;
import org.trabecula.core.RandomStreams;
import org.trabecula.stats.Clusters;
import org.trabecula.stats.Interval;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.calibration.Calibration;
import org.trabecula.stats.calibration.CalibrationBand;
import org.trabecula.stats.decision.DecisionBand;
import org.trabecula.stats.decision.DecisionCurve;
import org.trabecula.stats.decision.Reclassification;
import org.trabecula.stats.roc.AucComparison;
import org.trabecula.stats.roc.AucEstimate;
import org.trabecula.stats.roc.AucInterval;
import org.trabecula.stats.roc.BootstrapInterval;
import org.trabecula.stats.roc.ClusteredDeLong;
import org.trabecula.stats.roc.Confusion;
import org.trabecula.stats.roc.Cutoff;
import org.trabecula.stats.roc.DeLong;
import org.trabecula.stats.roc.Direction;
import org.trabecula.stats.roc.PartialAuc;
import org.trabecula.stats.roc.PatientBootstrap;
import org.trabecula.stats.roc.Placements;
import org.trabecula.stats.roc.PrecisionRecall;
import org.trabecula.stats.roc.RocBand;
import org.trabecula.stats.roc.RocCurve;
import org.trabecula.stats.roc.SortedScores;

/// Evaluates all models on all parts (protocol, step 17). A study and a table of scores go through here, so the same scores
/// with the same seed have the same numbers in both.
///
/// The bootstrap of a model draws from streams below `bootstrap/MODEL/KIND`, that of a comparison below
/// `bootstrap/A - B/KIND`.
public final class Evaluator {
    private final EvaluationSettings settings;
    private final BiFunction<Scores, RocCurve, Map<String, Cutoff>> cutoffs;
    private final RandomStreams random;
    private final int jobs;

    /// @param cutoffs by model and key, chosen on training cases
    /// @param jobs    threads; no number depends on it
    public Evaluator(
            EvaluationSettings settings, Map<String, Map<String, Cutoff>> cutoffs, RandomStreams random, int jobs) {
        this(settings, (scores, _) -> ofModel(Map.copyOf(cutoffs), scores), random, jobs);
    }

    /// Of scores of which nothing else is known: cut-offs are chosen on the very cases that they are judged on.
    public Evaluator(EvaluationSettings settings, CutoffRules rules, RandomStreams random, int jobs) {
        this(settings, rules::choose, random, jobs);
    }

    private Evaluator(
            EvaluationSettings settings, BiFunction<Scores, RocCurve, Map<String, Cutoff>> cutoffs, RandomStreams random,
            int jobs) {
        this.settings = settings;
        this.cutoffs = cutoffs;
        this.random = random;
        this.jobs = jobs;
    }

    private static Map<String, Cutoff> ofModel(Map<String, Map<String, Cutoff>> cutoffs, Scores scores) {
        Map<String, Cutoff> chosen = cutoffs.get(scores.model());
        if (chosen == null) {
            throw new IllegalArgumentException("no cut-off for " + scores.model());
        }
        return chosen;
    }

    /// @throws org.trabecula.core.InputException STA-102 if a class is missing, STA-103 on a score that is no number
    public Evaluation evaluate(List<Scores> all) {
        List<Evaluation.Row> rows = all.stream().map(scores -> row(scores, areProbabilities(scores))).toList();
        List<Evaluation.Comparison> comparisons = new ArrayList<>();
        for (int first = 0; first < all.size(); first++) {
            for (int second = first + 1; second < all.size(); second++) {
                if (all.get(first).sameCasesAs(all.get(second))) {
                    comparisons.add(compare(rows.get(first), rows.get(second)));
                }
            }
        }
        return new Evaluation(settings, random.seed(), rows, comparisons);
    }

    /// One model alone, whose scores order cases and are taken for no probabilities, whatever their values: a classifier's decision
    /// values, votes or margins.
    ///
    /// @throws org.trabecula.core.InputException STA-102 if a class is missing, STA-103 on a score that is no number
    public Evaluation.Row ordering(Scores scores) {
        return row(scores, false);
    }

    private Evaluation.Row row(Scores scores, boolean areProbabilities) {
        Outcome outcome = scores.outcome();
        Clusters patients = scores.clusters();
        Pieces orders = new Pieces();
        Supplier<SortedScores> byClass =
                orders.add(() -> SortedScores.of(outcome, scores.scores(), settings.direction()));
        Supplier<int[]> ofRows = orders.add(() -> areProbabilities ? scores.ascending() : new int[0]);
        orders.run(jobs);
        SortedScores sorted = byClass.get();
        Pieces pieces = new Pieces();
        Optional<Supplier<Calibration>> calibration = areProbabilities
                ? Optional.of(Calibration.plan(outcome, scores.scores(), ofRows.get(), pieces))
                : Optional.empty();
        Supplier<AucEstimate> byPatient = pieces.add(() -> byPatient(scores, outcome, patients, sorted));
        Supplier<OnCurve> onCurve = pieces.add(() -> onCurve(scores, RocCurve.of(sorted)));
        Supplier<PrecisionRecall> precisionRecall = pieces.add(() -> PrecisionRecall.of(sorted));
        Supplier<AucEstimate> plain = pieces.add(() -> DeLong.estimate(sorted, settings.level()));
        pieces.run(jobs);
        RocCurve curve = onCurve.get().curve();
        return new Evaluation.Row(
                scores,
                patients.count(),
                byPatient.get(),
                plain.get(),
                AucInterval.of(byPatient.get(), outcome, patients),
                drawn(scores, outcome, patients),
                scores.heldOut().map(how -> WithinFolds.of(scores, how, settings.direction())),
                curve,
                precisionRecall.get(),
                settings.parts().stream().map(part -> part(curve, part)).toList(),
                onCurve.get().operating(),
                calibration.map(done -> probabilities(scores, outcome, patients, sorted, done.get())));
    }

    private AucEstimate byPatient(Scores scores, Outcome outcome, Clusters patients, SortedScores sorted) {
        return scores.isGrouped()
                ? ClusteredDeLong.estimate(
                        outcome, patients, Placements.of(outcome, scores.scores(), sorted), settings.level())
                : DeLong.estimate(sorted, settings.level());
    }

    /// Limits of the sensitivity at given specificities, patients resampled: a band for the eye, pointwise.
    ///
    /// @param specificities each in 0 … 1
    /// @param replicates    such as 1000
    public List<Interval> sensitivityBand(Scores scores, double[] specificities, int replicates) {
        return RocBand.sensitivity(
                scores.outcome(), scores.scores(), scores.clusters(), settings.direction(), specificities, replicates,
                settings.level(), streams(scores.model(), scores.kind()), jobs);
    }

    private RandomStreams streams(String of, Scores.Kind kind) {
        return random.within("bootstrap/" + of + "/" + kind.label());
    }

    private Optional<BootstrapInterval> drawn(Scores scores, Outcome outcome, Clusters patients) {
        int replicates = settings.resampling().areas();
        return replicates == 0
                ? Optional.empty()
                : Optional.of(PatientBootstrap.auc(
                        outcome, scores.scores(), patients, settings.direction(), replicates, settings.level(),
                        streams(scores.model(), scores.kind()), jobs));
    }

    private static Evaluation.PartOfArea part(RocCurve curve, EvaluationSettings.AreaPart range) {
        double area = range.ofSpecificity()
                ? PartialAuc.overSpecificity(curve, range.low(), range.high())
                : PartialAuc.overSensitivity(curve, range.low(), range.high());
        return new Evaluation.PartOfArea(range, area, PartialAuc.corrected(area, range.low(), range.high()));
    }

    private record OnCurve(RocCurve curve, Map<String, Evaluation.OperatingPoint> operating) {}

    private OnCurve onCurve(Scores scores, RocCurve curve) {
        Outcome outcome = scores.outcome();
        Map<String, Evaluation.OperatingPoint> points = new LinkedHashMap<>();
        if (scores.heldOut().isPresent()) {
            List<Map<String, Cutoff>> byFold = scores.heldOut().get().cutoffs();
            byFold.stream().flatMap(own -> own.keySet().stream()).distinct().forEach(key -> points.put(
                    key, ownCutoffs(key, byFold, Calls.of(scores, key).confusion(outcome))));
            return new OnCurve(curve, points);
        }
        cutoffs.apply(scores, curve).forEach((key, cutoff) -> points.put(
                key, new Evaluation.OperatingPoint(cutoff, Confusion.of(outcome, scores.scores(), cutoff), List.of())));
        return new OnCurve(curve, points);
    }

    private Evaluation.OperatingPoint ownCutoffs(String key, List<Map<String, Cutoff>> byFold, Confusion confusion) {
        List<Double> thresholds = byFold.stream()
                .map(own -> own.containsKey(key) ? own.get(key).threshold() : Double.NaN)
                .toList();
        Cutoff none = new Cutoff(key + ", chosen in each fold", Double.NaN, settings.direction(), Double.NaN, Double.NaN);
        return new Evaluation.OperatingPoint(none, confusion, thresholds);
    }

    private boolean areProbabilities(Scores scores) {
        return settings.direction() == Direction.CASES_HIGHER
                && Arrays.stream(scores.scores()).allMatch(one -> one >= 0 && one <= 1);
    }

    private Evaluation.Probabilities probabilities(
            Scores scores, Outcome outcome, Clusters patients, SortedScores sorted, Calibration calibration) {
        EvaluationSettings.Decision decision = settings.decision();
        double prevalence = decision.ofTheRows() ? outcome.prevalence() : decision.prevalence();
        return new Evaluation.Probabilities(
                calibration, DecisionCurve.of(sorted, prevalence, decision.thresholds()), band(scores, outcome, patients),
                curveBand(scores, outcome, patients));
    }

    /// In-sample curves are shown to nobody.
    private CalibrationBand curveBand(Scores scores, Outcome outcome, Clusters patients) {
        int replicates = settings.resampling().bands();
        return replicates == 0 || scores.kind() == Scores.Kind.IN_SAMPLE
                ? CalibrationBand.NONE
                : CalibrationBand.of(
                        outcome, scores.scores(), patients, replicates, settings.level(), streams(scores.model(), scores.kind()), jobs);
    }

    /// A given prevalence is not drawn, so it has no band.
    private List<Interval> band(Scores scores, Outcome outcome, Clusters patients) {
        int replicates = settings.resampling().bands();
        return replicates == 0 || !settings.decision().ofTheRows()
                ? List.of()
                : DecisionBand.netBenefit(
                        outcome, scores.scores(), patients, settings.decision().thresholds(), replicates, settings.level(),
                        streams(scores.model(), scores.kind()), jobs);
    }

    private Evaluation.Comparison compare(Evaluation.Row first, Evaluation.Row second) {
        Scores a = first.scores();
        Scores b = second.scores();
        Outcome outcome = a.outcome();
        Clusters patients = a.clusters();
        Direction direction = settings.direction();
        double level = settings.level();
        Pieces pieces = new Pieces();
        Supplier<Placements> ofA = pieces.add(() -> Placements.of(outcome, a.scores(), direction));
        Supplier<Placements> ofB = pieces.add(() -> Placements.of(outcome, b.scores(), direction));
        pieces.run(jobs);
        AucComparison plain = DeLong.paired(ofA.get(), ofB.get(), level);
        Map<String, Discordance> discordance = new LinkedHashMap<>();
        first.operating().forEach((key, point) -> {
            Evaluation.OperatingPoint other = second.operating().get(key);
            if (other != null) {
                discordance.put(key, Discordance.of(outcome, Calls.of(a, key, point), Calls.of(b, key, other)));
            }
        });
        int replicates = settings.resampling().bands();
        return new Evaluation.Comparison(
                a.model(),
                b.model(),
                a.part(),
                a.kind(),
                outcome.size(),
                outcome.cases(),
                a.isGrouped(),
                a.isGrouped()
                        ? ClusteredDeLong.paired(outcome, patients, ofA.get(), ofB.get(), level)
                        : plain,
                plain,
                replicates == 0
                        ? Optional.empty()
                        : Optional.of(PatientBootstrap.difference(
                                outcome, a.scores(), b.scores(), patients, direction, replicates, level,
                                streams(a.model() + " - " + b.model(), a.kind()), jobs)),
                discordance,
                settings.riskClasses()
                        .filter(_ -> first.probabilities().isPresent() && second.probabilities().isPresent())
                        .map(classes -> reclassification(outcome, a.scores(), b.scores(), classes.limits())));
    }

    private static Reclassification reclassification(Outcome outcome, double[] a, double[] b, double[] limits) {
        return limits.length == 0
                ? Reclassification.continuous(outcome, a, b)
                : Reclassification.byCategories(outcome, a, b, limits);
    }
}
