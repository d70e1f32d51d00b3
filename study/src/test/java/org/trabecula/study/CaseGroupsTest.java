package org.trabecula.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.cohort.Patient;
import org.trabecula.cohort.Sex;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.evaluation.Grouping;

class CaseGroupsTest {
    private static final List<Integer> BANDS = List.of(50, 65, 80);

    private static VertebraCase vertebra(String id, double age, Sex sex, String level, String centre) {
        VertebraCase named = VertebraCase.named(id, id).withPatient(new Patient(age, sex, centre));
        return new VertebraCase(named.identity(), level, named.files(), named.patient(), named.use(), named.extra());
    }

    @ParameterizedTest
    @CsvSource({"30, below 50", "49.9, below 50", "50, 50–64", "64, 50–64", "65, 65–79", "79, 65–79", "80, 80 and over", "97, 80 and over"})
    void aBandBeginsAtItsAge(double age, String band) {
        List<VertebraCase> cases = List.of(
                vertebra("a", age, Sex.UNKNOWN, "", ""), vertebra("b", age < 60 ? 70 : 40, Sex.UNKNOWN, "", ""),
                vertebra("c", Double.NaN, Sex.UNKNOWN, "", ""));
        Grouping ages = CaseGroups.of(cases, BANDS).getFirst();
        assertThat(ages.ofCase()).containsEntry("a", band).doesNotContainKey("c");
    }

    @ParameterizedTest
    @CsvSource({"T10, 'thoracic, to T10'", "Th11, 'thoracolumbar, T11 to L2'", "vertebrae_L2, 'thoracolumbar, T11 to L2'", "L3, 'lumbar, from L3'"})
    void theThoracolumbarJunctionIsT11ToL2(String level, String region) {
        List<VertebraCase> cases = List.of(
                vertebra("a", Double.NaN, Sex.UNKNOWN, level, ""), vertebra("b", Double.NaN, Sex.UNKNOWN, "C5", ""),
                vertebra("c", Double.NaN, Sex.UNKNOWN, "unknown", ""));
        Grouping levels = CaseGroups.of(cases, BANDS).getFirst();
        assertThat(levels.by()).isEqualTo("level");
        assertThat(levels.ofCase()).isEqualTo(Map.of("a", region, "b", "cervical"));
    }

    @Test
    void whatIsTheSameForAllDividesNothing() {
        List<VertebraCase> cases = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            cases.add(vertebra("c" + k, 70, k % 2 == 0 ? Sex.MALE : Sex.FEMALE, "L1", "A"));
        }
        assertThat(CaseGroups.of(cases, BANDS)).extracting(Grouping::by).containsExactly("sex");
        assertThat(CaseGroups.of(cases, List.of())).extracting(Grouping::by).containsExactly("sex");
    }
}
