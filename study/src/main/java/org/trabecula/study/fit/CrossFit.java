package org.trabecula.study.fit;

import java.util.Map;
import java.util.Optional;
import org.trabecula.core.Progress;
import org.trabecula.core.RandomStreams;
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
    /// @return by signature
    public static Map<SignatureKind, TrainingScores> scores(
            Training raw,
            SecondOutlines again,
            Optional<Crops> crops,
            StudySettings settings,
            Optional<NetworkStep> network,
            RandomStreams random,
            int jobs,
            Progress progress) {
        Folds folds = Folds.stratifiedByPatient(raw, settings.crossfit(), random.stream("crossfit/folds"));
        progress.stage("cross-fitting", folds.count());
        int oneFoldAtATime = 1; // the threads are needed inside a fold, and the network's memory only once
        return folds.outOfFold(oneFoldAtATime, (fold, part, held) -> {
            MethodFit fit = new MethodFit(settings, random.within("crossfit/" + fold), network, jobs);
            Map<SignatureKind, double[]> scores = fit.fit(part, again, crops).score(held, crops);
            progress.done("fold " + (fold + 1));
            return scores;
        });
    }
}
