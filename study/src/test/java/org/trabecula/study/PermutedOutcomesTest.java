package org.trabecula.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.trabecula.cohort.CaseUse;
import org.trabecula.cohort.Part;
import org.trabecula.cohort.VertebraCase;

class PermutedOutcomesTest {
    /// Patients of one, two and five cases; the one of five is alone.
    private static List<VertebraCase> cases() {
        List<VertebraCase> cases = new ArrayList<>();
        for (int patient = 0; patient < 31; patient++) {
            int size = patient == 30 ? 5 : 1 + patient % 2;
            for (int number = 0; number < size; number++) {
                cases.add(VertebraCase.named("c" + patient + "-" + number, "p" + patient)
                        .withUse(CaseUse.of(patient / 2 % 3 == 0 ? 1 : number % 2, Part.TRAIN)));
            }
        }
        return cases;
    }

    private static Map<String, List<Integer>> outcomesOf(List<VertebraCase> cases) {
        Map<String, List<Integer>> of = new LinkedHashMap<>();
        cases.forEach(c -> of.computeIfAbsent(c.patientId(), _ -> new ArrayList<>()).add(c.outcome().orElseThrow()));
        return of;
    }

    @Test
    void patientsExchangeTheirOutcomesWhole() {
        List<VertebraCase> permuted = PermutedOutcomes.of(cases(), new SplittableRandom(1));
        assertThat(permuted).extracting(VertebraCase::caseId).isEqualTo(cases().stream().map(VertebraCase::caseId).toList());
        assertThat(permuted).extracting(VertebraCase::part).containsOnly(Part.TRAIN);
        Map<String, List<Integer>> before = outcomesOf(cases());
        Map<String, List<Integer>> after = outcomesOf(permuted);
        assertThat(after.values()).containsExactlyInAnyOrderElementsOf(before.values()).isNotEqualTo(List.copyOf(before.values()));
        assertThat(after.get("p30")).as("nobody to exchange with").isEqualTo(before.get("p30"));
    }

    @Test
    void patientsWhoseSizeNobodySharesAreDealtInARow() {
        List<VertebraCase> odd = new ArrayList<>();
        for (int patient = 0; patient < 4; patient++) {
            for (int number = 0; number <= patient; number++) {
                odd.add(VertebraCase.named("c" + patient + "-" + number, "p" + patient).withUse(CaseUse.of(patient % 2, Part.TRAIN)));
            }
        }
        List<VertebraCase> permuted = PermutedOutcomes.of(odd, new SplittableRandom(2));
        assertThat(permuted.stream().filter(c -> c.outcome().orElseThrow() == 1)).hasSize(6);
        assertThat(outcomesOf(permuted)).isNotEqualTo(outcomesOf(odd));
    }

    @Test
    void oneSeedOnePermutation() {
        assertThat(PermutedOutcomes.of(cases(), new SplittableRandom(5))).isEqualTo(PermutedOutcomes.of(cases(), new SplittableRandom(5)));
        assertThat(PermutedOutcomes.of(cases(), new SplittableRandom(5))).isNotEqualTo(PermutedOutcomes.of(cases(), new SplittableRandom(6)));
    }
}
