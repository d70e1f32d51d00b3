package org.trabecula.study.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.trabecula.core.RandomStreams;
import org.trabecula.core.StageStore;
import org.trabecula.extraction.network.Crops;
import org.trabecula.learn.Folds;
import org.trabecula.learn.Training;
import org.trabecula.learn.TrainingScores;
import org.trabecula.learn.classifier.GridSearch;
import org.trabecula.learn.model.ModelId;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.stats.roc.Cutoffs;
import org.trabecula.stats.roc.Direction;
import org.trabecula.stats.roc.RocCurve;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.table.FeatureTable;

/// All classifiers of all signatures, fitted to all training cases (P23). The choice among them was made before, by training cases
/// alone; this is what a supplement shows of the others.
public final class Contest {
    private Contest() {}

    /// @param raw    training cases with raw features
    /// @param fitted to them
    /// @param crops  of all training cases
    /// @param random streams of the study
    /// @param given  folds that are not drawn
    /// @param jobs   threads; no number depends on it
    /// @return by signature, in the order of the settings' classifiers
    public static List<Contender> of(
            Training raw, FittedMethod fitted, Optional<Crops> crops, StageStore store, StudySettings settings,
            RandomStreams random, GivenFolds given, int jobs) {
        Map<SignatureKind, FeatureTable> prepared = fitted.prepared(raw.table(), crops, store);
        List<Contender> all = new ArrayList<>();
        for (FittedSignature signature : fitted.signatures()) {
            SignatureKind kind = signature.kind();
            Training training = raw.with(Objects.requireNonNull(prepared.get(kind)));
            Folds grid = MethodFit.gridFolds(kind, training, settings, random, given);
            for (GridSearch search : Objects.requireNonNull(fitted.choices().get(kind)).searches()) {
                boolean taken = search.classifier() == signature.search().classifier();
                TrainingScores held = search.outOfFold(grid, jobs);
                RocCurve curve = RocCurve.of(held.outcome(), held.values(), Direction.CASES_HIGHER);
                all.add(new Contender(
                        ModelId.of(kind, search.classifier()), search, taken,
                        taken ? signature.model() : search.fit(training), Cutoffs.youden(curve)));
            }
        }
        return all;
    }
}
