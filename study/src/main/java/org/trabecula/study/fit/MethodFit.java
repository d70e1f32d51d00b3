package org.trabecula.study.fit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trabecula.core.InputException;
import org.trabecula.core.Parallel;
import org.trabecula.core.Problem;
import org.trabecula.core.RandomStreams;
import org.trabecula.core.Shown;
import org.trabecula.core.StageStore;
import org.trabecula.extraction.network.Crops;
import org.trabecula.learn.Folds;
import org.trabecula.learn.LearnProblem;
import org.trabecula.learn.Training;
import org.trabecula.learn.TrainingScores;
import org.trabecula.learn.classifier.ClassifierChoice;
import org.trabecula.learn.classifier.FittedClassifier;
import org.trabecula.learn.classifier.GridSearch;
import org.trabecula.learn.classifier.ScoreScale;
import org.trabecula.learn.evidence.Attempt;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.learn.signature.LassoSelection;
import org.trabecula.learn.signature.Pruning;
import org.trabecula.learn.signature.Signature;
import org.trabecula.learn.step.FittedStep;
import org.trabecula.learn.step.Harmonised;
import org.trabecula.learn.step.PcaStep;
import org.trabecula.learn.step.Projection;
import org.trabecula.learn.step.RedundancyFilter;
import org.trabecula.learn.step.ReproducibilityFilter;
import org.trabecula.learn.step.Selection;
import org.trabecula.learn.step.UnivariateFilter;
import org.trabecula.learn.step.Usable;
import org.trabecula.learn.step.ZScore;
import org.trabecula.stats.penalised.LassoCv;
import org.trabecula.stats.resampling.FoldAssignment;
import org.trabecula.study.network.FittedNetwork;
import org.trabecula.study.network.NetworkStep;
import org.trabecula.study.settings.Choice;
import org.trabecula.study.settings.Components;
import org.trabecula.study.settings.LassoFamily;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.table.FeatureTable;

/// Fits steps 3–14 of the protocol to training cases. It is used once for the final models and once per fold of the
/// cross-fitting, with the same code and other training cases.
public final class MethodFit {
    /// The step's name among the counts.
    public static final String HARMONISATION = "harmonisation";

    private static final int MOST_NAMED = 3;
    /// Subjects below which an intraclass correlation is not defined.
    private static final int FEWEST_OUTLINED_AGAIN = 2;

    private final StudySettings settings;
    private final RandomStreams random;
    private final int jobs;
    private final Optional<NetworkStep> networkStep;
    private final StageStore store;
    private final GivenFolds given;

    /// @param random  streams of this fit: those of the study, or of one fold
    /// @param network makes the network of this fit; empty for a study without images
    /// @param store   where finished embeddings are kept
    public MethodFit(
            StudySettings settings, RandomStreams random, Optional<NetworkStep> network, StageStore store, int jobs) {
        this(settings, random, network, store, jobs, GivenFolds.NONE);
    }

    /// @param given folds that are not drawn
    public MethodFit(
            StudySettings settings, RandomStreams random, Optional<NetworkStep> network, StageStore store, int jobs, GivenFolds given) {
        this.settings = settings;
        this.random = random;
        this.networkStep = network;
        this.store = store;
        this.jobs = jobs;
        this.given = given;
    }

    /// @param raw   training cases with their raw hand-crafted features
    /// @param again second outlines; only those of training cases are looked at
    /// @param crops of at least the training cases; no others are looked at
    public FittedMethod fit(Training raw, SecondOutlines again, Optional<Crops> crops) {
        if (networkStep.isEmpty()) {
            HandCrafted hcr = handCrafted(raw, again);
            return new FittedMethod(hcr.signature(), Optional.empty(), hcr.icc(), hcr.choices());
        }
        NetworkStep step = networkStep.get();
        // a network runs on one thread
        Parallel.Both<HandCrafted, Embedded> parts = Parallel.both(
                jobs, () -> withJobs(Math.max(1, jobs - 1)).handCrafted(raw, again), () -> embedded(raw, step, crops.orElseThrow()));
        HandCrafted hcr = parts.first();
        Map<SignatureKind, ClassifierChoice> choices = new EnumMap<>(hcr.choices());
        DeepPart deep = deep(raw, hcr.signature(), parts.second(), choices);
        return new FittedMethod(hcr.signature(), Optional.of(deep), hcr.icc(), choices);
    }

    private MethodFit withJobs(int others) {
        return new MethodFit(settings, random, networkStep, store, others);
    }

    /// @param icc what was compared at step 3; empty without second outlines
    private record HandCrafted(FittedSignature signature, String icc, Map<SignatureKind, ClassifierChoice> choices) {}

    private HandCrafted handCrafted(Training raw, SecondOutlines again) {
        Map<SignatureKind, ClassifierChoice> choices = new EnumMap<>(SignatureKind.class);
        Chain hcr = new Chain(raw);
        String icc = reproducible(hcr, again); // 3
        usable(hcr); // 4
        settings.harmonise().rule().ifPresent(rule -> harmonised(hcr, rule));
        hcr.add("z-score", ZScore.fit(hcr.now, settings.zscore().ddof())); // 5
        settings.univariate().filter().ifPresent(filter -> telling(hcr, filter)); // 6
        hcr.add("redundancy", redundancy(hcr.now)); // 7
        return new HandCrafted(signature(SignatureKind.HCR, hcr, true, choices), icc, choices); // 8, 9, 14
    }

