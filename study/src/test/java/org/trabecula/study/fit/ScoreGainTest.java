package org.trabecula.study.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trabecula.core.RandomStreams;
import org.trabecula.evaluation.AddedValue;
import org.trabecula.evaluation.Optimism;
import org.trabecula.learn.Split;
import org.trabecula.learn.Training;
import org.trabecula.learn.TrainingScores;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.stats.LabelledRows;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.glm.ValidationIndex;
import org.trabecula.table.FeatureTable;

/// A hundred cases of fifty patients, by formulas that R repeats:
///
/// ```r
/// i <- 0:99; y <- i %% 2; age <- 50 + (i*7) %% 31; sex <- as.numeric(i %% 3 == 0)
/// s <- ((i*13) %% 29)/10 + 0.8*y; s <- s/sd(s)
/// a <- glm(y ~ age + sex, binomial, control = list(epsilon = 1e-14)); b <- glm(y ~ age + sex + s, binomial, …)
/// a$deviance - b$deviance; coef(b)["s"]
/// X <- model.matrix(b); u <- rowsum(X*(y - fitted(b)), i %/% 2); V <- vcov(b); sqrt((V %*% t(u) %*% u %*% V)[4, 4])
/// ```
class ScoreGainTest {
    private static final int CASES = 100;
    /// Both end their iterations at a relative change of the deviance near 1e-14; a coefficient then has about eight digits.
    private static final double DIGITS = 1e-7;

    private final double[] score =
            IntStream.range(0, CASES).mapToDouble(i -> i * 13 % 29 / 10.0 + 0.8 * (i % 2)).toArray();
    private final Training clinical = Split.trainOnly(rows()).training(new FeatureTable(
            rows().ids(), List.of(ClinicalColumns.AGE, ClinicalColumns.SEX),
            new double[][] {
                IntStream.range(0, CASES).mapToDouble(i -> 50 + i * 7 % 31).toArray(),
                IntStream.range(0, CASES).mapToDouble(i -> i % 3 == 0 ? 1 : 0).toArray()
            }));

    private static LabelledRows rows() {
        boolean[] positive = new boolean[CASES];
        for (int row = 0; row < CASES; row++) {
            positive[row] = row % 2 == 1;
        }
        return new LabelledRows(
                IntStream.range(0, CASES).mapToObj(row -> "case-" + row).toList(),
                IntStream.range(0, CASES).mapToObj(row -> "patient-" + row / 2).toList(), Outcome.of(positive));
    }

    private Map<SignatureKind, TrainingScores> scored(double... values) {
        return clinical.scored(_ -> Map.of(SignatureKind.HCR, values.clone()));
    }

    @Test
    void isWhatRsGlmSays() {
        AddedValue found = ScoreGain.fit(clinical, scored(score)).getFirst();
        assertThat(found.chiSquared()).isCloseTo(18.8305469292593, within(DIGITS));
        assertThat(found.p()).isCloseTo(1.42860684028538e-05, within(DIGITS));
        assertThat(found.coefficient()).isCloseTo(0.980596066871683, within(DIGITS));
        assertThat(found.robustError()).isCloseTo(0.245518102438606, within(DIGITS));
        assertThat(List.of(found.n(), found.positives(), found.patients())).containsExactly(100, 50, 50);
    }

    /// The unit of the score plays no part.
    @Test
    void theUnitOfTheScorePlaysNoPart() {
        double[] other = Arrays.stream(score).map(value -> 1000 * value - 7).toArray();
        AddedValue one = ScoreGain.fit(clinical, scored(score)).getFirst();
        AddedValue two = ScoreGain.fit(clinical, scored(other)).getFirst();
        assertThat(two.chiSquared()).isCloseTo(one.chiSquared(), within(DIGITS));
        assertThat(two.coefficient()).isCloseTo(one.coefficient(), within(DIGITS));
    }

    @Test
    void withoutALikelihoodThereIsNoTestAndAReason() {
        assertThat(ScoreGain.fit(clinical, scored(new double[CASES])).getFirst().why()).contains("same score");
        double[] apart = IntStream.range(0, CASES).mapToDouble(i -> i % 2).toArray();
        AddedValue separated = ScoreGain.fit(clinical, scored(apart)).getFirst();
        assertThat(separated.tested()).isFalse();
        assertThat(separated.why()).contains("separate");
        assertThat(separated.p()).isNaN();
    }

    /// Corrected is apparent less optimism; fitted to its own cases a model is not worse than on all.
    @Test
    void optimismIsWhatADrawPromisesTooMuch() {
        Map<SignatureKind, TrainingScores> scores = scored(score);
        ClinicalFit fitted = ClinicalFit.fit(clinical, scores, SignatureKind.HCR);
        List<Optimism> found = ClinicalOptimism.fit(clinical, scores, fitted, 200, new RandomStreams(1), 1);
        assertThat(found).extracting(Optimism::model).contains("nomogram");
        assertThat(ClinicalOptimism.fit(clinical, scores, fitted, 200, new RandomStreams(1), 2)).isEqualTo(found);
        Optimism nomogram = found.getLast();
        assertThat(nomogram.indexes()).extracting(ValidationIndex::name).containsExactly("AUC", "Slope", "Brier");
        ValidationIndex auc = nomogram.indexes().getFirst();
        ValidationIndex slope = nomogram.indexes().get(1);
        ValidationIndex brier = nomogram.indexes().getLast();
        assertThat(auc.corrected()).isCloseTo(auc.original() - auc.optimism(), within(1e-12)); // one subtraction of numbers below 1
        assertThat(auc.optimism()).isBetween(0.0, 0.1);
        assertThat(slope.original()).isEqualTo(1);
        assertThat(slope.corrected()).isBetween(0.6, 1.0);
        assertThat(brier.optimism()).isNegative();
        assertThat(ClinicalOptimism.fit(clinical, scores, fitted, 0, new RandomStreams(1), 1)).isEmpty();
    }
}
