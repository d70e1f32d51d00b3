package org.trabecula.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.Flow;
import org.trabecula.core.Progress;
import org.trabecula.core.RandomStreams;
import org.trabecula.evaluation.CutoffRules;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.evaluation.Evaluator;
import org.trabecula.learn.Split;
import org.trabecula.learn.Training;
import org.trabecula.learn.TrainingScores;
import org.trabecula.learn.evidence.Attempt;
import org.trabecula.learn.model.ModelId;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.stats.roc.Cutoff;
import org.trabecula.study.fit.ClinicalColumns;
import org.trabecula.study.fit.ClinicalFit;
import org.trabecula.study.fit.CandidateNetwork;
import org.trabecula.study.fit.CrossFitted;
import org.trabecula.study.fit.Cutting;
import org.trabecula.study.fit.FittedMethod;
import org.trabecula.study.fit.GivenFolds;
import org.trabecula.study.fit.StudyFits;
import org.trabecula.study.folder.RunFolder;
import org.trabecula.study.folder.Stopwatch;
import org.trabecula.study.input.StudyData;
import org.trabecula.study.input.StudyInputs;
import org.trabecula.study.network.NetworkStep;
import org.trabecula.study.result.RepeatedStudy;
import org.trabecula.study.result.Scrutiny;
import org.trabecula.study.result.StudyResult;
import org.trabecula.study.result.Supplement;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.table.FeatureTable;

/// The method as one page: the steps of the protocol in their order, each a line or a call. Numbers in comments are those
/// of the protocol; steps 3–14 are in [MethodFit].
public final class Protocol {
    private final StudySettings settings;
    private final RunFolder run;
    private final Path folder;
    private final int jobs;
    private final Progress progress;
    private final RandomStreams random;
    private final Stopwatch watch = new Stopwatch();

    /// @param folder that relative paths in the settings start from
    /// @param jobs   threads; no number depends on it
    public Protocol(StudySettings settings, RunFolder run, Path folder, int jobs, Progress progress) {
        this.settings = settings;
        this.run = run;
        this.folder = folder;
        this.jobs = jobs;
        this.progress = progress;
        this.random = new RandomStreams(settings.seed());
    }

    /// Runs the study from images.
    public StudyResult run(Cohort cohort) throws IOException {
        return learn(read(cohort));
    }

    /// What is learned from, of images.
    StudyData read(Cohort cohort) throws IOException {
        return new StudyInputs(settings, run, jobs, progress).read(cohort, watch); // 2, and the crops of 10
    }

