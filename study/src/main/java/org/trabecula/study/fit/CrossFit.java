package org.trabecula.study.fit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.trabecula.core.Progress;
import org.trabecula.core.RandomStreams;
import org.trabecula.core.StageStore;
import org.trabecula.extraction.network.Crops;
import org.trabecula.learn.Folds;
import org.trabecula.learn.Training;
import org.trabecula.learn.TrainingScores;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.study.network.NetworkStep;
import org.trabecula.study.settings.StudySettings;

/// Scores of training cases from models that never saw their patient (D7; protocol, step 15): steps 3–14 are repeated on
/// folds by patient.
public final class CrossFit {
    private CrossFit() {}

    /// @param raw   training cases with raw features
    /// @param crops of all training cases
    /// @param store where finished folds are kept, and the embeddings of a fold at work
    /// @return by signature
    public static Map<SignatureKind, TrainingScores> scores(
            Training raw,
            SecondOutlines again,
            Optional<Crops> crops,
            StudySettings settings,
            Optional<NetworkStep> network,
            RandomStreams random,
            StageStore store,
            int jobs,
            Progress progress) {
        Folds folds = Folds.stratifiedByPatient(raw, settings.crossfit(), random.stream("crossfit/folds"));
        progress.stage("cross-fitting", folds.count());
        FoldStage stage = new FoldStage(settings, again, crops, network, store, jobs);
        int oneFoldAtATime = 1; // the threads are needed inside a fold, and the network's memory only once
        return folds.outOfFold(oneFoldAtATime, (fold, part, held) -> {
            try {
                return store.get(stage, new FoldStage.Fold(part, held, random.within("crossfit/" + fold)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                progress.done("fold " + (fold + 1));
            }
        });
    }
}
