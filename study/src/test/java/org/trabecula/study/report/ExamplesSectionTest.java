package org.trabecula.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.evaluation.Scores;
import org.trabecula.report.Block;
import org.trabecula.report.Cell;
import org.trabecula.study.reader.ReadCase;
import org.trabecula.study.reader.ReadPart;
import org.trabecula.study.result.StudyResult;

class ExamplesSectionTest {
    private static final StudyResult DOCTOR = MadeUpStudies.withDoctor();

    @Test
    void withoutDoctorAndImagesThereIsNoSection() {
        assertThat(ExamplesSection.of(MadeUpStudies.ordinary(), Optional.empty()).blocks()).isEmpty();
        assertThat(ExamplesSection.of(MadeUpStudies.withoutEvaluation(), Optional.empty()).blocks()).isEmpty();
    }

    /// The calls of a model add up to the counts that its table of performance prints.
    @Test
    void callsAreThoseOfTheEvaluation() {
        ReadPart part = ReadPart.of(DOCTOR).orElseThrow();
        for (Evaluation.Row row : DOCTOR.evaluation().rows()) {
            if (row.kind() == Scores.Kind.TEST) {
                long right = part.cases().stream().filter(one -> one.right(row.model())).count();
                assertThat(right).isEqualTo(row.confusion().tp() + row.confusion().tn());
            }
        }
        assertThat(part.ofImages()).containsExactly("hcr");
    }

    @Test
    void theDoctorsCountsAreThoseOfTheManifest() {
        ReadPart part = ReadPart.of(DOCTOR).orElseThrow();
        int[] counts = new int[4]; // tp, fn, tn, fp
        List<VertebraCase> all = DOCTOR.cohort().cases();
        for (int number = 0; number < all.size(); number++) {
            String id = all.get(number).caseId();
            boolean inPart = DOCTOR.split().test().ids().contains(id);
            if (inPart && number % 15 != 14 && number % 10 != 9) {
                boolean wrong = number % 4 == 0;
                counts[all.get(number).outcome().orElseThrow() == 1 ? (wrong ? 1 : 0) : wrong ? 3 : 2]++;
            }
        }
        List<Block> blocks = ExamplesSection.of(DOCTOR, Optional.empty()).blocks();
        List<Cell> doctor = ((Block.Table) blocks.getFirst()).rows().getFirst();
        assertThat(doctor.subList(2, 6).stream().map(Cell::text))
                .containsExactly("" + counts[0], "" + counts[1], "" + counts[2], "" + counts[3]);
        assertThat(Words.of(ExamplesSection.of(DOCTOR, Optional.empty())))
                .contains("counts as no call", "n = " + part.calledByDoctor().size() + " test cases");
        List<Cell> hcr = ((Block.Table) blocks.get(1)).rows().getFirst();
        assertThat(hcr.get(4).text()).as("only the model right").isEqualTo("" + part.onlyModelsRight().size());
        assertThat(hcr.get(3).text()).as("only the doctor right").isEqualTo("" + part.onlyDoctorRight().size());
    }

    /// Wrong alone: every fourth; with the model every second of them is right, and nobody becomes wrong.
    @Test
    void theDoctorsCallsWithAModelStandBesideThoseWithout() {
        ReadPart part = ReadPart.of(DOCTOR).orElseThrow();
        List<VertebraCase> all = DOCTOR.cohort().cases();
        int both = 0;
        int mended = 0;
        int right = 0;
        for (int number = 0; number < all.size(); number++) {
            boolean inPart = DOCTOR.split().test().ids().contains(all.get(number).caseId());
            if (inPart && number % 15 != 14 && number % 10 != 9 && number % 5 != 4) {
                both++;
                mended += number % 4 == 0 && number % 8 != 0 ? 1 : 0;
                right += number % 8 != 0 ? 1 : 0;
            }
        }
        Block.Table table = ExamplesSection.of(DOCTOR, Optional.empty()).blocks().stream()
                .flatMap(block -> block instanceof Block.Table found && found.key().equals("doctor-with-model") ? Stream.of(found) : Stream.empty())
                .findFirst()
                .orElseThrow();
        List<Cell> with = table.rows().getLast();
        assertThat(with.get(1).text()).isEqualTo("" + both);
        assertThat(Integer.parseInt(with.get(2).text()) + Integer.parseInt(with.get(4).text())).as("true answers").isEqualTo(right);
        assertThat(mended).as("so that the test tells something").isPositive();
        assertThat(Words.of(ExamplesSection.of(DOCTOR, Optional.empty()))).contains(mended + " became right, 0 became wrong");
        assertThat(part.assisted().toWrong()).isZero();
    }

    @Test
    void examplesAreTheFirstOfEachClass() {
        ReadPart part = ReadPart.of(DOCTOR).orElseThrow();
        List<String> right = part.allRight().stream().filter(ReadCase::positive).map(ReadCase::caseId).toList();
        assertThat(part.examples().stream().filter(ReadCase::positive).map(ReadCase::caseId)).isEqualTo(right.stream().limit(2).toList());
        assertThat(part.doctorExamples()).hasSizeLessThanOrEqualTo(4).allMatch(one -> one.right("hcr") && !one.doctor().orElseThrow().equals(one.positive()));
    }
}
