package org.trabecula.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.trabecula.cohort.Part;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.InputException;
import org.trabecula.core.Parallel;
import org.trabecula.core.Progress;
import org.trabecula.core.RandomStreams;
import org.trabecula.evaluation.Scores;
import org.trabecula.extraction.network.Crops;
import org.trabecula.learn.Split;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.stats.LabelledRows;
import org.trabecula.stats.roc.Direction;
import org.trabecula.stats.roc.RocCurve;
import org.trabecula.study.fit.FoldStage;
import org.trabecula.study.folder.RunFolder;
import org.trabecula.study.input.StudyData;
import org.trabecula.study.network.NetworkStep;
import org.trabecula.study.result.Audit;
import org.trabecula.study.result.StudyResult;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.table.FeatureTable;

/// The leakage audit (B10): steps 3–14 once more, as the published study did them and as this one does, on the true outcome and on
/// permuted ones. Features and crops are those of the study; a fit that is finished is kept like a fold. What is compared is the area
/// under the classifier's score, whether it would pass for a usable model or not: the published way asks for none.
///
/// A network that is fine-tuned would have to be trained once for every permutation; then the audit looks at the hand-crafted signature
/// alone, and says so.
final class LeakageAudit {
    private static final String NO_NETWORK =
            "signatures with deep features: the network would have to be fine-tuned once for every permutation";

    private final StudySettings settings;
    private final RunFolder run;
    private final Path base;
    private final int jobs;
    private final Progress progress;
    private final RandomStreams random;

    LeakageAudit(StudySettings settings, RunFolder run, Path base, int jobs, Progress progress) {
        this.settings = settings;
        this.run = run;
        this.base = base;
        this.jobs = jobs;
        this.progress = progress;
        this.random = new RandomStreams(settings.seed());
    }

    /// One study of the audit: who learns by which way.
    private record Task(Audit.Way way, int permutation, StudySettings settings, List<VertebraCase> cases, RandomStreams random) {
        Split split() {
            return Splitting.of(cases, settings.split(), random.stream("split"));
        }
    }

    /// @param sound the study itself: the given way on the true outcome
    Audit of(StudyData data, StudyResult sound, int permutations) {
        boolean images = data.crops().isPresent();
        boolean deep = images && settings.finetune().epochs() == 0;
        Optional<Crops> crops = deep ? data.crops() : Optional.empty();
        Optional<NetworkStep> network = crops.map(_ -> NetworkStep.of(settings, base, run.stage("network"), random, progress));
        List<VertebraCase> usable = data.usable();
        FeatureTable rows = (settings.harmonise().any() ? data.withCentres() : data).raw().cases(usable.stream().map(VertebraCase::caseId).toList());
        List<Task> tasks = tasks(usable, permutations);
        progress.stage("leakage audit", tasks.size());
        int atOnce = network.map(step -> Math.min(jobs, step.atOnce())).orElse(jobs);
        List<List<Audit.Run>> found = Parallel.map(tasks.size(), atOnce, at -> {
            Task task = tasks.get(at);
            FoldStage stage = new FoldStage(task.settings(), data.again(), crops, network, run.store(), 1);
            List<Audit.Run> runs = runs(task, stage, rows);
            progress.done("run " + (at + 1));
            return runs;
        });
        List<Audit.Run> all = new ArrayList<>();
        Map<SignatureKind, double[]> own = images && !deep
                ? Map.of(SignatureKind.HCR, sound.fitted().hcr().score(rows))
                : sound.fitted().score(rows, crops, run.store());
        add(all, Audit.Way.GIVEN, Audit.TRUE_OUTCOME, sound.split(), rows.caseIds(), own);
        found.forEach(all::addAll);
        return new Audit(permutations, all, images && !deep ? NO_NETWORK : "");
    }

    private List<Task> tasks(List<VertebraCase> cases, int permutations) {
        StudySettings published = settings.asPublished();
        List<Task> tasks = new ArrayList<>();
        tasks.add(new Task(Audit.Way.PUBLISHED, Audit.TRUE_OUTCOME, published, undivided(cases), random));
        for (int permutation = 1; permutation <= permutations; permutation++) {
            RandomStreams own = random.within("audit/" + permutation);
            List<VertebraCase> permuted = PermutedOutcomes.of(cases, own.stream("outcomes"));
            tasks.add(new Task(Audit.Way.PUBLISHED, permutation, published, undivided(permuted), own));
            tasks.add(new Task(Audit.Way.GIVEN, permutation, settings, permuted, own));
        }
        return tasks;
    }

    /// The published way draws its own split, whatever split the manifest gives.
    private static List<VertebraCase> undivided(List<VertebraCase> cases) {
        return cases.stream().map(c -> c.withUse(c.use().withPart(Part.NOT_GIVEN))).toList();
    }

    private List<Audit.Run> runs(Task task, FoldStage stage, FeatureTable rows) {
        List<Audit.Run> runs = new ArrayList<>();
        try {
            Split split = task.split();
            Map<SignatureKind, double[]> scores =
                    run.store().get(stage, new FoldStage.Fold(split.training(rows), rows, task.random())).scores();
            add(runs, task.way(), task.permutation(), split, rows.caseIds(), scores);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InputException e) { // a permutation can leave one class in a part, or no feature: that is its answer
            String why = e.problems().getFirst().code().what();
            for (Scores.Part part : Scores.Part.values()) {
                runs.add(new Audit.Run(task.way(), task.permutation(), SignatureKind.HCR, part, 0, 0, Double.NaN, why));
            }
        }
        return runs;
    }

    private static void add(
            List<Audit.Run> runs, Audit.Way way, int permutation, Split split, List<String> ids, Map<SignatureKind, double[]> scores) {
        Map<String, Integer> rowOf = new HashMap<>();
        for (int row = 0; row < ids.size(); row++) {
            rowOf.put(ids.get(row), row);
        }
        scores.forEach((signature, all) -> {
            for (Scores.Part part : Scores.Part.values()) {
                LabelledRows rows = part == Scores.Part.TRAIN ? split.train() : split.test();
                if (rows.isEmpty()) {
                    continue;
                }
                boolean both = rows.outcome().hasBothClasses();
                double[] own = rows.ids().stream().mapToDouble(id -> all[Objects.requireNonNull(rowOf.get(id))]).toArray();
                runs.add(new Audit.Run(
                        way, permutation, signature, part, rows.size(), rows.outcome().cases(),
                        both ? RocCurve.of(rows.outcome(), own, Direction.CASES_HIGHER).auc() : Double.NaN, both ? "" : "one class in this part"));
            }
        });
    }
}
