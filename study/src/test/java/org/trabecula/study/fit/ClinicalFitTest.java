package org.trabecula.study.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.trabecula.learn.Split;
import org.trabecula.learn.Training;
import org.trabecula.learn.TrainingScores;
import org.trabecula.learn.model.ModelId;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.stats.LabelledRows;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.roc.Cutoff;
import org.trabecula.stats.roc.Direction;
import org.trabecula.stats.roc.RocCurve;
import org.trabecula.study.folder.StudyJson;
import org.trabecula.table.FeatureTable;

/// Calibration, clinical models, nomogram and cut-offs on a hundred made-up patients.
class ClinicalFitTest {
    private static final int CASES = 100;

    private static final LabelledRows PATIENTS = patients();

    private final double[] age = new double[CASES];
    private final double[] sex = new double[CASES];
    private final double[] score = new double[CASES];

    private Training training(double[] ages, double[] sexes) {
        SplittableRandom random = new SplittableRandom(11);
        for (int row = 0; row < CASES; row++) {
            int outcome = row % 2;
            age[row] = 55 + random.nextInt(30) - 5 * outcome;
            sex[row] = random.nextInt(2);
            score[row] = random.nextGaussian() + outcome;
        }
        FeatureTable table = new FeatureTable(
                PATIENTS.ids(), List.of(ClinicalColumns.AGE, ClinicalColumns.SEX),
                new double[][] {ages, sexes});
        return Split.trainOnly(PATIENTS).training(table);
    }

    /// Of every patient a case and a control.
    private static LabelledRows patients() {
        boolean[] positive = new boolean[CASES];
        for (int row = 0; row < CASES; row++) {
            positive[row] = row % 2 == 1;
        }
        return new LabelledRows(
                IntStream.range(0, CASES).mapToObj(row -> "case-" + row).toList(),
                IntStream.range(0, CASES).mapToObj(row -> "patient-" + row / 2).toList(), Outcome.of(positive));
    }

    private Map<SignatureKind, TrainingScores> scores(Training training) {
        return training.scored(_ -> Map.of(SignatureKind.HCR, score.clone()));
    }

    /// Maximum likelihood with an intercept: predicted positives sum to the observed ones.
    @Test
    void probabilitiesOfEveryModelSumToThePositives() {
        Training training = training(age, sex);
        ClinicalFit fit = ClinicalFit.fit(training, scores(training), SignatureKind.HCR);
        assertThat(fit.models())
                .containsExactly(
                        ModelId.of(SignatureKind.HCR), ModelId.of(SignatureKind.AGE_SEX), ModelId.of(SignatureKind.NOMOGRAM));
        fit.probabilities(training, scores(training)).forEach((model, p) -> {
            // the fit stops when a step changes the deviance by less than 1e-8 of it; a hundred cases' sums agree to 1e-6
            assertThat(Arrays.stream(p.values()).sum()).as(model.label()).isCloseTo(CASES / 2.0, within(1e-6));
        });
    }

    @Test
    void thePointsOfTheNomogramRiseWithItsProbability() {
        Training training = training(age, sex);
        ClinicalFit fit = ClinicalFit.fit(training, scores(training), SignatureKind.HCR);
        Map<SignatureKind, double[]> raw = Map.of(SignatureKind.HCR, score);
        double[] points = fit.points(training.table(), raw).orElseThrow();
        double[] p = Objects.requireNonNull(
                fit.probabilities(training.table(), raw).get(ModelId.of(SignatureKind.NOMOGRAM)));
        for (int a = 0; a < CASES; a++) {
            for (int b = 0; b < a; b++) {
                if (p[a] != p[b]) {
                    assertThat(points[a] > points[b]).isEqualTo(p[a] > p[b]);
                }
            }
        }
    }

    @Test
    void whatNobodyKnowsIsUsedByNoModel() {
        double[] unknown = new double[CASES];
        Arrays.fill(unknown, Double.NaN);
        Training noSex = training(age, unknown);
        ClinicalFit withAge = ClinicalFit.fit(noSex, scores(noSex), SignatureKind.HCR);
        assertThat(withAge.data().terms()).containsExactly("age");
        Training nothing = training(unknown, unknown);
        ClinicalFit without = ClinicalFit.fit(nothing, scores(nothing), SignatureKind.HCR);
        assertThat(without.models()).containsExactly(ModelId.of(SignatureKind.HCR));
        assertThat(without.nomogram()).isEmpty();
        assertThat(without.points(nothing.table(), Map.of(SignatureKind.HCR, score))).isEmpty();
    }

