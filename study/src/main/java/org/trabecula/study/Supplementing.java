package org.trabecula.study;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.trabecula.core.RandomStreams;
import org.trabecula.core.StageStore;
import org.trabecula.evaluation.CutoffRules;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.evaluation.Evaluator;
import org.trabecula.evaluation.Scores;
import org.trabecula.learn.Split;
import org.trabecula.learn.Training;
import org.trabecula.learn.importance.PermutationImportance;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.stats.LabelledRows;
import org.trabecula.stats.roc.Cutoff;
import org.trabecula.study.fit.Contender;
import org.trabecula.study.fit.Contest;
import org.trabecula.study.fit.FittedMethod;
import org.trabecula.study.fit.FittedSignature;
import org.trabecula.study.fit.GivenFolds;
import org.trabecula.study.input.StudyData;
import org.trabecula.study.result.Supplement;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.table.FeatureTable;

/// The classifiers that were not chosen, beside those that were, and what the chosen ones rest on. Nothing of the study depends on
/// it.
final class Supplementing {
    /// Of each feature's values; scikit-learn's `n_repeats` is 5, which leaves the deviation itself uncertain.
    private static final int REPEATS = 20;

    private final StudySettings settings;
    private final RandomStreams random;
    private final StageStore store;
    private final int jobs;

    Supplementing(StudySettings settings, RandomStreams random, StageStore store, int jobs) {
        this.settings = settings;
        this.random = random;
        this.store = store;
        this.jobs = jobs;
    }

    Supplement of(StudyData data, Split split, FittedMethod fitted) {
        Training training = split.training(data.raw());
        List<Contender> contenders = settings.classifiers().size() == 1
                ? List.of()
                : Contest.of(training, fitted, data.crops(), store, settings, random, GivenFolds.of(data.usable()), jobs);
        Map<SignatureKind, FeatureTable> test = split.test().isEmpty()
                ? Map.of()
                : fitted.prepared(split.testRows(data.raw()), data.crops(), store);
        return new Supplement(
                contenders, split.test().isEmpty() ? List.of() : tested(contenders, test, split.test()),
                importance(training.rows(), fitted, fitted.prepared(training.table(), data.crops(), store), split.test(), test));
    }

    private List<Evaluation.Row> tested(
            List<Contender> contenders, Map<SignatureKind, FeatureTable> prepared, LabelledRows test) {
        Map<String, Map<String, Cutoff>> cutoffs = new LinkedHashMap<>();
        contenders.forEach(one -> cutoffs.put(one.id().label(), Map.of(CutoffRules.YOUDEN, one.cutoff())));
        Evaluator evaluator = new Evaluator(Scrutinising.settings(settings.evaluation()), cutoffs, random, jobs);
        List<Evaluation.Row> rows = new ArrayList<>();
        for (Contender one : contenders) {
            double[] values = one.model().score(Objects.requireNonNull(prepared.get(one.id().signature())));
            rows.add(evaluator.ordering(new Scores(one.id().label(), Scores.Part.TEST, Scores.Kind.TEST, test, values)));
        }
        return rows;
    }

    private Map<SignatureKind, Supplement.Importance> importance(
            LabelledRows train, FittedMethod fitted, Map<SignatureKind, FeatureTable> ofTraining, LabelledRows test,
            Map<SignatureKind, FeatureTable> ofTest) {
        Map<SignatureKind, Supplement.Importance> all = new EnumMap<>(SignatureKind.class);
        for (FittedSignature signature : fitted.signatures()) {
            if (!signature.model().names().isEmpty()) {
                all.put(signature.kind(), new Supplement.Importance(
                        permuted(signature, ofTraining, train, "train"),
                        ofTest.isEmpty() ? Optional.empty() : Optional.of(permuted(signature, ofTest, test, "test"))));
            }
        }
        return all;
    }

    private PermutationImportance permuted(
            FittedSignature signature, Map<SignatureKind, FeatureTable> prepared, LabelledRows rows, String part) {
        return PermutationImportance.of(
                signature.model(), Objects.requireNonNull(prepared.get(signature.kind())), rows.outcome(), REPEATS,
                random.within("importance/" + signature.kind() + "/" + part), jobs);
    }
}