    /// Runs the study from features, wherever they came from.
    public StudyResult learn(StudyData measured) throws IOException {
        StudyData data = settings.harmonise().any() ? measured.withCentres() : measured;
        Split split = Splitting.of(data.usable(), settings.split(), random.stream("split")); // 1
        StudyCentres.requireKnown(settings.harmonise(), split, data);
        Training raw = split.training(data.raw());
        Optional<ChoosingNetwork.Chosen> chosen = watch.time( // P16; where the settings name one network, it is that
                "comparing networks",
                () -> data.crops().map(crops -> new ChoosingNetwork(settings, folder, run, random, jobs, progress).of(raw, crops)));
        Optional<NetworkStep> network = chosen.map(ChoosingNetwork.Chosen::step);
        List<CandidateNetwork> inFolds = chosen.map(ChoosingNetwork.Chosen::inFolds).orElse(List.of());
        StudySettings forFits = chosen.map(ChoosingNetwork.Chosen::settings).orElse(settings);

        FeatureTable patients = ClinicalColumns.of(data.usable());
        StudyFits.Fitted fits = watch.time( // 3–15
                "fit", () -> new StudyFits(forFits, random, network, inFolds, run.store(), jobs, progress)
                        .run(raw, patients, data.again(), data.crops(), GivenFolds.of(data.usable())));
        FittedMethod fitted = fits.whole();
        Map<SignatureKind, TrainingScores> inSample = raw.scored(rows -> fitted.score(rows, data.crops(), run.store()));
        Optional<CrossFitted> crossFitted = fits.crossFitted();
        Map<SignatureKind, TrainingScores> training = crossFitted.map(CrossFitted::signatures).orElse(inSample);

        Training clinicalRaw = split.training(patients);
        ClinicalFit clinical = ClinicalFit.fit(clinicalRaw, training, fitted.first(settings)); // 16
        Map<ModelId, Cutoff> cutoffs = Cutting.youden(clinical.probabilities(clinicalRaw, training));

        ModelRows rows = new ModelRows();
        crossFitted.ifPresent(folds -> rows.crossFitted(folds, split.train(), clinical.models()));
        rows.trained(clinical.probabilities(clinicalRaw, inSample), split.train(), clinical.unusable());
        if (!split.test().isEmpty()) {
            rows.tested(
                    clinical.probabilities(
                            split.testRows(patients), fitted.score(split.testRows(data.raw()), data.crops(), run.store())),
                    split.test(), clinical.unusable());
        }
        Evaluation evaluation = watch.time( // 17
                "evaluation",
                () -> new Evaluator(Scrutinising.settings(settings.evaluation()), byLabel(cutoffs), random, jobs)
                        .evaluate(rows.scores())
                        .with(rows.without()));

        Scrutiny scrutiny = watch.time(
                "scrutiny",
                () -> new Scrutinising(settings.evaluation(), random, jobs).of(
                        data.cohort(), rows.scores(), clinicalRaw, training, crossFitted.isPresent(), clinical));

        Supplement supplement = watch.time(
                "supplement", () -> new Supplementing(forFits, random, run.store(), jobs).of(data, split, fitted));

        Optional<RepeatedStudy> repeated = settings.repeated().any()
                ? Optional.of(watch.time("repeated cross-validation", () -> new Repeating(forFits, random, run.store(), jobs, progress)
                        .of(raw, patients, data, network, inFolds, clinical.models())))
                : Optional.empty();

        return new StudyResult(
                settings, data.cohort(), Flow.of(data.cohort()), StudyInputs.isSynthetic(data.cohort()), split, data.raw(),
                data.crops(), fitted, clinical, cutoffs, rows.scores(), evaluation, scrutiny, supplement, repeated,
                chosen.flatMap(ChoosingNetwork.Chosen::compared)
                        .map(all -> all.chosenAnew(crossFitted.map(CrossFitted::networks).orElse(List.of()))),
                data.failures(),
                data.findings(),
                notes(data.cohort(), clinicalRaw, clinical, network, StudyCentres.notes(fitted, split, data.raw())), watch.seconds());
    }

    /// As the evaluation takes them: by label and rule.
    private static Map<String, Map<String, Cutoff>> byLabel(Map<ModelId, Cutoff> cutoffs) {
        Map<String, Map<String, Cutoff>> byLabel = new LinkedHashMap<>();
        cutoffs.forEach((model, cutoff) -> byLabel.put(model.label(), Map.of(CutoffRules.YOUDEN, cutoff)));
        return byLabel;
    }

    private static List<String> notes(
            Cohort cohort, Training training, ClinicalFit clinical, Optional<NetworkStep> network, Set<String> centres) {
        Set<String> notes = new LinkedHashSet<>(cohort.notes());
        network.ifPresent(step -> notes.add("network: " + step.origin()));
        notes.addAll(centres);
        notes.addAll(clinical.data().filledIn(training.table()));
        clinical.unusable().forEach((model, why) -> notes.add(model + ": no usable model: " + why));
        clinical.model()
                .flatMap(Attempt::model)
                .filter(m -> !m.note().isEmpty())
                .ifPresent(m -> notes.add("nomogram: " + m.note()));
        return List.copyOf(notes);
    }
}