    /// A score that falls with the outcome: no line, no cut-off, no nomogram, and why.
    @Test
    void aScoreThatSaysTheOppositeIsNotTurnedRound() {
        Training training = training(age, sex);
        for (int row = 0; row < CASES; row++) {
            score[row] = -score[row];
        }
        ClinicalFit fit = ClinicalFit.fit(training, scores(training), SignatureKind.HCR);
        assertThat(fit.unusable().keySet()).containsExactly(ModelId.of(SignatureKind.HCR), ModelId.of(SignatureKind.NOMOGRAM));
        assertThat(fit.unusable().values()).first().asString().contains("does not rise with the outcome");
        assertThat(fit.nomogram()).isEmpty();
        assertThat(fit.points(training.table(), Map.of(SignatureKind.HCR, score))).isEmpty();
        assertThat(Cutting.youden(fit.probabilities(training, scores(training)))).containsOnlyKeys(ModelId.of(SignatureKind.AGE_SEX));
    }

    /// Alone the score rises with the outcome, beside the age that it repeats it falls: its sign is not that of its signature.
    @Test
    void aNomogramWhoseScoreCountsAgainstItsClassIsNone() {
        Training training = training(age, sex);
        SplittableRandom random = new SplittableRandom(4);
        for (int row = 0; row < CASES; row++) {
            score[row] = -age[row] + 2 * random.nextGaussian() - (row % 2);
        }
        ClinicalFit fit = ClinicalFit.fit(training, scores(training), SignatureKind.HCR);
        assertThat(fit.unusable()).containsOnlyKeys(ModelId.of(SignatureKind.NOMOGRAM));
        assertThat(fit.unusable().get(ModelId.of(SignatureKind.NOMOGRAM))).contains("counts against its own class");
    }

    /// Fusion is the first choice; where it is not usable the first that is stands in the nomogram.
    @Test
    void aSignatureThatIsNotUsableIsNeverChosen() {
        Training training = training(age, sex);
        Map<SignatureKind, TrainingScores> three = training.scored(_ -> Map.of(
                SignatureKind.HCR, score.clone(), SignatureKind.DTL, new double[CASES], SignatureKind.FUSION, new double[CASES]));
        ClinicalFit fit = ClinicalFit.fit(training, three, SignatureKind.FUSION);
        assertThat(fit.signature()).isEqualTo(SignatureKind.HCR);
        assertThat(fit.unusable().keySet()).containsExactly(ModelId.of(SignatureKind.DTL), ModelId.of(SignatureKind.FUSION));
        assertThat(fit.nomogram()).isPresent();
    }

    /// Two scores with independent signals: both weigh, and together they part the classes better than each.
    @Test
    void lateFusionWeighsBothSignatures() {
        Training training = training(age, sex);
        Map<SignatureKind, TrainingScores> scores = training.scored(_ -> Map.of(
                SignatureKind.HCR, score.clone(), SignatureKind.DTL, another(1), SignatureKind.FUSION, new double[CASES]));
        ClinicalFit fit = ClinicalFit.fit(training, scores, SignatureKind.LATE_FUSION);
        LogisticModel late = fit.lateFusion().orElseThrow().model().orElseThrow();
        assertThat(late.terms()).containsExactly("hcr", "dtl");
        assertThat(late.coefficients()[0]).isPositive();
        assertThat(late.coefficients()[1]).isPositive();
        assertThat(fit.signature()).isEqualTo(SignatureKind.LATE_FUSION);
        assertThat(fit.model().orElseThrow().model().orElseThrow().terms()).containsExactly("age", "sex", "late-fusion");
        Map<ModelId, TrainingScores> p = fit.probabilities(training, scores);
        double together = auc(training, p.get(ModelId.of(SignatureKind.LATE_FUSION)));
        assertThat(together).isGreaterThan(auc(training, p.get(ModelId.of(SignatureKind.HCR))));
        assertThat(together).isGreaterThan(auc(training, p.get(ModelId.of(SignatureKind.DTL))));
        double sum = Arrays.stream(Objects.requireNonNull(p.get(ModelId.of(SignatureKind.LATE_FUSION))).values()).sum();
        assertThat(sum).isCloseTo(CASES / 2.0, within(1e-6)); // as above
        ClinicalFit back = StudyJson.read(StudyJson.text(fit), ClinicalFit.class);
        assertThat(Objects.requireNonNull(back.probabilities(training, scores).get(ModelId.of(SignatureKind.NOMOGRAM))).values())
                .isEqualTo(Objects.requireNonNull(p.get(ModelId.of(SignatureKind.NOMOGRAM))).values());
    }