    private record Embedded(FittedNetwork network, FeatureTable features) {}

    private Embedded embedded(Training raw, NetworkStep step, Crops crops) {
        FittedNetwork network = step.fit(raw, crops, random); // 10
        return new Embedded(network, network.embed(crops, raw.table().caseIds(), store)); // 11
    }

    private void usable(Chain chain) {
        Usable usable = Usable.fit(chain.now, settings.missing().atMost());
        if (usable.names().isEmpty()) {
            throw nothingLeft(usable);
        }
        Map<String, Integer> filled = usable.filledIn(chain.now.table());
        int cells = filled.values().stream().mapToInt(Integer::intValue).sum();
        chain.add(
                "constant or missing", usable,
                filled.isEmpty() ? "" : "medians stand in for " + Shown.count(cells, "missing value") + " of " + named(filled));
    }

    /// Embeddings are not harmonised: a network that was tuned to its training cases knows them, so that shifts and scales of a centre measured on
    /// their embeddings are not those of other cases.
    private static void harmonised(Chain chain, Harmonised.Rule rule) {
        Training before = chain.now;
        Attempt<Harmonised> made = Harmonised.fit(before, rule);
        made.model().ifPresentOrElse(
                step -> chain.add(HARMONISATION, step, step.words(before)), () -> chain.skip(HARMONISATION, "left out: " + made.why()));
    }

    private static InputException nothingLeft(Usable usable) {
        String first = usable.dropped().stream()
                .limit(MOST_NAMED)
                .map(dropped -> dropped.feature() + ": " + dropped.because())
                .collect(Collectors.joining("; "));
        return new InputException(new Problem(
                LearnProblem.NO_FEATURE_LEFT, "the training cases",
                "all " + Shown.count(usable.dropped().size(), "feature") + " constant or missing" + (first.isEmpty() ? "" : "; " + first),
                "a feature with different values, which most training cases have",
                "fill the cells, leave out the rows that lack values (column exclude), or raise missing.at_most in the settings"));
    }

    private static String named(Map<String, Integer> filled) {
        return filled.keySet().stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (filled.size() > MOST_NAMED ? ", … (" + filled.size() + " features)" : "");
    }

    private DeepPart deep(
            Training raw, FittedSignature handCrafted, Embedded embedded, Map<SignatureKind, ClassifierChoice> choices) {
        Transferred own = transferred(raw, embedded, choices);
        Chain fusion = new Chain(raw.with(handCrafted.prepared(raw.table()).beside(own.deep().table()))); // 13
        fusion.add("z-score", ZScore.fit(fusion.now, settings.zscore().ddof()));
        FittedSignature fused = signature(SignatureKind.FUSION, fusion, false, choices);

        return new DeepPart(embedded.network(), own.components(), own.signature(), fused);
    }

    /// The deep signature by itself (steps 10, 11, 12, 14): nothing of it depends on the hand-crafted one.
    ///
    /// @param raw   training cases; their features are not looked at
    /// @param crops of at least these cases
    DeepSignature deepAlone(Training raw, Crops crops) {
        Embedded embedded = embedded(raw, networkStep.orElseThrow(), crops);
        Transferred own = transferred(raw, embedded, new EnumMap<>(SignatureKind.class));
        return new DeepSignature(embedded.network(), own.components(), own.signature());
    }

    /// @param deep the training cases' components
    private record Transferred(Training deep, List<FittedStep> components, FittedSignature signature) {}

    private Transferred transferred(Training raw, Embedded embedded, Map<SignatureKind, ClassifierChoice> choices) {
        Chain dtl = new Chain(raw.with(embedded.features()));
        usable(dtl);
        dtl.add("z-score", ZScore.fit(dtl.now, settings.zscore().ddof()));
        dtl.add("principal components", components(dtl.now));
        List<FittedStep> components = List.copyOf(dtl.steps);
        dtl.steps.clear();
        Training deep = dtl.now;
        dtl.add("z-score", ZScore.fit(dtl.now, settings.zscore().ddof())); // components have the spread that they carry
        return new Transferred(deep, components, signature(SignatureKind.DTL, dtl, false, choices)); // 12, 14
    }

    private Projection components(Training embedded) {
        return switch (settings.pca()) {
            case Components.AtMost(int count) -> PcaStep.fit(embedded, count, jobs);
            case Components.Keep(double share) -> PcaStep.keeping(embedded, share, jobs);
        };
    }

    /// A table on its way: what was done to it, and how many features each step left.
    private static final class Chain {
        private Training now;
        private final List<FittedStep> steps = new ArrayList<>();
        private final List<StepCount> counts = new ArrayList<>();

        Chain(Training start) {
            now = start;
        }

        void add(String name, FittedStep step) {
            add(name, step, "");
        }

