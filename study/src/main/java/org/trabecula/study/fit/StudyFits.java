package org.trabecula.study.fit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.trabecula.core.InputException;
import org.trabecula.core.Parallel;
import org.trabecula.core.Progress;
import org.trabecula.core.RandomStreams;
import org.trabecula.core.StageStore;
import org.trabecula.extraction.network.Crops;
import org.trabecula.learn.Training;
import org.trabecula.learn.evidence.Attempt;
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
    /// @param given    folds of the fit to all of them that are not drawn
    public Fitted run(
            Training raw, FeatureTable patients, SecondOutlines again, Optional<Crops> crops, GivenFolds given) {
        Optional<CrossFit> layers = settings.crossfit() == 0
                ? Optional.empty()
                : Optional.of(CrossFit.plan(raw, CrossFit.Deal.byPatient(raw, settings.crossfit(), random), settings));
        AtomicReference<FittedMethod> whole = new AtomicReference<>();
        List<Attempt<FoldFit>> folds = sideBySide(
                layers.isEmpty() ? "fitting to all training cases" : "fitting to all training cases and cross-fitting",
                Optional.of(raw), layers.map(CrossFit::fits).orElse(List.of()),
                (fold, why) -> layers.orElseThrow().refused(fold, why), again, crops, given, whole);
        return new Fitted(whole.get(), layers.map(made -> made.of(patients, folds)));
    }

    /// The folds alone, as they were dealt elsewhere.
    ///
    /// @param called in progress, such as `repetition 2 of 10`
    public CrossFitted crossFitted(
            String called, Training raw, CrossFit.Deal deal, FeatureTable patients, SecondOutlines again, Optional<Crops> crops) {
        CrossFit layers = CrossFit.plan(raw, deal, settings);
        return layers.of(
                patients, sideBySide(
                        called, Optional.empty(), layers.fits(), layers::refused, again, crops, GivenFolds.NONE, new AtomicReference<>()));
    }

    /// Fits to other parts of the training cases; one that is refused is no fit.
    ///
    /// @param called in progress
    public List<Attempt<FoldFit>> parts(
            String called, List<FoldStage.Fold> parts, SecondOutlines again, Optional<Crops> crops) {
        return sideBySide(
                called, Optional.empty(), parts, (_, why) -> Attempt.without(why.problems().getFirst().code().what()), again, crops,
                GivenFolds.NONE, new AtomicReference<>());
    }

    /// @param all     fitted to first, where that is asked for
    /// @param refused what becomes of a fold, by its number, to which nothing can be fitted
    /// @param whole   takes what was fitted to `all`
    private List<Attempt<FoldFit>> sideBySide(
            String called, Optional<Training> all, List<FoldStage.Fold> folds,
            BiFunction<Integer, InputException, Attempt<FoldFit>> refused, SecondOutlines again, Optional<Crops> crops,
            GivenFolds given, AtomicReference<FittedMethod> whole) {
        List<Integer> cases = new ArrayList<>(all.stream().map(Training::size).toList());
        int first = cases.size();
        folds.forEach(fold -> cases.add(fold.part().size()));
        int atOnce = Math.min(cases.size(), network.map(step -> Math.min(jobs, step.atOnce())).orElse(jobs));
        int inside = Math.max(1, jobs / atOnce); // whole fits fill threads better than their parts
        FitsProgress told = new FitsProgress(
                progress, called, cases.stream().map(count -> network.map(step -> step.steps(count)).orElse(0)).toList());
        List<Optional<Attempt<FoldFit>>> done = Parallel.map(cases.size(), atOnce, fit -> {
            Optional<NetworkStep> own = network.map(step -> step.reportingTo(told.of(fit)));
            try {
                if (fit < first) {
                    whole.set(new MethodFit(settings, random, own, store, inside, given).fit(all.orElseThrow(), again, crops));
                    return Optional.empty();
                }
                return Optional.of(Attempt.with(
                        store.get(new FoldStage(settings, again, crops, own, store, inside), folds.get(fit - first))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InputException e) {
                if (fit < first) {
                    throw e;
                }
                return Optional.of(refused.apply(fit - first, e));
            } finally {
                told.ended(fit);
                forgetNetwork();
            }
        });
        return done.stream().flatMap(Optional::stream).toList();
    }

    /// A network leaves hundreds of megabytes of large arrays in the old generation, which the parallel collector lets grow to its limit
    /// before it looks there: several gigabytes over the fits of a study. One look takes a fraction of a second.
    private void forgetNetwork() {
        if (network.isPresent()) {
            System.gc();
        }
    }
}
