package org.trabecula.study;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.trabecula.core.RandomStreams;
import org.trabecula.learn.Folds;
import org.trabecula.learn.Training;
import org.trabecula.learn.evidence.Attempt;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.stats.LabelledRows;
import org.trabecula.stats.roc.Direction;
import org.trabecula.stats.roc.RocCurve;
import org.trabecula.study.fit.CrossFitted;
import org.trabecula.study.fit.FoldFit;
import org.trabecula.study.fit.FoldStage;
import org.trabecula.study.fit.StudyFits;
import org.trabecula.study.input.StudyData;
import org.trabecula.study.result.LearningCurve;

/// Steps 3–14 fitted to growing parts of the training patients of each fold; the fold's own cases are scored. A smaller part is contained in
/// the larger ones ([Training#part]); the whole is the fold's own fit and is not made again.
final class LearningCurveFit {
    private final List<Double> shares;
    private final StudyFits fits;
    private final StudyData data;
    private final List<Found> found = new ArrayList<>();

    /// @param areas by signature; those that exist
    private record Found(double share, int patients, int cases, Map<SignatureKind, Double> areas) {}

    /// What is fitted to.
    private record Task(int fold, double share, StudyFits.Part part) {}

    LearningCurveFit(List<Double> shares, StudyFits fits, StudyData data) {
        this.shares = shares;
        this.fits = fits;
        this.data = data;
    }

    /// @param called in progress
    /// @param folds  of a repetition
    /// @param whole  what was fitted in them, to all of the other folds
    /// @param random streams of the repetition
    void add(String called, Folds folds, CrossFitted whole, RandomStreams random) {
        List<Task> tasks = new ArrayList<>();
        for (int fold = 0; fold < folds.count(); fold++) {
            for (double share : shares) {
                String stream = "learning-curve/" + fold;
                tasks.add(new Task(fold, share, new StudyFits.Part(
                        new FoldStage.Fold(
                                folds.fitPart(fold).part(share, random.stream(stream)), folds.heldOutRows(fold),
                                random.within(stream + "/" + share)),
                        whole.folds().get(fold).network())));
            }
        }
        List<Attempt<FoldFit>> done = fits.parts(called, tasks.stream().map(Task::part).toList(), data.again(), data.crops());
        for (int at = 0; at < tasks.size(); at++) {
            Task task = tasks.get(at);
            LabelledRows held = folds.heldOut(task.fold());
            Training part = task.part().fold().part();
            found.add(done.get(at).model()
                    .map(fit -> found(task.share(), part, held, fit))
                    .orElseGet(() -> new Found(task.share(), patients(part), part.size(), Map.of())));
        }
        for (int fold = 0; fold < folds.count(); fold++) {
            CrossFitted.Fold own = whole.folds().get(fold);
            found.add(found(1, folds.fitPart(fold), own.held(), own.fit()));
        }
    }

    private static Found found(double share, Training part, LabelledRows held, FoldFit fit) {
        Map<SignatureKind, Double> areas = new EnumMap<>(SignatureKind.class);
        if (held.outcome().hasBothClasses()) {
            fit.scores().forEach((kind, scores) ->
                    areas.put(kind, RocCurve.of(held.outcome(), scores, Direction.CASES_HIGHER).auc()));
        }
        return new Found(share, patients(part), part.size(), areas);
    }

    private static int patients(Training part) {
        return part.rows().clusters().count();
    }

    /// @param times repetitions that were added
    LearningCurve curve(int times) {
        Set<SignatureKind> signatures = new TreeSet<>();
        found.forEach(one -> signatures.addAll(one.areas().keySet()));
        List<LearningCurve.Point> points = new ArrayList<>();
        for (SignatureKind signature : signatures) {
            double[] all = IntStream.rangeClosed(0, shares.size()).mapToDouble(at -> at < shares.size() ? shares.get(at) : 1).toArray();
            for (double share : all) {
                List<Found> own = found.stream().filter(one -> one.share() == share).toList();
                points.add(new LearningCurve.Point(
                        signature, share, own.stream().mapToInt(Found::patients).average().orElse(Double.NaN),
                        own.stream().mapToInt(Found::cases).average().orElse(Double.NaN),
                        own.stream().mapToDouble(one -> Objects.requireNonNullElse(one.areas().get(signature), Double.NaN)).toArray()));
            }
        }
        return new LearningCurve(times, points);
    }
}
