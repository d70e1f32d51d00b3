package org.trabecula.study.fit;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.trabecula.learn.classifier.FittedClassifier;
import org.trabecula.learn.classifier.GridSearch;
import org.trabecula.learn.classifier.ScoreScale;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.learn.signature.LassoTrace;
import org.trabecula.learn.signature.Signature;
import org.trabecula.learn.step.FittedStep;
import org.trabecula.learn.step.Harmonised;
import org.trabecula.learn.step.Projection;
import org.trabecula.learn.step.Usable;
import org.trabecula.learn.step.ZScore;
import org.trabecula.table.FeatureTable;

/// One signature, from raw features to a classifier's score.
///
/// @param kind      `hcr`, `dtl` or `fusion`
/// @param counts    features before and after each step
/// @param steps     applied in order to a table of raw features
/// @param signature the linear score of the LASSO
/// @param lasso     the path and its cross-validation, for the figures
/// @param search    the grid search of the classifier
/// @param model     the classifier on the signature's features
/// @param scale     from its decision values to scores that compare with those of another fit
public record FittedSignature(
        SignatureKind kind,
        List<StepCount> counts,
        List<FittedStep> steps,
        Signature signature,
        LassoTrace lasso,
        GridSearch search,
        FittedClassifier model,
        ScoreScale scale) {
    public FittedSignature {
        counts = List.copyOf(counts);
        steps = List.copyOf(steps);
        if (!kind.isOfImages() || steps.isEmpty()) {
            throw new IllegalArgumentException("a signature of images has steps, got " + kind + " with " + steps.size());
        }
        requireOneScale(kind, steps);
        List<String> left = outputs(steps.getFirst().inputs(), steps);
        // the signature may have fewer: a penalised refit after pruning can set a coefficient to zero
        if (!left.containsAll(signature.names()) || !model.names().equals(left)) {
            throw new IllegalArgumentException("steps, signature and classifier of " + kind + " must have the same features");
        }
    }

    /// Filters may follow each other; features are scaled once.
    private static void requireOneScale(SignatureKind kind, List<FittedStep> steps) {
        long scales = steps.stream().filter(ZScore.class::isInstance).count();
        long filled = steps.stream().filter(Usable.class::isInstance).count();
        requireHarmonised(kind, steps);
        if (scales != 1 || filled > 1 || steps.stream().anyMatch(Projection.class::isInstance)) {
            throw new IllegalArgumentException("the steps of " + kind + " scale features once, fill them at most once and project none");
        }
    }

    /// Centres are made alike once, of raw hand-crafted features that have no gaps.
    private static void requireHarmonised(SignatureKind kind, List<FittedStep> steps) {
        for (int k = 0; k < steps.size(); k++) {
            if (steps.get(k) instanceof Harmonised && (kind != SignatureKind.HCR || k == 0 || !(steps.get(k - 1) instanceof Usable))) {
                throw new IllegalArgumentException("only usable hand-crafted features are harmonised");
            }
        }
    }

    /// The step that makes centres alike; empty where they were left as they are.
    public Optional<Harmonised> harmonised() {
        return steps.stream().filter(Harmonised.class::isInstance).map(Harmonised.class::cast).findFirst();
    }

    /// As in files and columns: `hcr`.
    public String name() {
        return kind.label();
    }

    /// The table after the steps: what signature and classifier see.
    public FeatureTable prepared(FeatureTable raw) {
        FeatureTable table = raw;
        for (FittedStep step : steps) {
            table = step.apply(table);
        }
        return table;
    }

    /// The classifier's scores of raw rows, on its [ScoreScale].
    public double[] score(FeatureTable raw) {
        return scale.apply(model.score(prepared(raw)));
    }

    /// What steps make of features, one after the other.
    ///
    /// @throws IllegalArgumentException if a step needs what the one before does not give
    static List<String> outputs(List<String> inputs, List<FittedStep> steps) {
        List<String> features = inputs;
        for (FittedStep step : steps) {
            if (!new HashSet<>(features).containsAll(step.inputs())) {
                throw new IllegalArgumentException("a step needs features that the step before does not give");
            }
            features = step.names();
        }
        return features;
    }

    /// The raw features that any step needs.
    public List<String> inputs() {
        return steps.getFirst().inputs();
    }
}
