package org.trabecula.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.table.FeatureTable;

class SplitTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void patientsStayTogetherAndEachClassIsSharedOut(long seed) {
        List<Subject> subjects = cohort(365, seed);
        Split split = Split.byPatient(subjects, 0.2, new SplittableRandom(seed));

        assertThat(patients(split.train())).doesNotContainAnyElementsOf(patients(split.test()));
        assertThat(split.train().size() + split.test().size()).isEqualTo(subjects.size());
        for (int outcome = 0; outcome < 2; outcome++) {
            double share = (double) count(split.test(), outcome) / count(subjects, outcome);
            // a patient brings at most three vertebrae, of which one class can be over by at most that many
            assertThat(share).isCloseTo(0.2, within(3.0 / count(subjects, outcome)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void patientsOfSeveralVertebraeAreSharedOutLikeTheOthers(long seed) {
        List<Subject> subjects = cohort(365, seed);
        Split split = Split.byPatient(subjects, 0.2, new SplittableRandom(seed));
        double inTest = (double) patients(split.test()).size() / patients(subjects).size();
        // a test part that took the patients with many vertebrae first would hold far fewer patients than cases
        assertThat(inTest).isCloseTo(0.2, within(0.05));
    }

    @Test
    void theSameSeedGivesTheSameSplit() {
        List<Subject> subjects = cohort(50, 3);
        assertThat(Split.byPatient(subjects, 0.3, new SplittableRandom(9)).test())
                .isEqualTo(Split.byPatient(subjects, 0.3, new SplittableRandom(9)).test())
                .isNotEqualTo(Split.byPatient(subjects, 0.3, new SplittableRandom(10)).test());
    }

    @Test
    void splittingByCaseMayPutAPatientOnBothSides() {
        Split split = Split.byCase(cohort(365, 1), 0.2, new SplittableRandom(1));
        assertThat(patients(split.train())).containsAnyElementsOf(patients(split.test()));
    }

    @Test
    void aGivenSplitWithAPatientOnBothSidesIsRefused() {
        List<Subject> subjects = List.of(
                new Subject("a1", "a", 1), new Subject("a2", "a", 0), new Subject("b", "b", 0), new Subject("c", "c", 1));
        assertThatThrownBy(() -> Split.given(subjects, Set.of("a2")))
                .hasMessageContaining("SPL-001")
                .hasMessageContaining("a1 in train, a2 in test");
        assertThat(Split.given(subjects, Set.of("b", "c")).test()).hasSize(2);
    }

    @Test
    void onePartWithoutOneClassIsRefused() {
        List<Subject> subjects = List.of(new Subject("a", "a", 1), new Subject("b", "b", 0), new Subject("c", "c", 1));
        assertThatThrownBy(() -> Split.given(subjects, Set.of("b"))).hasMessageContaining("SPL-002");
    }

    @Test
    void theTrainingViewHoldsTrainingRowsOnly() {
        List<Subject> subjects = cohort(40, 1);
        Split split = Split.byPatient(subjects, 0.25, new SplittableRandom(1));
        double[] row = new double[subjects.size()];
        for (int at = 0; at < row.length; at++) {
            row[at] = at;
        }
        FeatureTable all = new FeatureTable(
                subjects.stream().map(Subject::caseId).toList(), List.of("row"), new double[][] {row});
        Training training = split.training(all);
        assertThat(training.table().caseIds()).isEqualTo(split.train().stream().map(Subject::caseId).toList());
        for (int at = 0; at < training.size(); at++) {
            assertThat(subjects.get((int) training.table().value(at, 0))).isEqualTo(training.subjects().get(at));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 10})
    void foldsKeepPatientsTogetherAndBalanceClasses(int count) {
        List<Subject> subjects = cohort(120, 5);
        FeatureTable none = new FeatureTable(subjects.stream().map(Subject::caseId).toList(), List.of(), new double[0][]);
        Folds folds = Folds.stratifiedByPatient(
                Split.trainOnly(subjects).training(none), count, new SplittableRandom(2));
        Set<String> seen = new HashSet<>();
        for (int fold = 0; fold < count; fold++) {
            List<Subject> held = folds.heldOut(fold);
            assertThat(patients(held)).doesNotContainAnyElementsOf(patients(folds.fitPart(fold).subjects()));
            held.forEach(s -> assertThat(seen.add(s.caseId())).isTrue());
            assertThat(count(held, 1)).isCloseTo(count(subjects, 1) / count, within(3L));
            assertThat(count(held, 0)).isCloseTo(count(subjects, 0) / count, within(3L));
        }
        assertThat(seen).hasSize(subjects.size());
    }

    static List<Subject> cohort(int patients, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Subject> subjects = new ArrayList<>();
        for (int patient = 0; patient < patients; patient++) {
            int vertebrae = 1 + (random.nextDouble() < 0.3 ? random.nextInt(1, 3) : 0);
            int usual = random.nextDouble() < 0.65 ? 1 : 0;
            for (int vertebra = 0; vertebra < vertebrae; vertebra++) {
                int outcome = random.nextDouble() < 0.1 ? 1 - usual : usual;
                subjects.add(new Subject("p" + patient + "-" + vertebra, "p" + patient, outcome));
            }
        }
        return subjects;
    }

    private static Set<String> patients(List<Subject> subjects) {
        return subjects.stream().map(Subject::patientId).collect(Collectors.toSet());
    }

    private static long count(List<Subject> subjects, int outcome) {
        return subjects.stream().filter(s -> s.outcome() == outcome).count();
    }
}
