package org.trabecula.study.fit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.trabecula.core.InputException;
import org.trabecula.core.Parallel;
import org.trabecula.core.Progress;
import org.trabecula.core.RandomStreams;
import org.trabecula.core.StageStore;
import org.trabecula.extraction.network.Crops;
import org.trabecula.learn.Training;
import org.trabecula.learn.evidence.Attempt;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.study.network.NetworkStep;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.table.FeatureTable;

/// Steps 3–14 for all training cases, and beside them for the folds of the cross-fitting (step 15). No fit needs another one, so that
/// they run side by side, each network on one thread. The longest come first: that to all cases, the outer folds, the inner ones.
///
/// @param random of the study
/// @param network makes the network of each fit; empty for a study without images
/// @param store  where finished fits are kept, and the embeddings of one at work
/// @param jobs   threads; no number depends on it
public record StudyFits(
        StudySettings settings, RandomStreams random, Optional<NetworkStep> network, StageStore store, int jobs, Progress progress) {
    /// @param whole       fitted to all training cases
    /// @param crossFitted empty where the settings switch it off
    public record Fitted(FittedMethod whole, Optional<CrossFitted> crossFitted) {}

    /// @param raw      training cases with raw features
    /// @param patients age and sex of at least these cases
    /// @param again    second outlines; only those of training cases are looked at
    /// @param crops    of all training cases
    public Fitted run(Training raw, FeatureTable patients, SecondOutlines again, Optional<Crops> crops) {
        Optional<CrossFit> layers =
                settings.crossfit() == 0 ? Optional.empty() : Optional.of(CrossFit.plan(raw, settings, random));
        List<FoldStage.Fold> folds = layers.map(CrossFit::fits).orElse(List.of());
        List<Integer> cases = new ArrayList<>(List.of(raw.size()));
        folds.forEach(fold -> cases.add(fold.part().size()));
        int atOnce = Math.min(cases.size(), network.map(step -> Math.min(jobs, step.atOnce())).orElse(jobs));
        int inside = Math.max(1, jobs / atOnce); // whole fits fill threads better than their parts
        FitsProgress told = new FitsProgress(
                progress, cases.stream().map(count -> network.map(step -> step.steps(count)).orElse(0)).toList());
        AtomicReference<FittedMethod> whole = new AtomicReference<>();
        List<Optional<Attempt<Map<SignatureKind, double[]>>>> scores = Parallel.map(cases.size(), atOnce, fit -> {
            Optional<NetworkStep> own = network.map(step -> step.reportingTo(told.of(fit)));
            try {
                if (fit == 0) {
                    whole.set(new MethodFit(settings, random, own, store, inside).fit(raw, again, crops));
                    return Optional.empty();
                }
                return Optional.of(fold(layers.orElseThrow(), fit - 1, new FoldStage(settings, again, crops, own, store, inside)));
            } finally {
                told.ended(fit);
            }
        });
        return new Fitted(whole.get(), layers.map(made -> made.of(patients, scores.stream().flatMap(Optional::stream).toList())));
    }

    private Attempt<Map<SignatureKind, double[]>> fold(CrossFit layers, int fold, FoldStage stage) {
        try {
            return Attempt.with(store.get(stage, layers.fits().get(fold)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InputException e) {
            return layers.refused(fold, e);
        }
    }
}
