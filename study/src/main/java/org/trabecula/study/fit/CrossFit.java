package org.trabecula.study.fit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.trabecula.core.InputException;
import org.trabecula.core.Parallel;
import org.trabecula.core.Progress;
import org.trabecula.core.RandomStreams;
import org.trabecula.core.Shown;
import org.trabecula.core.StageStore;
import org.trabecula.extraction.network.Crops;
import org.trabecula.learn.Folds;
import org.trabecula.learn.Training;
import org.trabecula.learn.TrainingScores;
import org.trabecula.learn.evidence.Attempt;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.study.network.NetworkStep;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.table.FeatureTable;

/// Training cases seen by models that never saw their patient (D7; protocol, step 15), in two layers.
///
/// For every fold steps 3–14 are fitted to the other folds, and score the fold. So that calibration, clinical models and cut-offs
/// of the fold have not seen it either, they are fitted to the other folds too, on scores that leave-two-folds-out fits give them
/// ([NestedFits]). Nothing that the held-out patients are judged by has met them.
public final class CrossFit {
    private CrossFit() {}

    /// @param raw      training cases with raw features
    /// @param patients age and sex of at least these cases
    /// @param crops    of all training cases
    /// @param store    where finished fits are kept, and the embeddings of one at work
    /// @param jobs     threads; no number depends on it
    public static CrossFitted run(
            Training raw,
            FeatureTable patients,
            SecondOutlines again,
            Optional<Crops> crops,
            StudySettings settings,
            Optional<NetworkStep> network,
            RandomStreams random,
            StageStore store,
            int jobs,
            Progress progress) {
        Deal deal = Deal.byPatient(raw, settings.crossfit(), random, "cross-fitting");
        return run(raw, deal, patients, again, crops, settings, network, store, jobs, progress);
    }

    /// Whom folds hold out.
    ///
    /// @param folds  of the training cases
    /// @param within how many folds the others of each are cut into for its calibration and cut-offs; 0: they are the other folds
    /// @param random streams of these fits
    /// @param called in progress, such as `cross-fitting`
    public record Deal(Folds folds, int within, RandomStreams random, String called) {
        /// Patients at random, as the study's own cross-fitting deals them.
        public static Deal byPatient(Training raw, int count, RandomStreams random, String called) {
            return new Deal(Folds.stratifiedByPatient(raw, count, random.stream("crossfit/folds")), 0, random, called);
        }
    }

    /// The same for folds that were dealt elsewhere.
    public static CrossFitted run(
            Training raw,
            Deal deal,
            FeatureTable patients,
            SecondOutlines again,
            Optional<Crops> crops,
            StudySettings settings,
            Optional<NetworkStep> network,
            StageStore store,
            int jobs,
            Progress progress) {
        Folds folds = deal.folds();
        NestedFits nested = new NestedFits(raw, deal);
        List<FoldStage.Fold> fits = nested.fits();
        progress.stage(deal.called(), fits.size());
        // a network's memory is needed once only; tables are small, and whole fits fill threads better than their parts
        int atOnce = network.isPresent() ? 1 : jobs;
        FoldStage stage = new FoldStage(settings, again, crops, network, store, network.isPresent() ? jobs : 1);
        List<Attempt<FoldFit>> done = Parallel.map(fits.size(), atOnce, fit -> {
            try {
                return Attempt.with(store.get(stage, fits.get(fit)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InputException e) {
                if (fit < folds.count()) {
                    throw e;
                }
                return Attempt.without(tooFew(fits.get(fit), e));
            } finally {
                progress.done("fit " + (fit + 1));
            }
        });
        List<CrossFitted.Fold> held = new ArrayList<>();
        for (int fold = 0; fold < folds.count(); fold++) {
            held.add(fold(folds, fold, nested, done, patients));
        }
        List<Attempt<Map<SignatureKind, double[]>>> scores = scores(done);
        return new CrossFitted(folds.outOfFold(1, (_, part, rows) -> nested.of(part, rows, scores)), held);
    }

    private static List<Attempt<Map<SignatureKind, double[]>>> scores(List<Attempt<FoldFit>> done) {
        return done.stream()
                .map(one -> one.model()
                        .map(fit -> Attempt.with(fit.scores()))
                        .orElseGet(() -> Attempt.without(one.why())))
                .toList();
    }

    /// A fit of the inner layer is made to few patients, and only its fold has no use for it.
    private static String tooFew(FoldStage.Fold fit, InputException refused) {
        return "nothing can be fitted to the " + Shown.count(fit.part().size(), "case") + " that are left without two folds ("
                + refused.problems().getFirst().code().what() + ")";
    }

    private static CrossFitted.Fold fold(
            Folds folds, int fold, NestedFits nested, List<Attempt<FoldFit>> done, FeatureTable patients) {
        List<Attempt<Map<SignatureKind, double[]>>> scores = scores(done);
        Training others = folds.fitPart(fold).with(patients);
        FeatureTable held = folds.heldOutRows(fold);
        Map<SignatureKind, double[]> ofHeld = nested.of(folds.fitPart(fold), held, scores);
        Folds within = nested.within(fold);
        Optional<String> refused = IntStream.range(0, within.count())
                .mapToObj(inner -> scores.get(nested.number(within.fitPart(inner))).why())
                .filter(why -> !why.isEmpty())
                .findFirst();
        Map<SignatureKind, TrainingScores> own = refused.isPresent()
                ? Map.of()
                : within.outOfFold(1, (_, part, rows) -> nested.of(part, rows, scores));
        SignatureKind first = FittedMethod.best(ofHeld.keySet());
        ClinicalFit clinical = refused.isPresent()
                ? ClinicalFit.withoutScores(others, ofHeld.keySet(), first, refused.get())
                : ClinicalFit.fit(others, own, first);
        return new CrossFitted.Fold(
                folds.heldOut(fold), clinical, Cutting.youden(clinical.probabilities(others, own)),
                clinical.probabilities(patients.cases(held.caseIds()), ofHeld),
                done.get(nested.number(folds.fitPart(fold))).model().orElseThrow());
    }
}