        /// A step that has nothing to work with.
        void skip(String name, String because) {
            int features = now.table().names().size();
            counts.add(new StepCount(name, features, features, because));
        }

        void add(String name, FittedStep step, String note) {
            int before = now.table().names().size();
            now = now.transformed(step::apply);
            steps.add(step);
            counts.add(new StepCount(name, before, step.names().size(), note));
        }
    }

    private String reproducible(Chain chain, SecondOutlines again) {
        if (again.tables().isEmpty()) {
            return "";
        }
        SecondOutlines enough = again.of(chain.now.table().caseIds(), FEWEST_OUTLINED_AGAIN);
        String left = again.without(enough);
        if (enough.tables().isEmpty()) {
            chain.skip("reproducibility", left);
            return "";
        }
        ReproducibilityFilter.Result result =
                ReproducibilityFilter.fit(chain.now, enough.tables(), enough.names(), settings.icc().rule(), jobs);
        String described = String.join("; ", result.comparisons()) + (left.isEmpty() ? "" : "; " + left);
        chain.add("reproducibility", result.selection(), described);
        return described;
    }

    private void telling(Chain chain, UnivariateFilter filter) {
        UnivariateFilter.Result result = filter.fit(chain.now, jobs);
        int kept = result.selection().names().size();
        chain.add(
                "univariate test", result.selection(),
                result.none() ? "no p was below " + Shown.significant(filter.below(), 2) + ": the " + kept + " smallest stayed" : "");
    }

    private Selection redundancy(Training training) {
        RedundancyFilter.Rule rule = settings.redundancy().remove() == Choice.Removed.MOST_REDUNDANT
                ? RedundancyFilter.Rule.MOST_REDUNDANT
                : RedundancyFilter.Rule.LATER_OF_PAIR;
        return RedundancyFilter.fit(training, settings.redundancy().above(), rule, jobs);
    }

    /// The folds of step 14's grid search over a signature.
    ///
    /// @param prepared training cases with the signature's features
    /// @param random   streams of the fit
    static Folds gridFolds(SignatureKind kind, Training prepared, StudySettings settings, RandomStreams random, GivenFolds given) {
        return given.grid(prepared)
                .orElseGet(() -> Folds.stratifiedByPatient(prepared, settings.gridFolds(), random.stream("grid/" + kind)));
    }

    private Folds lassoFolds(SignatureKind kind, Training training) {
        return given.lasso(training)
                .orElseGet(() -> Folds.stratifiedByPatient(training, settings.lasso().folds(), random.stream("folds/" + kind)));
    }

    /// As scikit-learn deals them.
    private FoldAssignment contiguousFolds(Training training) {
        return given.lasso(training)
                .map(Folds::assignment)
                .orElseGet(() -> FoldAssignment.contiguous(training.size(), settings.lasso().folds()));
    }

    private FittedSignature signature(
            SignatureKind kind, Chain chain, boolean prune, Map<SignatureKind, ClassifierChoice> choices) {
        LassoSelection.Choice choice =
                settings.lasso().lambda() == Choice.LassoLambda.MIN ? LassoSelection.Choice.MIN : LassoSelection.Choice.ONE_SE;
        LassoSelection.Result lasso = switch (settings.lasso().family()) {
            case LassoFamily.Binomial _ -> LassoSelection.fit(chain.now, lassoFolds(kind, chain.now), choice, jobs);
            case LassoFamily.LassoCv as -> LassoSelection.leastSquares(
                    chain.now, new LassoCv(contiguousFolds(chain.now)).withGrid(as.grid()), choice, jobs);
            case LassoFamily.LassoCvOwnGrid as -> LassoSelection.leastSquares(
                    chain.now, new LassoCv(contiguousFolds(chain.now)).withGrid(as.values(), as.ratio()), choice, jobs);
        };
        Signature signature = lasso.signature();
        chain.add("LASSO", new Selection("lasso", signature.names(), List.of()), signature.note());
        if (prune && settings.prune().above() < 1) {
            Selection pruned = Pruning.fit(chain.now, signature, settings.prune().above(), jobs);
            if (!pruned.dropped().isEmpty()) {
                chain.add("pruning", pruned);
                signature = Pruning.refit(chain.now, signature);
            } else {
                chain.add("pruning", pruned, "no pair above " + settings.prune().above());
            }
        }
        Folds grid = gridFolds(kind, chain.now, settings, random, given);
        ClassifierChoice classifiers = ClassifierChoice.over(
                settings.classifiers(), settings.grids(), grid, signature.names().size(), random.within("classifiers/" + kind), jobs);
        choices.put(kind, classifiers);
        GridSearch search = classifiers.best();
        FittedClassifier classifier = search.fit(chain.now);
        TrainingScores own = Objects.requireNonNull(chain.now.scored(table -> Map.of(kind, classifier.score(table))).get(kind));
        ScoreScale scale = ScoreScale.fit(own, search.outOfFold(grid, jobs), grid);
        return new FittedSignature(kind, chain.counts, chain.steps, signature, lasso.trace(), search, classifier, scale);
    }
}
