package org.trabecula.study.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.trabecula.learn.Folds;
import org.trabecula.learn.Training;
import org.trabecula.learn.TrainingScores;
import org.trabecula.learn.evidence.Attempt;
import org.trabecula.learn.model.ModelId;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.stats.nomogram.Nomogram;
import org.trabecula.stats.roc.Cutoff;

/// A model's coefficients fitted anew to another cohort: those of age, sex and the signature's logit as the study calibrated it. The
/// signature itself, its features and classifier stay.
///
/// Nothing that is said about its performance comes from cases that it was fitted to: the probabilities are cross-fitted by patient, and so is
/// each fold's cut-off, chosen on probabilities that are cross-fitted among the other folds.
///
/// @param model         fitted to all cases of the cohort
/// @param nomogram      of it, for the model that has one
/// @param cutoff        for new patients: chosen on the cross-fitted probabilities of all cases
/// @param probabilities of the cases, cross-fitted
/// @param foldOf        of each case
/// @param cutoffs       by fold
public record ClinicalRefit(
        LogisticModel model, Optional<Nomogram> nomogram, Cutoff cutoff, double[] probabilities, int[] foldOf, List<Cutoff> cutoffs) {
    private static final int FOLDS = 10;
    /// Cases of each class for each term. Peduzzi et al. 1996, doi:10.1016/S0895-4356(96)00236-3.
    private static final int FEWEST_A_TERM = 10;
    /// Below so many a term the likelihood is penalised: van Smeden et al. 2019, doi:10.1177/0962280218784726, found shrinkage worth having
    /// there.
    private static final int PLENTY_A_TERM = 20;

    public ClinicalRefit {
        cutoffs = List.copyOf(cutoffs);
    }

    /// Cases that each class needs.
    public static int fewest(int terms) {
        return FEWEST_A_TERM * terms;
    }

    /// @param id     the model
    /// @param cohort of another cohort than the study's: its cases with one column per term, among others
    /// @param terms  of the model
    /// @param random deals patients into folds
    /// @return why there is none: too few cases of a class, a term that does not vary, no evidence for the model, here or in a fold
    public static Attempt<ClinicalRefit> fit(ModelId id, Training cohort, List<String> terms, SplittableRandom random) {
        int smaller = Math.min(cohort.outcome().cases(), cohort.outcome().controls());
        if (smaller < fewest(terms.size())) {
            return Attempt.without(smaller + " cases of the smaller class for " + terms.size() + " terms, where " + fewest(terms.size())
                    + " are the least");
        }
        boolean penalised = smaller < PLENTY_A_TERM * terms.size();
        Attempt<LogisticModel> whole = line(id, cohort, terms, penalised);
        if (!whole.succeeded()) {
            return Attempt.without(whole.why());
        }
        Folds folds = Folds.stratifiedByPatient(cohort, Math.min(FOLDS, cohort.rows().clusters().count()), random);
        List<String> refused = new ArrayList<>();
        TrainingScores all = crossFitted(id, folds, terms, penalised, refused);
        List<Cutoff> cutoffs = new ArrayList<>();
        for (int fold = 0; fold < folds.count() && refused.isEmpty(); fold++) {
            cutoffs.add(youden(id, crossFitted(id, folds.others(fold), terms, penalised, refused)));
        }
        if (!refused.isEmpty()) {
            return Attempt.without("not in every fold: " + refused.getFirst());
        }
        double[][] columns = columns(cohort, terms);
        LogisticModel model = whole.model().orElseThrow();
        return Attempt.with(new ClinicalRefit(
                model,
                id.signature() == SignatureKind.NOMOGRAM ? Optional.of(ClinicalFit.nomogram(model, columns)) : Optional.empty(),
                youden(id, all), all.values(), IntStream.range(0, cohort.size()).map(folds.assignment()::foldOf).toArray(), cutoffs));
    }

    private static Cutoff youden(ModelId id, TrainingScores scores) {
        Cutoff cutoff = Cutting.youden(Map.of(id, scores)).get(id);
        if (cutoff == null) {
            throw new IllegalStateException("a cut-off for every model");
        }
        return cutoff;
    }

    /// @param refused takes why a fold has no model; its cases then have NaN, and nobody may look
    private static TrainingScores crossFitted(
            ModelId id, Folds folds, List<String> terms, boolean penalised, List<String> refused) {
        return folds.outOfFold(1, part -> {
            Attempt<LogisticModel> model = line(id, part, terms, penalised);
            if (!model.succeeded()) {
                refused.add(model.why());
            }
            return held -> model.model()
                    .map(usable -> usable.probabilities(terms.stream().map(held::column).toArray(double[][]::new)))
                    .orElseGet(() -> new double[held.rows()]);
        });
    }

    private static Attempt<LogisticModel> line(ModelId id, Training cohort, List<String> terms, boolean penalised) {
        double[][] columns = columns(cohort, terms);
        for (int term = 0; term < columns.length; term++) {
            double first = columns[term][0];
            if (Arrays.stream(columns[term]).allMatch(value -> value == first)) {
                return Attempt.without(terms.get(term) + " is the same in all cases");
            }
        }
        Attempt<LogisticModel> model = LogisticModel.fit(terms, columns, cohort, penalised);
        return id.signature() == SignatureKind.AGE_SEX ? model : ClinicalFit.rising(model, terms.getLast());
    }

    private static double[][] columns(Training cohort, List<String> terms) {
        return terms.stream().map(cohort.table()::column).toArray(double[][]::new);
    }
}
