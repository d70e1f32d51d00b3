package org.trabecula.study.fit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.trabecula.core.Shown;
import org.trabecula.learn.Training;
import org.trabecula.learn.TrainingScores;
import org.trabecula.learn.classifier.LogisticLine;
import org.trabecula.learn.evidence.Attempt;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.stats.LabelledRows;

/// Fusion of scores in place of features: a logistic regression on the logits of the hand-crafted and the deep signature.
///
/// Features of training cases that a network was fine-tuned on look better than those of any new case, and a model that is fitted to them
/// side by side with others trusts them too much. Scores that are cross-fitted look to the regression as those of new cases will. Its
/// weights must not be negative: a signature that counts against its own class beside the other one is left out, and the other one is
/// taken alone.
///
/// Source: Wolpert 1992, doi:10.1016/S0893-6080(05)80023-1; for weights that are not negative Breiman 1996, doi:10.1007/BF00117832.
final class LateFusion {
    private static final List<SignatureKind> PARTS = List.of(SignatureKind.HCR, SignatureKind.DTL);

    private LateFusion() {}

    /// @param lines  from a score to a logit, by signature
    /// @param scores by signature, of the training cases; cross-fitted
    static Attempt<LogisticModel> fit(
            Training training, Map<SignatureKind, Attempt<LogisticLine>> lines, Map<SignatureKind, TrainingScores> scores) {
        Map<SignatureKind, double[]> logits = new EnumMap<>(SignatureKind.class);
        List<String> left = new ArrayList<>();
        for (SignatureKind part : PARTS) {
            Attempt<LogisticLine> line = Objects.requireNonNull(lines.get(part));
            line.model().ifPresentOrElse(
                    usable -> logits.put(part, usable.logits(own(scores, part, training.rows()))),
                    () -> left.add("the " + part.label() + " signature is not usable"));
        }
        while (!logits.isEmpty()) {
            List<SignatureKind> parts = List.copyOf(logits.keySet());
            Attempt<LogisticModel> fitted = LogisticModel.fit(
                    parts.stream().map(SignatureKind::label).toList(), logits.values().toArray(double[][]::new), training);
            if (!fitted.succeeded()) {
                return fitted;
            }
            LogisticModel model = fitted.model().orElseThrow();
            int lowest = lowest(model.coefficients());
            if (model.coefficients()[lowest] > 0) {
                return Attempt.with(left.isEmpty() ? model : model.noting(String.join("; ", left) + ": left out"));
            }
            logits.remove(parts.get(lowest));
            left.add("the " + parts.get(lowest).label() + " signature adds nothing to the other one (coefficient "
                    + Shown.significant(model.coefficients()[lowest], 3) + ")");
        }
        return Attempt.without(String.join("; ", left));
    }

    private static double[] own(Map<SignatureKind, TrainingScores> scores, SignatureKind part, LabelledRows rows) {
        TrainingScores own = scores.get(part);
        if (own == null || !own.rows().equals(rows)) {
            throw new IllegalArgumentException("scores of " + part + " must be of the same training cases");
        }
        return own.values();
    }

    private static int lowest(double[] coefficients) {
        int lowest = 0;
        for (int term = 1; term < coefficients.length; term++) {
            if (coefficients[term] < coefficients[lowest]) {
                lowest = term;
            }
        }
        return lowest;
    }

    /// The linear predictor of every case.
    ///
    /// @param fused  as [#fit] made it
    /// @param scores by signature, one per case
    static double[] logits(
            LogisticModel fused, Map<SignatureKind, Attempt<LogisticLine>> lines, Map<SignatureKind, double[]> scores) {
        return fused.logits(PARTS.stream()
                .filter(part -> fused.terms().contains(part.label()))
                .map(part -> Objects.requireNonNull(lines.get(part)).model().orElseThrow()
                        .logits(Objects.requireNonNull(scores.get(part))))
                .toArray(double[][]::new));
    }

    /// Whether a model read from somewhere can have been made by [#fit].
    static boolean holds(LogisticModel fused, Map<SignatureKind, Attempt<LogisticLine>> lines) {
        List<String> possible = PARTS.stream()
                .filter(part -> lines.containsKey(part) && Objects.requireNonNull(lines.get(part)).succeeded())
                .map(SignatureKind::label)
                .toList();
        boolean inOrder = fused.terms().equals(possible.stream().filter(fused.terms()::contains).toList());
        return inOrder && !fused.terms().isEmpty() && fused.coefficients()[lowest(fused.coefficients())] > 0;
    }
}
