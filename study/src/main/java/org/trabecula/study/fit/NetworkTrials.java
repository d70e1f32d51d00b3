package org.trabecula.study.fit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.trabecula.core.Parallel;
import org.trabecula.core.Progress;
import org.trabecula.core.RandomStreams;
import org.trabecula.core.StageStore;
import org.trabecula.extraction.network.Crops;
import org.trabecula.learn.Folds;
import org.trabecula.learn.Training;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.study.network.NetworkStep;
import org.trabecula.study.settings.StudySettings;

/// How well a network's deep signature does inside the training part (P16): in folds of whole patients, the same for every network, the
/// network is fine-tuned to the other folds, steps 11, 12 and 14 are fitted to them with the first classifier of the settings, and the fold
/// is scored. Test cases are not there.
///
/// The folds and their random streams are those of the outer layer of the cross-fitting (step 15), so that the chosen network has been
/// fine-tuned for that already.
///
/// @param settings with one classifier
/// @param random   of the study
/// @param store    where finished folds are kept
/// @param jobs     threads; no number depends on it
public record NetworkTrials(StudySettings settings, RandomStreams random, StageStore store, int jobs, Progress progress) {
    /// Scores of all training cases.
    ///
    /// @param scores    in the order of the training cases
    /// @param foldOfRow whose model scored a case
    /// @param folds     their number
    public record Trial(double[] scores, int[] foldOfRow, int folds) {}

    /// @param raw     training cases
    /// @param crops   of all of them
    /// @param network as it starts
    /// @param called  in progress
    public Trial of(Training raw, Crops crops, NetworkStep network, String called) {
        int count = settings.crossfit() > 0 ? settings.crossfit() : settings.gridFolds();
        Folds folds = CrossFit.Deal.byPatient(raw, count, random).folds();
        List<FoldStage.Fold> fits = IntStream.range(0, count)
                .mapToObj(fold -> new FoldStage.Fold(folds.fitPart(fold), folds.heldOutRows(fold), random.within("crossfit/" + fold)))
                .toList();
        FitsProgress told = new FitsProgress(
                progress, called, fits.stream().map(fit -> network.steps(fit.part().size())).toList());
        List<FoldFit> done = Parallel.map(count, Math.min(jobs, network.atOnce()), fold -> {
            try {
                return store.get(new TrialStage(settings, crops, network.reportingTo(told.of(fold)), store), fits.get(fold));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                told.ended(fold);
                System.gc(); // as after every fit with a network, see StudyFits
            }
        });
        return together(raw, fits, done);
    }

    private static Trial together(Training raw, List<FoldStage.Fold> fits, List<FoldFit> done) {
        Map<String, Integer> rowOf = new HashMap<>();
        List<String> ids = raw.rows().ids();
        IntStream.range(0, ids.size()).forEach(row -> rowOf.put(ids.get(row), row));
        double[] scores = new double[ids.size()];
        int[] foldOf = new int[ids.size()];
        for (int fold = 0; fold < done.size(); fold++) {
            double[] own = Objects.requireNonNull(done.get(fold).scores().get(SignatureKind.DTL));
            List<String> held = fits.get(fold).held().caseIds();
            for (int at = 0; at < own.length; at++) {
                int row = Objects.requireNonNull(rowOf.get(held.get(at)));
                scores[row] = own[at];
                foldOf[row] = fold;
            }
        }
        return new Trial(scores, foldOf, done.size());
    }
}
