package org.trabecula.study.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.trabecula.core.InputException;
import org.trabecula.core.RandomStreams;
import org.trabecula.core.Shown;
import org.trabecula.learn.Folds;
import org.trabecula.learn.Training;
import org.trabecula.learn.TrainingScores;
import org.trabecula.learn.evidence.Attempt;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.table.FeatureTable;

/// Training cases seen by models that never saw their patient (D7; protocol, step 15), in two layers.
///
/// For every fold steps 3–14 are fitted to the other folds, and score the fold. So that calibration, clinical models and cut-offs
/// of the fold have not seen it either, they are fitted to the other folds too, on scores that leave-two-folds-out fits give them
/// ([NestedFits]). Nothing that the held-out patients are judged by has met them.
public final class CrossFit {
    private final Folds folds;
    private final NestedFits nested;
    private final StudySettings settings;

    private CrossFit(Folds folds, NestedFits nested, StudySettings settings) {
        this.folds = folds;
        this.nested = nested;
        this.settings = settings;
    }

    /// Whom folds hold out.
    ///
    /// @param folds  of the training cases
    /// @param within how many folds the others of each are cut into for its calibration and cut-offs; 0: they are the other folds
    /// @param random streams of these fits
    public record Deal(Folds folds, int within, RandomStreams random) {
        /// Patients at random, as the study's own cross-fitting deals them.
        public static Deal byPatient(Training raw, int count, RandomStreams random) {
            return new Deal(Folds.stratifiedByPatient(raw, count, random.stream("crossfit/folds")), 0, random);
        }
    }

    /// Deals the folds of both layers; nothing is fitted yet.
    ///
    /// @param raw training cases with raw features
    static CrossFit plan(Training raw, Deal deal, StudySettings settings) {
        return new CrossFit(deal.folds(), new NestedFits(raw, deal), settings);
    }

    /// All fits of both layers, those of the outer folds first.
    List<FoldStage.Fold> fits() {
        return nested.fits();
    }

    /// What a refusal of a fit means: an outer fold without one ends the study, an inner one leaves its fold without a model.
    Attempt<FoldFit> refused(int fit, InputException why) {
        if (fit < folds.count()) {
            throw why;
        }
        return Attempt.without(tooFew(fits().get(fit), why));
    }

    /// @param patients age and sex of at least the training cases
    /// @param done     of [#fits], in their order
    CrossFitted of(FeatureTable patients, List<Attempt<FoldFit>> done) {
        List<Attempt<Map<SignatureKind, double[]>>> scores = done.stream().map(CrossFit::scores).toList();
        List<CrossFitted.Fold> held = new ArrayList<>();
        for (int fold = 0; fold < folds.count(); fold++) {
            held.add(fold(fold, done, scores, patients));
        }
        return new CrossFitted(folds.outOfFold(1, (_, part, rows) -> nested.of(part, rows, scores)), held);
    }

    /// A fit of the inner layer is made to few patients, and only its fold has no use for it.
    private static String tooFew(FoldStage.Fold fit, InputException refused) {
        return "nothing can be fitted to the " + Shown.count(fit.part().size(), "case") + " that are left without two folds ("
                + refused.problems().getFirst().code().what() + ")";
    }

    private static Attempt<Map<SignatureKind, double[]>> scores(Attempt<FoldFit> one) {
        return one.model().map(fit -> Attempt.with(fit.scores())).orElseGet(() -> Attempt.without(one.why()));
    }

    private CrossFitted.Fold fold(
            int fold, List<Attempt<FoldFit>> done, List<Attempt<Map<SignatureKind, double[]>>> scores, FeatureTable patients) {
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
        SignatureKind first = FittedMethod.first(ofHeld.keySet(), settings);
        ClinicalFit clinical = refused.isPresent()
                ? ClinicalFit.withoutScores(others, ofHeld.keySet(), first, refused.get())
                : ClinicalFit.fit(others, own, first);
        return new CrossFitted.Fold(
                folds.heldOut(fold), clinical, Cutting.youden(clinical.probabilities(others, own)),
                clinical.probabilities(patients.cases(held.caseIds()), ofHeld),
                done.get(nested.number(folds.fitPart(fold))).model().orElseThrow());
    }
}
