package org.trabecula.study.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.trabecula.core.RandomStreams;
import org.trabecula.evaluation.Optimism;
import org.trabecula.learn.Training;
import org.trabecula.learn.TrainingScores;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.glm.BootstrapValidation;
import org.trabecula.stats.glm.LogisticRegression;
import org.trabecula.stats.glm.ValidationIndex;

/// Optimism of the clinical models that are usable: `validate()` of rms with whole patients drawn. A signature has cross-fitting in its
/// place: a draw holds patients twice, and their copies would stand on both sides of every inner cross-validation.
///
/// Source: Harrell, Regression Modeling Strategies, 2nd ed., section 5.3.
public final class ClinicalOptimism {
    private ClinicalOptimism() {}

    /// @param clinical   age and sex of the training cases
    /// @param scores     by signature, of the same cases, as the models were fitted to
    /// @param fitted     the models
    /// @param replicates draws; 0 for no optimism
    /// @param random     draws from streams below `bootstrap/optimism/MODEL`
    public static List<Optimism> fit(
            Training clinical, Map<SignatureKind, TrainingScores> scores, ClinicalFit fitted, int replicates, RandomStreams random,
            int jobs) {
        List<Optimism> found = new ArrayList<>();
        if (replicates == 0) {
            return found;
        }
        List<double[]> columns = fitted.data().columns(clinical.table());
        fitted.ageAndSex().flatMap(attempt -> attempt.model())
                .ifPresent(_ -> found.add(of(SignatureKind.AGE_SEX, columns, clinical, replicates, random, jobs)));
        fitted.model().flatMap(attempt -> attempt.model()).ifPresent(_ -> {
            List<double[]> all = new ArrayList<>(columns);
            all.add(fitted.signatureLogits(scores));
            found.add(of(SignatureKind.NOMOGRAM, all, clinical, replicates, random, jobs));
        });
        return found;
    }

    private static Optimism of(
            SignatureKind kind, List<double[]> columns, Training clinical, int replicates, RandomStreams random, int jobs) {
        Matrix x = Matrix.ofColumns(columns.toArray(double[][]::new));
        double[] y = clinical.outcome().zeroOne();
        SplittableRandom draws = random.stream("bootstrap/optimism/" + kind.label());
        List<int[]> drawn = BootstrapValidation.clusterResamples(clinical.patients(), replicates, draws);
        List<int[]> usable = drawn.stream().filter(rows -> isUsable(columns, y, rows)).toList();
        List<ValidationIndex> indexes =
                usable.isEmpty() ? List.of() : named(BootstrapValidation.of(x, y, usable, jobs));
        return new Optimism(
                kind.label(), y.length, clinical.outcome().cases(), clinical.rows().clusters().count(), replicates,
                replicates - usable.size(), indexes);
    }

    /// Both classes, every term with more than one value, and a maximum of the likelihood.
    private static boolean isUsable(List<double[]> columns, double[] y, int[] rows) {
        double[] own = at(y, rows);
        if (!varies(own) || columns.stream().anyMatch(column -> !varies(at(column, rows)))) {
            return false;
        }
        Matrix x = Matrix.ofColumns(columns.stream().map(column -> at(column, rows)).toArray(double[][]::new));
        return !LogisticRegression.fit(x, own).separated();
    }

    private static double[] at(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
    }

    private static boolean varies(double[] values) {
        return Arrays.stream(values).anyMatch(value -> value != values[0]);
    }

    /// The three that are spoken of; Dxy = 2 (C − ½) as C.
    private static List<ValidationIndex> named(List<ValidationIndex> all) {
        ValidationIndex dxy = index(all, "Dxy");
        ValidationIndex slope = index(all, "Slope");
        ValidationIndex brier = index(all, "B");
        return List.of(
                new ValidationIndex(
                        "AUC", 0.5 + dxy.original() / 2, 0.5 + dxy.training() / 2, 0.5 + dxy.test() / 2, dxy.optimism() / 2,
                        0.5 + dxy.corrected() / 2),
                slope,
                new ValidationIndex(
                        "Brier", brier.original(), brier.training(), brier.test(), brier.optimism(), brier.corrected()));
    }

    private static ValidationIndex index(List<ValidationIndex> all, String name) {
        return all.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }
}