    /// A deep score that repeats the hand-crafted one with its noise: beside it the weight is negative, and it goes.
    @Test
    void aSignatureThatAddsNothingIsLeftOutOfLateFusionAndSaid() {
        Training training = training(age, sex);
        double[] noisy = new double[CASES];
        SplittableRandom random = new SplittableRandom(3);
        for (int row = 0; row < CASES; row++) {
            noisy[row] = score[row] + 0.4 * random.nextGaussian() - 0.3 * (row % 2);
        }
        Map<SignatureKind, TrainingScores> scores = training.scored(_ -> Map.of(
                SignatureKind.HCR, score.clone(), SignatureKind.DTL, noisy.clone(), SignatureKind.FUSION, score.clone()));
        ClinicalFit fit = ClinicalFit.fit(training, scores, SignatureKind.LATE_FUSION);
        assertThat(fit.unusable()).isEmpty();
        LogisticModel late = fit.lateFusion().orElseThrow().model().orElseThrow();
        assertThat(late.terms()).containsExactly("hcr");
        assertThat(late.note()).contains("the dtl signature adds nothing to the other one");
    }

    @Test
    void lateFusionOfScoresWithoutSignalIsNoModel() {
        Training training = training(age, sex);
        Map<SignatureKind, TrainingScores> scores = training.scored(_ -> Map.of(
                SignatureKind.HCR, new double[CASES], SignatureKind.DTL, new double[CASES], SignatureKind.FUSION, score.clone()));
        ClinicalFit fit = ClinicalFit.fit(training, scores, SignatureKind.LATE_FUSION);
        assertThat(fit.unusable().get(ModelId.of(SignatureKind.LATE_FUSION))).contains("hcr signature is not usable");
        assertThat(fit.signature()).as("the first that is usable").isEqualTo(SignatureKind.FUSION);
    }

    private double[] another(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, CASES).mapToDouble(row -> random.nextGaussian() + row % 2).toArray();
    }

    private static double auc(Training training, @Nullable TrainingScores scores) {
        return RocCurve.of(training.outcome(), Objects.requireNonNull(scores).values(), Direction.CASES_HIGHER).auc();
    }

    @Test
    void oneSexOrOneAgeIsUsedByNoModelAndSaid() {
        double[] women = new double[CASES];
        Training oneSex = training(age, women);
        assertThat(ClinicalFit.fit(oneSex, scores(oneSex), SignatureKind.HCR).data().terms()).containsExactly("age");
        assertThat(ClinicalData.fit(oneSex).filledIn(oneSex.table())).containsExactly("all training cases are of one sex: no model uses sex");
        Training neither = training(women, women);
        assertThat(ClinicalData.fit(neither).filledIn(neither.table())).contains("all ages are the same: no model uses age");
    }

    @Test
    void aGapIsFilledWithTheTrainingMedianAndSaid() {
        Training training = training(age, sex);
        ClinicalData data = ClinicalData.fit(training);
        FeatureTable patient = new FeatureTable(
                List.of("new"), List.of(ClinicalColumns.AGE, ClinicalColumns.SEX), new double[][] {{Double.NaN}, {Double.NaN}});
        double[] sorted = age.clone();
        Arrays.sort(sorted);
        assertThat(data.columns(patient).getFirst()).containsExactly((sorted[CASES / 2 - 1] + sorted[CASES / 2]) / 2);
        assertThat(data.filledInFor(patient, 0)).hasSize(2).allMatch(note -> note.contains("stands in"));
    }

    @Test
    void scoresOfOtherCasesAreRefused() {
        Training training = training(age, sex);
        Map<SignatureKind, TrainingScores> own = scores(training);
        Training half = Split.trainOnly(PATIENTS.select(IntStream.range(0, CASES / 2).toArray())).training(training.table());
        assertThatThrownBy(() -> ClinicalFit.fit(half, own, SignatureKind.HCR)).hasMessageContaining("same training cases");
    }

    /// By hand: of all thresholds, none has a larger sum of sensitivity and specificity.
    @Test
    void theCutOffIsYoudens() {
        Training training = training(age, sex);
        Cutoff cutoff = Objects.requireNonNull(
                Cutting.youden(Map.of(ModelId.of(SignatureKind.HCR), scores(training).get(SignatureKind.HCR)))
                        .get(ModelId.of(SignatureKind.HCR)));
        double best = youden(cutoff.threshold());
        for (double threshold : score) {
            assertThat(youden(threshold)).isLessThanOrEqualTo(best);
        }
    }

    private double youden(double threshold) {
        int hits = 0;
        int rightly = 0;
        for (int row = 0; row < CASES; row++) {
            boolean positive = score[row] >= threshold;
            hits += positive && PATIENTS.outcome().isCase(row) ? 1 : 0;
            rightly += !positive && !PATIENTS.outcome().isCase(row) ? 1 : 0;
        }
        return hits + rightly; // both classes have as many cases
    }
}
