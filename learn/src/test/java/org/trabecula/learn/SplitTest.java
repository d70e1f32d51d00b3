package org.trabecula.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.stats.LabelledRows;
import org.trabecula.stats.Outcome;
import org.trabecula.table.FeatureTable;

class SplitTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void patientsStayTogetherAndEachClassIsSharedOut(long seed) {
        LabelledRows all = cohort(365, seed);
        Split split = Split.byPatient(all, 0.2, new SplittableRandom(seed));

        assertThat(patients(split.train())).doesNotContainAnyElementsOf(patients(split.test()));
        assertThat(split.train().size() + split.test().size()).isEqualTo(all.size());
        for (int outcome = 0; outcome < 2; outcome++) {
            double share = (double) count(split.test(), outcome) / count(all, outcome);
            // a patient brings at most three vertebrae, of which one class can be over by at most that many
            assertThat(share).isCloseTo(0.2, within(3.0 / count(all, outcome)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void patientsOfSeveralVertebraeAreSharedOutLikeTheOthers(long seed) {
        LabelledRows all = cohort(365, seed);
        Split split = Split.byPatient(all, 0.2, new SplittableRandom(seed));
        double inTest = (double) patients(split.test()).size() / patients(all).size();
        // a test part that took the patients with many vertebrae first would hold far fewer patients than cases
        assertThat(inTest).isCloseTo(0.2, within(0.05));
    }

    @Test
    void theSameSeedGivesTheSameSplit() {
        LabelledRows all = cohort(50, 3);
        assertThat(Split.byPatient(all, 0.3, new SplittableRandom(9)).test())
                .isEqualTo(Split.byPatient(all, 0.3, new SplittableRandom(9)).test())
                .isNotEqualTo(Split.byPatient(all, 0.3, new SplittableRandom(10)).test());
    }

    @Test
    void splittingByCaseMayPutAPatientOnBothSides() {
        Split split = Split.byCase(cohort(365, 1), 0.2, new SplittableRandom(1));
        assertThat(patients(split.train())).containsAnyElementsOf(patients(split.test()));
    }

    @Test
    void aGivenSplitWithAPatientOnBothSidesIsRefused() {
        LabelledRows all = new LabelledRows(
                List.of("a1", "a2", "b", "c"), List.of("a", "a", "b", "c"), Outcome.of(true, false, false, true));
        assertThatThrownBy(() -> Split.given(all, Set.of("a2")))
                .hasMessageContaining("SPL-001")
                .hasMessageContaining("a1 in train, a2 in test");
        assertThat(Split.given(all, Set.of("b", "c")).test().size()).isEqualTo(2);
    }

    @Test
    void onePartWithoutOneClassIsRefused() {
        LabelledRows all = new LabelledRows(List.of("a", "b", "c"), List.of("a", "b", "c"), Outcome.of(true, false, true));
        assertThatThrownBy(() -> Split.given(all, Set.of("b"))).hasMessageContaining("SPL-002");
    }

    @Test
    void theTrainingViewHoldsTrainingRowsOnly() {
        LabelledRows all = cohort(40, 1);
        Split split = Split.byPatient(all, 0.25, new SplittableRandom(1));
        double[] row = new double[all.size()];
        for (int at = 0; at < row.length; at++) {
            row[at] = at;
        }
        Training training = split.training(new FeatureTable(all.ids(), List.of("row"), new double[][] {row}));
        assertThat(training.table().caseIds()).isEqualTo(split.train().ids());
        for (int at = 0; at < training.size(); at++) {
            assertThat(all.select((int) training.table().value(at, 0))).isEqualTo(training.rows().select(at));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 10})
    void foldsKeepPatientsTogetherAndBalanceClasses(int count) {
        LabelledRows all = cohort(120, 5);
        FeatureTable none = new FeatureTable(all.ids(), List.of(), new double[0][]);
        Folds folds = Folds.stratifiedByPatient(
                Split.trainOnly(all).training(none), count, new SplittableRandom(2));
        Set<String> seen = new HashSet<>();
        for (int fold = 0; fold < count; fold++) {
            LabelledRows held = folds.heldOut(fold);
            assertThat(patients(held)).doesNotContainAnyElementsOf(patients(folds.fitPart(fold).rows()));
            held.ids().forEach(id -> assertThat(seen.add(id)).isTrue());
            assertThat(count(held, 1)).isCloseTo(count(all, 1) / count, within(3));
            assertThat(count(held, 0)).isCloseTo(count(all, 0) / count, within(3));
        }
        assertThat(seen).hasSize(all.size());
    }

    static LabelledRows cohort(int patients, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> ids = new ArrayList<>();
        List<String> owners = new ArrayList<>();
        List<Double> outcomes = new ArrayList<>();
        for (int patient = 0; patient < patients; patient++) {
            int vertebrae = 1 + (random.nextDouble() < 0.3 ? random.nextInt(1, 3) : 0);
            int usual = random.nextDouble() < 0.65 ? 1 : 0;
            for (int vertebra = 0; vertebra < vertebrae; vertebra++) {
                int outcome = random.nextDouble() < 0.1 ? 1 - usual : usual;
                ids.add("p" + patient + "-" + vertebra);
                owners.add("p" + patient);
                outcomes.add((double) outcome);
            }
        }
        return new LabelledRows(
                ids, owners, Outcome.ofZeroOne("outcome", outcomes.stream().mapToDouble(one -> one).toArray()));
    }

    private static Set<String> patients(LabelledRows rows) {
        return new HashSet<>(rows.patients());
    }

    private static int count(LabelledRows rows, int outcome) {
        return outcome == 1 ? rows.outcome().cases() : rows.outcome().controls();
    }
}
