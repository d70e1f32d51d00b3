package org.trabecula.study.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.trabecula.cohort.CaseFolds;
import org.trabecula.cohort.CaseUse;
import org.trabecula.cohort.ClassNames;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.DoctorCells;
import org.trabecula.cohort.Part;
import org.trabecula.cohort.Readings;
import org.trabecula.cohort.VertebraCase;

class ReaderAgreementTest {
    /// Rows as `first second outcome`, `-` where there is none; so many cases a patient.
    private static Cohort cohort(int casesOfAPatient, List<String> rows) {
        List<VertebraCase> cases = new ArrayList<>();
        for (String row : rows) {
            OptionalInt[] values = row.chars()
                    .mapToObj(c -> c == '-' ? OptionalInt.empty() : OptionalInt.of(c - '0'))
                    .toArray(OptionalInt[]::new);
            cases.add(VertebraCase.named("c" + cases.size(), "p" + cases.size() / casesOfAPatient).withUse(new CaseUse(
                    values[2], Part.NOT_GIVEN, Optional.empty(), DoctorCells.NONE, new Readings(values[0], values[1]), CaseFolds.NONE)));
        }
        return new Cohort("test", cases, ClassNames.FRACTURE_AGE, List.of());
    }

    /// 20 and 15 agree, 5 and 10 do not: κ = 0.4 exactly, p_o = 0.7.
    private static List<String> fifty() {
        List<String> rows = new ArrayList<>();
        for (int n = 0; n < 50; n++) {
            rows.add(n < 20 ? "111" : n < 25 ? "101" : n < 35 ? (n < 33 ? "010" : "01-") : "000");
        }
        return rows;
    }

    @Test
    void countsKappaAndConsensus() {
        ReaderAgreement a = ReaderAgreement.of(cohort(1, fifty()), 1, 1).orElseThrow();
        assertThat(new int[] {a.both(), a.firstOnly(), a.secondOnly(), a.neither()}).containsExactly(20, 5, 10, 15);
        assertThat(a.kappa().kappa()).isCloseTo(0.4, within(1e-12));
        assertThat(a.agreed()).isEqualTo(0.7);
        assertThat(a.disagreements()).isEqualTo(15);
        assertThat(a.resolved()).as("two have no outcome").isEqualTo(13);
        assertThat(a.against()).isZero();
        assertThat(a.byPatient()).isFalse();
        assertThat(a.limits()).isEqualTo(a.kappa().asymptotic(0.95));
    }

    @Test
    void patientsWithSeveralCasesAreDrawnWhole() {
        ReaderAgreement a = ReaderAgreement.of(cohort(2, fifty()), 1, 1).orElseThrow();
        assertThat(a.patients()).isEqualTo(25);
        assertThat(a.byPatient()).isTrue();
        assertThat(a.limits()).isNotEqualTo(a.kappa().asymptotic(0.95));
        assertThat(a.limits().upper() - a.limits().lower()).as("cases of a patient are alike here").isGreaterThan(
                a.kappa().asymptotic(0.95).upper() - a.kappa().asymptotic(0.95).lower());
        assertThat(ReaderAgreement.of(cohort(2, fifty()), 1, 4)).as("threads do not matter").contains(a);
    }

    @Test
    void rowsWithOneReadingDoNotCountAndAnOutcomeAgainstBothDoes() {
        assertThat(ReaderAgreement.of(cohort(1, List.of("1-1", "-00", "--1")), 1, 1)).isEmpty();
        ReaderAgreement a = ReaderAgreement.of(cohort(1, List.of("111", "110", "1-1", "000")), 1, 1).orElseThrow();
        assertThat(a.cases()).isEqualTo(3);
        assertThat(a.against()).isEqualTo(1);
    }
}
