package org.trabecula.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.Flow;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.Progress;
import org.trabecula.core.RandomStreams;
import org.trabecula.learn.Split;
import org.trabecula.learn.Subject;
import org.trabecula.learn.Training;
import org.trabecula.stats.roc.Cutoff;
import org.trabecula.study.evaluate.Evaluation;
import org.trabecula.study.evaluate.Evaluator;
import org.trabecula.study.evaluate.Scores;
import org.trabecula.study.fit.ClinicalFit;
import org.trabecula.study.fit.CrossFit;
import org.trabecula.study.fit.FittedMethod;
import org.trabecula.study.fit.MethodFit;
import org.trabecula.study.fit.SecondOutlines;
import org.trabecula.study.input.CaseFailure;
import org.trabecula.study.input.Crops;
import org.trabecula.study.input.HandCrafted;
import org.trabecula.study.input.StudyInputs;
import org.trabecula.study.network.NetworkStep;
import org.trabecula.study.settings.StudySettings;

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
        Flow flow = Flow.of(cohort); // 0
        StudyInputs inputs = new StudyInputs(settings, run, jobs, progress);

        HandCrafted.Result features = watch.time("features", () -> inputs.features(cohort)); // 2
        SecondOutlines again = watch.time("second outlines", () -> inputs.secondOutlines(cohort));
        Crops crops = watch.time("crops", () -> inputs.crops(cohort)); // 10
        List<CaseFailure> failures = StudyInputs.failures(features, crops);
        List<VertebraCase> usable = StudyInputs.usable(cohort, features.table(), crops);

        Split split = Splitting.of(usable, settings.split(), random.stream("split")); // 1
        Training raw = split.training(features.table());
        NetworkStep network =
                NetworkStep.of(settings, folder, run.stage("network"), random, progress);

        progress.stage("fitting to all training cases", 1);
        FittedMethod fitted = watch.time( // 3–14
                "fit", () -> new MethodFit(settings, random, network, jobs).fit(raw, again, crops));
        progress.done("");
        Map<String, double[]> inSample = fitted.score(raw.table(), crops, ids(split.train()));
        Map<String, double[]> training = settings.crossfit() == 0 // 15
                ? inSample
                : watch.time("cross-fitting", () -> CrossFit.scores(raw, again, crops, settings, network, random, jobs, progress));

        Map<String, VertebraCase> byId = StudyInputs.byId(usable);
        List<VertebraCase> trainCases = cases(byId, split.train());
        List<VertebraCase> testCases = cases(byId, split.test());
        ClinicalFit clinical = ClinicalFit.fit(trainCases, training, raw.outcomes()); // 16

        Scores.Kind trainKind = settings.crossfit() == 0 ? Scores.Kind.IN_SAMPLE : Scores.Kind.CROSSFIT;
        List<Scores> scores = new ArrayList<>();
        addScores(scores, trainKind, trainCases, split.train(), clinical.probabilities(trainCases, training));
        Map<String, Cutoff> cutoffs = Cutting.youden(scores);
        if (trainKind == Scores.Kind.CROSSFIT) {
            addScores(scores, Scores.Kind.IN_SAMPLE, trainCases, split.train(), clinical.probabilities(trainCases, inSample));
        }
        if (!split.test().isEmpty()) {
            Map<String, double[]> test = fitted.score(features.table(), crops, ids(split.test()));
            addScores(scores, Scores.Kind.TEST, testCases, split.test(), clinical.probabilities(testCases, test));
        }
        Evaluation evaluation = watch.time( // 17
                "evaluation", () -> new Evaluator(cutoffs, random, jobs).evaluate(scores));

        return new StudyResult(
                settings, cohort, flow, StudyInputs.isSynthetic(cohort), split, features.table(), crops, fitted, clinical,
                scores, evaluation, failures, notes(cohort, trainCases, network), watch.seconds());
    }

    private List<String> notes(Cohort cohort, List<VertebraCase> training, NetworkStep network) {
        Set<String> notes = new LinkedHashSet<>(cohort.notes());
        notes.add("network: " + network.origin());
        int[] missing = org.trabecula.study.fit.ClinicalData.missing(training);
        if (missing[0] + missing[1] > 0) {
            notes.add(missing[0] + " training cases without age and " + missing[1]
                    + " without sex: the training median and the more frequent sex stand in");
        }
        return List.copyOf(notes);
    }

    private static void addScores(
            List<Scores> all,
            Scores.Kind kind,
            List<VertebraCase> cases,
            List<Subject> subjects,
            Map<String, double[]> probabilities) {
        Scores.Part part = kind == Scores.Kind.TEST ? Scores.Part.TEST : Scores.Part.TRAIN;
        probabilities.forEach((model, p) -> all.add(new Scores(
                model,
                part,
                kind,
                ids(subjects),
                cases.stream().map(VertebraCase::patientId).toList(),
                subjects.stream().mapToDouble(Subject::outcome).toArray(),
                p)));
    }

    private static List<String> ids(List<Subject> subjects) {
        return subjects.stream().map(Subject::caseId).toList();
    }

    private static List<VertebraCase> cases(Map<String, VertebraCase> byId, List<Subject> subjects) {
        List<VertebraCase> cases = new ArrayList<>();
        for (Subject subject : subjects) {
            VertebraCase found = byId.get(subject.caseId());
            if (found == null) {
                throw new IllegalStateException("no case " + subject.caseId());
            }
            cases.add(found);
        }
        return cases;
    }

    /// Seconds by stage, in the order of first use.
    private static final class Stopwatch {
        private final Map<String, Double> seconds = new LinkedHashMap<>();

        @FunctionalInterface
        interface Work<T> {
            T run() throws IOException;
        }

        <T> T time(String stage, Work<T> work) throws IOException {
            long start = System.nanoTime();
            T result = work.run();
            seconds.merge(stage, (System.nanoTime() - start) / 1e9, Double::sum);
            return result;
        }

        Map<String, Double> seconds() {
            return java.util.Collections.unmodifiableMap(seconds);
        }
    }
}
