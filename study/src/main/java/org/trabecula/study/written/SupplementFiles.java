package org.trabecula.study.written;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.learn.importance.PermutationImportance;
import org.trabecula.stats.roc.Confusion;
import org.trabecula.study.fit.Contender;
import org.trabecula.study.fit.FittedSignature;
import org.trabecula.study.folder.RunFolder;
import org.trabecula.study.result.StudyResult;
import org.trabecula.study.result.Supplement;
import org.trabecula.table.FeatureTableFile;
import org.trabecula.table.TextTableFile;

/// `classifiers.csv`: every classifier of every signature, how it did inside training and on the test cases. `importance.csv`: what
/// the chosen ones rest on.
final class SupplementFiles {
    private static final List<String> CLASSIFIERS = List.of(
            "signature", "classifier", "settings", "candidates", "cv_auc", "chosen", "n", "auc", "auc_lower", "auc_upper", "threshold",
            "sensitivity", "specificity", "accuracy", "tp", "fp", "fn", "tn");
    private static final List<String> IMPORTANCE =
            List.of("signature", "classifier", "feature", "part", "n", "auc", "drop", "sd", "repeats");

    private SupplementFiles() {}

    static void write(RunFolder run, StudyResult result) throws IOException {
        Supplement supplement = result.supplement();
        if (!supplement.contenders().isEmpty()) {
            List<List<String>> rows = supplement.contenders().stream()
                    .map(one -> row(one, supplement.tested(one.id())))
                    .toList();
            TextTableFile.write(run.at("classifiers.csv"), CLASSIFIERS, rows);
        }
        List<List<String>> importance = new ArrayList<>();
        for (FittedSignature signature : result.fitted().signatures()) {
            Supplement.Importance of = supplement.importance().get(signature.kind());
            if (of != null) {
                add(importance, signature, "train", result.split().train().size(), of.training());
                of.test().ifPresent(test -> add(importance, signature, "test", result.split().test().size(), test));
            }
        }
        if (!importance.isEmpty()) {
            TextTableFile.write(run.at("importance.csv"), IMPORTANCE, importance);
        }
    }

    private static List<String> row(Contender one, Optional<Evaluation.Row> test) {
        List<String> cells = new ArrayList<>(List.of(
                one.id().signature().label(), one.search().classifier().label(), one.search().best().words(),
                Integer.toString(one.search().tried().size()), FeatureTableFile.number(one.search().bestAuc()),
                Boolean.toString(one.taken())));
        if (test.isEmpty()) {
            cells.addAll(List.of("0", "", "", ""));
            cells.add(FeatureTableFile.number(one.cutoff().threshold()));
            cells.addAll(List.of("", "", "", "", "", "", ""));
            return cells;
        }
        Evaluation.Row row = test.get();
        Confusion counts = row.confusion();
        cells.add(Integer.toString(row.n()));
        for (double value : new double[] {
            row.auc().auc(), row.interval().lower(), row.interval().upper(), one.cutoff().threshold(), counts.sensitivity().value(),
            counts.specificity().value(), counts.accuracy().value()
        }) {
            cells.add(FeatureTableFile.number(value));
        }
        for (int count : new int[] {counts.tp(), counts.fp(), counts.fn(), counts.tn()}) {
            cells.add(Integer.toString(count));
        }
        return cells;
    }

    private static void add(
            List<List<String>> rows, FittedSignature signature, String part, int cases, PermutationImportance found) {
        for (int feature = 0; feature < found.names().size(); feature++) {
            rows.add(List.of(
                    signature.name(), signature.search().classifier().label(), found.names().get(feature), part,
                    Integer.toString(cases), FeatureTableFile.number(found.auc()), FeatureTableFile.number(found.drops()[feature]),
                    FeatureTableFile.number(found.sds()[feature]), Integer.toString(found.repeats())));
        }
    }
}
