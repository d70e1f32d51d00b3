package org.trabecula.study.fit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.core.Progress;
import org.trabecula.core.RandomStreams;
import org.trabecula.learn.Folds;
import org.trabecula.learn.Subject;
import org.trabecula.learn.Training;
import org.trabecula.extraction.network.Crops;
import org.trabecula.study.network.NetworkStep;
import org.trabecula.study.settings.StudySettings;

/// Scores of training cases from models that never saw their patient (D7; protocol, step 15): steps 3–14 are repeated on
/// folds by patient.
public final class CrossFit {
    private CrossFit() {}

    /// @param raw   training cases with raw features
    /// @param crops of all training cases
    /// @return by signature, one score per training case, in their order
    public static Map<String, double[]> scores(
            Training raw,
            SecondOutlines again,
            Optional<Crops> crops,
            StudySettings settings,
            Optional<NetworkStep> network,
            RandomStreams random,
            int jobs,
            Progress progress) {
        Folds folds = Folds.stratifiedByPatient(raw, settings.crossfit(), random.stream("crossfit/folds"));
        int[] foldOf = folds.foldOf();
        Map<String, double[]> scores = new LinkedHashMap<>();
        progress.stage("cross-fitting", folds.count());
        for (int fold = 0; fold < folds.count(); fold++) {
            MethodFit fit = new MethodFit(settings, random.within("crossfit/" + fold), network, jobs);
            FittedMethod fitted = fit.fit(folds.fitPart(fold), again, crops);
            List<String> held = folds.heldOut(fold).stream().map(Subject::caseId).toList();
            Map<String, double[]> heldScores = fitted.score(raw.table(), crops, held);
            int at = 0;
            for (int row = 0; row < foldOf.length; row++) {
                if (foldOf[row] == fold) {
                    for (Map.Entry<String, double[]> entry : heldScores.entrySet()) {
                        scores.computeIfAbsent(entry.getKey(), _ -> new double[foldOf.length])[row] = entry.getValue()[at];
                    }
                    at++;
                }
            }
            progress.done("fold " + (fold + 1));
        }
        return scores;
    }
}
