package org.trabecula.study.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.trabecula.stats.roc.Direction;
import org.trabecula.stats.roc.RocCurve;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.table.FeatureTable;

/// Training cases seen by models that never saw their patient (D7; protocol, step 15), in two layers.
///
/// For every fold steps 3–14 are fitted to the other folds, and score the fold. So that calibration, clinical models and cut-offs
/// of the fold have not seen it either, they are fitted to the other folds too, on scores that leave-two-folds-out fits give them
/// ([NestedFits]). Nothing that the held-out patients are judged by has met them. Where a network is chosen among several, each fold chooses
/// by the same scores of the other folds' cases, so that the choice has not met its patients either.
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

    /// What a network gave, or what was fitted without a choice of one.
    ///
    /// @param network empty without a choice
    /// @param done    of [#fits], in their order
    record Rival(Optional<CandidateNetwork> network, List<Attempt<FoldFit>> done) {
        private long parameters() {
            return network.map(one -> one.step().architecture().backboneParameters()).orElse(0L);
        }

        private List<Attempt<Map<SignatureKind, double[]>>> scores() {
            return done.stream().map(CrossFit::scores).toList();
        }
    }

    /// @param patients age and sex of at least the training cases
    /// @param rivals   at least one; of several, each fold takes the one that does best among the other folds
    /// @param last     that of the final models: their calibration, clinical models and cut-offs stand on its own scores
    CrossFitted of(FeatureTable patients, List<Rival> rivals, Rival last) {
        List<Rival> taken = IntStream.range(0, folds.count()).mapToObj(fold -> best(fold, rivals)).toList();
        List<CrossFitted.Fold> held = new ArrayList<>();
        for (int fold = 0; fold < folds.count(); fold++) {
            held.add(fold(fold, taken.get(fold), patients));
        }
        return new CrossFitted(folds.outOfFold(1, (_, part, rows) -> nested.of(part, rows, last.scores())), held);
    }

    /// By the deep signature's area over the other folds' cases, each scored by a fit that saw neither it nor `fold`.
    private Rival best(int fold, List<Rival> rivals) {
        if (rivals.size() == 1) {
            return rivals.getFirst();
        }
        double[] aucs = rivals.stream().mapToDouble(rival -> within(fold, rival.scores()).model()
                        .map(scores -> Objects.requireNonNull(scores.get(SignatureKind.DTL)))
                        .map(deep -> RocCurve.of(deep.outcome(), deep.values(), Direction.CASES_HIGHER).auc())
                        .orElse(Double.NaN))
                .toArray();
        return rivals.get(CandidateNetwork.best(aucs, rivals.stream().mapToLong(Rival::parameters).toArray()));
    }

    /// Scores of the other folds' cases by fits that saw neither them nor `fold`.
    private Attempt<Map<SignatureKind, TrainingScores>> within(
            int fold, List<Attempt<Map<SignatureKind, double[]>>> scores) {
        Folds within = nested.within(fold);
        Optional<String> refused = IntStream.range(0, within.count())
                .mapToObj(inner -> scores.get(nested.number(within.fitPart(inner))).why())
                .filter(why -> !why.isEmpty())
                .findFirst();
        return refused.isPresent()
                ? Attempt.without(refused.get())
                : Attempt.with(within.outOfFold(1, (_, part, rows) -> nested.of(part, rows, scores)));
    }

    /// A fit of the inner layer is made to few patients, and only its fold has no use for it.
    private static String tooFew(FoldStage.Fold fit, InputException refused) {
        return "nothing can be fitted to the " + Shown.count(fit.part().size(), "case") + " that are left without two folds ("
                + refused.problems().getFirst().code().what() + ")";
    }

    private static Attempt<Map<SignatureKind, double[]>> scores(Attempt<FoldFit> one) {
        return one.model().map(fit -> Attempt.with(fit.scores())).orElseGet(() -> Attempt.without(one.why()));
    }

    private CrossFitted.Fold fold(int fold, Rival rival, FeatureTable patients) {
        List<Attempt<Map<SignatureKind, double[]>>> scores = rival.scores();
        Training others = folds.fitPart(fold).with(patients);
        FeatureTable held = folds.heldOutRows(fold);
        Map<SignatureKind, double[]> ofHeld = nested.of(folds.fitPart(fold), held, scores);
        Attempt<Map<SignatureKind, TrainingScores>> within = within(fold, scores);
        Map<SignatureKind, TrainingScores> own = within.model().orElse(Map.of());
        SignatureKind first = FittedMethod.first(ofHeld.keySet(), settings);
        ClinicalFit clinical = within.model().isEmpty()
                ? ClinicalFit.withoutScores(others, ofHeld.keySet(), first, within.why())
                : ClinicalFit.fit(others, own, first);
        return new CrossFitted.Fold(
                folds.heldOut(fold), clinical, Cutting.youden(clinical.probabilities(others, own)),
                clinical.probabilities(patients.cases(held.caseIds()), ofHeld),
                rival.done().get(nested.number(folds.fitPart(fold))).model().orElseThrow(),
                rival.network().map(CandidateNetwork::architecture));
    }
}
