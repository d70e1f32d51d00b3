package org.trabecula.study.fit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.trabecula.core.InputException;
import org.trabecula.core.Parallel;
import org.trabecula.core.Progress;
import org.trabecula.core.RandomStreams;
import org.trabecula.core.StageStore;
import org.trabecula.extraction.network.Crops;
import org.trabecula.learn.Training;
import org.trabecula.learn.evidence.Attempt;
import org.trabecula.study.network.NetworkStep;
import org.trabecula.study.settings.Choice;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.table.FeatureTable;

/// Steps 3–14 for all training cases, and beside them for the folds of the cross-fitting (step 15). No fit needs another one, so that
/// they run side by side, each network on one thread. The longest come first: that to all cases, the outer folds, the inner ones.
///
/// @param random  of the study
/// @param network makes the network of each fit; empty for a study without images
/// @param inFolds networks among which each fold of the cross-fitting chooses; none: it takes `network` too
/// @param store   where finished fits are kept, and the embeddings of one at work
/// @param jobs    threads; no number depends on it
public record StudyFits(
        StudySettings settings, RandomStreams random, Optional<NetworkStep> network, List<CandidateNetwork> inFolds, StageStore store,
        int jobs, Progress progress) {
    public StudyFits {
        inFolds = List.copyOf(inFolds);
    }

    /// Without a choice of networks.
    public StudyFits(
            StudySettings settings, RandomStreams random, Optional<NetworkStep> network, StageStore store, int jobs, Progress progress) {
        this(settings, random, network, List.of(), store, jobs, progress);
    }

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
                Optional.of(raw), layers.map(this::ofEachNetwork).orElse(List.of()),
                (fit, why) -> refused(layers.orElseThrow(), fit, why), again, crops, given, whole);
        return new Fitted(whole.get(), layers.map(made -> crossFitted(made, patients, folds)));
    }

    /// The folds alone, as they were dealt elsewhere.
    ///
    /// @param called in progress, such as `repetition 2 of 10`
    public CrossFitted crossFitted(
            String called, Training raw, CrossFit.Deal deal, FeatureTable patients, SecondOutlines again, Optional<Crops> crops) {
        CrossFit layers = CrossFit.plan(raw, deal, settings);
        List<Attempt<FoldFit>> folds = sideBySide(
                called, Optional.empty(), ofEachNetwork(layers), (fit, why) -> refused(layers, fit, why), again, crops, GivenFolds.NONE,
                new AtomicReference<>());
        return crossFitted(layers, patients, folds);
    }

    /// Part of the training cases, and the network that is fitted to it.
    ///
    /// @param network one of [#inFolds]; empty: that of the study
    public record Part(FoldStage.Fold fold, Optional<Choice.Architecture> network) {}

    /// Fits to other parts of the training cases; one that is refused is no fit.
    ///
    /// @param called in progress
    public List<Attempt<FoldFit>> parts(String called, List<Part> parts, SecondOutlines again, Optional<Crops> crops) {
        List<Fit> fits = parts.stream()
                .map(part -> inFolds.stream()
                        .filter(one -> part.network().equals(Optional.of(one.architecture())))
                        .findFirst()
                        .map(one -> new Fit(part.fold(), one.settings(), Optional.of(one.step())))
                        .orElseGet(() -> new Fit(part.fold(), settings, network)))
                .toList();
        return sideBySide(
                called, Optional.empty(), fits, (_, why) -> Attempt.without(why.problems().getFirst().code().what()), again, crops,
                GivenFolds.NONE, new AtomicReference<>());
    }

    /// One fit to a part, with one network.
    private record Fit(FoldStage.Fold fold, StudySettings settings, Optional<NetworkStep> network) {
        int steps() {
            return network.map(step -> step.steps(fold.part().size())).orElse(0);
        }
    }

    /// All fits of the cross-fitting, those of one network after those of another.
    private List<Fit> ofEachNetwork(CrossFit layers) {
        if (inFolds.isEmpty()) {
            return layers.fits().stream().map(fold -> new Fit(fold, settings, network)).toList();
        }
        return inFolds.stream()
                .flatMap(one -> layers.fits().stream().map(fold -> new Fit(fold, one.settings(), Optional.of(one.step()))))
                .toList();
    }

    private static Attempt<FoldFit> refused(CrossFit layers, int fit, InputException why) {
        return layers.refused(fit % layers.fits().size(), why);
    }

    /// @param done of [#ofEachNetwork], in their order
    private CrossFitted crossFitted(CrossFit layers, FeatureTable patients, List<Attempt<FoldFit>> done) {
        if (inFolds.isEmpty()) {
            CrossFit.Rival only = new CrossFit.Rival(Optional.empty(), done);
            return layers.of(patients, List.of(only), only);
        }
        int each = layers.fits().size();
        List<CrossFit.Rival> rivals = IntStream.range(0, inFolds.size())
                .mapToObj(one -> new CrossFit.Rival(Optional.of(inFolds.get(one)), done.subList(one * each, (one + 1) * each)))
                .toList();
        CrossFit.Rival last = rivals.get(inFolds.stream()
                .map(CandidateNetwork::architecture)
                .toList()
                .indexOf(settings.network().architecture()));
        return layers.of(patients, rivals, last);
    }

    /// @param all     fitted to first, with the network of the study, where that is asked for
    /// @param refused what becomes of a fit, by its place in `fits`, where nothing can be fitted
    /// @param whole   takes what was fitted to `all`
    private List<Attempt<FoldFit>> sideBySide(
            String called, Optional<Training> all, List<Fit> fits, BiFunction<Integer, InputException, Attempt<FoldFit>> refused,
            SecondOutlines again, Optional<Crops> crops, GivenFolds given, AtomicReference<FittedMethod> whole) {
        List<Integer> steps = new ArrayList<>(
                all.stream().map(raw -> network.map(step -> step.steps(raw.size())).orElse(0)).toList());
        int first = steps.size();
        fits.forEach(fit -> steps.add(fit.steps()));
        int atOnce = Math.min(steps.size(), Math.min(jobs, networksAtOnce()));
        int inside = Math.max(1, jobs / atOnce); // whole fits fill threads better than their parts
        FitsProgress told = new FitsProgress(progress, called, steps);
        List<Optional<Attempt<FoldFit>>> done = Parallel.map(steps.size(), atOnce, at -> {
            try {
                if (at < first) {
                    whole.set(new MethodFit(settings, random, reporting(network, told, at), store, inside, given)
                            .fit(all.orElseThrow(), again, crops));
                    return Optional.empty();
                }
                Fit fit = fits.get(at - first);
                return Optional.of(Attempt.with(store.get(
                        new FoldStage(fit.settings(), again, crops, reporting(fit.network(), told, at), store, inside), fit.fold())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InputException e) {
                if (at < first) {
                    throw e;
                }
                return Optional.of(refused.apply(at - first, e));
            } finally {
                told.ended(at);
                forgetNetwork();
            }
        });
        return done.stream().flatMap(Optional::stream).toList();
    }

    private static Optional<NetworkStep> reporting(Optional<NetworkStep> network, FitsProgress told, int fit) {
        return network.map(step -> step.reportingTo(told.of(fit)));
    }

    /// How many fits the largest of the networks leaves room for.
    private int networksAtOnce() {
        return Stream.concat(network.stream(), inFolds.stream().map(CandidateNetwork::step))
                .mapToInt(NetworkStep::atOnce)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /// A network leaves hundreds of megabytes of large arrays in the old generation, which the parallel collector lets grow to its limit
    /// before it looks there: several gigabytes over the fits of a study. One look takes a fraction of a second.
    private void forgetNetwork() {
        if (network.isPresent()) {
            System.gc();
        }
    }
}
