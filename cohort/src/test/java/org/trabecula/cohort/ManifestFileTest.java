package org.trabecula.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.core.InputException;

class ManifestFileTest {
    @TempDir
    Path folder;

    @Test
    void readsCasesWithPathsRelativeToTheManifest() throws IOException {
        Files.createDirectories(folder.resolve("ct"));
        Files.writeString(folder.resolve("ct/a.nii"), "");
        Cohort cohort = read("case_id,patient_id,image,outcome,age,sex,level,note\na-L1,a,ct/a.nii,acute,71.5,F,L1,x\nb-L2,b,,chronic,,m,L2,\n");

        VertebraCase first = cohort.cases().getFirst();
        assertThat(first.image()).contains(folder.toAbsolutePath().resolve("ct/a.nii"));
        assertThat(first.outcome()).hasValue(1);
        assertThat(first.ageYears()).isEqualTo(71.5);
        assertThat(first.sex()).isEqualTo(Sex.FEMALE);
        assertThat(first.extra()).containsEntry("note", "x");
        VertebraCase second = cohort.cases().getLast();
        assertThat(second.outcome()).hasValue(0);
        assertThat(second.ageYears()).isNaN();
        assertThat(second.sex()).isEqualTo(Sex.MALE);
        assertThat(cohort.notes()).containsExactly("age: not recorded in 1 of 2 rows");
    }

    @Test
    void allProblemsAreToldAtOnceWithTheirLines() {
        assertThatThrownBy(() -> read("case_id,image,outcome,age,sex,split\na,no.nii,2,old,1,both\na,,,,,\n,,,60,,\n"))
                .hasMessageContaining("COH-004")
                .hasMessageContaining("COH-005")
                .hasMessageContaining("COH-006")
                .hasMessageContaining("COH-007")
                .hasMessageContaining("COH-008")
                .hasMessageContaining("COH-003")
                .hasMessageContaining("COH-002")
                .hasMessageContaining("line 2")
                .hasMessageContaining("as in line 2");
    }

    @Test
    void namesOfClassesNeedAPositiveOne() {
        String table = "case_id,outcome\na,fresh\nb,old\n";
        assertThatThrownBy(() -> read(table)).hasMessageContaining("COH-005").hasMessageContaining("--positive");
        Cohort cohort = ManifestFile.read(write(table), Optional.of("fresh"));
        assertThat(cohort.cases().get(0).outcome()).hasValue(1);
        assertThat(cohort.cases().get(1).outcome()).hasValue(0);
    }

    @Test
    void exclusionsAreCountedByReason() {
        Flow flow = Flow.of(read("case_id,patient_id,exclude\na,p,\nb,p,metal\nc,q,metal\nd,r,infection\ne,s,\n"));
        assertThat(flow.eligible()).isEqualTo(5);
        assertThat(flow.excluded()).containsExactly(java.util.Map.entry("metal", new Flow.Excluded(2, 2)), java.util.Map.entry("infection", new Flow.Excluded(1, 1)));
        assertThat(flow.included()).isEqualTo(2);
        assertThat(flow.patients()).isEqualTo(2);
    }

    @ParameterizedTest(name = "label {0} is {1}")
    @CsvSource({"1, 1", "1.0, 1", "20.0, 20", "007, 007", "20.00, 20", "2., 2", "1.5, 1.5", "L1, L1", "T12.0, T12.0"})
    void wholeLabelsWithDecimalsAreWholeLabels(String cell, String label) {
        assertThat(read("case_id,label\na," + cell + "\n").cases().getFirst().label()).contains(label);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Image,Mask,Label", "image,mask,label", "IMAGE,MASK,LABEL", "Image, Mask ,Label"})
    void batchFilesOfPyRadiomicsAreManifests(String header) throws IOException {
        images();
        Cohort cohort = read(header + "\nct.nii,m.nii,1.0\nct.nii,m.nii,\n");
        assertThat(cohort.cases()).extracting(VertebraCase::caseId).containsExactly("row-1", "row-2");
        assertThat(cohort.cases().getFirst().image()).contains(folder.toAbsolutePath().resolve("ct.nii"));
        assertThat(cohort.cases().getFirst().label()).contains("1");
        assertThat(cohort.cases().getLast().label()).isEmpty();
        assertThat(cohort.notes()).anyMatch(note -> note.contains("row-1"));
    }

    @Test
    void batchFilesOfPyRadiomicsMayNameTheirRows() throws IOException {
        images();
        Cohort cohort = read("ID,Image,Mask,Label_channel\nP1,ct.nii,m.nii,0\nP2,ct.nii,m.nii,0\n");
        assertThat(cohort.cases()).extracting(VertebraCase::caseId).containsExactly("P1", "P2");
        assertThat(cohort.cases().getFirst().extra()).containsEntry("Label_channel", "0");
        assertThatThrownBy(() -> read("ID,Image,Mask\nP1,ct.nii,m.nii\nP1,ct.nii,m.nii\n"))
                .hasMessageContaining("COH-003")
                .hasMessageContaining("column ID");
    }

    @Test
    void aManifestOfAStudyNamesItsCases() throws IOException {
        images();
        assertThatThrownBy(() -> read("name,patient_id,image,mask\na,p,ct.nii,m.nii\n")).hasMessageContaining("TAB-005");
        assertThatThrownBy(() -> read("Image,Mask,Outcome\nct.nii,m.nii,1\n")).hasMessageContaining("TAB-005");
    }

    @Test
    void columnsAreKnownInAnySpelling() {
        Cohort cohort = read("Case ID,Patient-ID,Split,AGE,Sex,note\na,p,TRAIN,60,F,x\nb,q,Test,NaN,nan,y\n");
        VertebraCase first = cohort.cases().getFirst();
        assertThat(first.patientId()).isEqualTo("p");
        assertThat(first.part()).isEqualTo(Part.TRAIN);
        assertThat(first.ageYears()).isEqualTo(60);
        assertThat(first.extra()).containsOnlyKeys("note");
        assertThat(cohort.cases().getLast().part()).isEqualTo(Part.TEST);
        assertThat(cohort.cases().getLast().ageYears()).isNaN();
        assertThat(cohort.cases().getLast().sex()).isEqualTo(Sex.UNKNOWN);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            1;2;1;2           |      | lines 2 to 5, column outcome & '1' in 2 rows, '2' in 2 rows & add --positive 2
            1.0;2.0;1.0;2.0   |      | add --positive 2
            no;yes;yes;no     |      | add --positive yes
            Acute;Chronic     |      | --positive Acute
            0;1;2;1           |      | line 4, column outcome & '2' & 1 or 0
            0;1;maybe;1       |      | line 4, column outcome & 'maybe'
            a;b;c;a           | a    | lines 2 to 5 & two values, one of them 'a'
            a;b;a;b           | c    | 'a' in 2 rows, 'b' in 2 rows
            0.1;0.7;0.3;0.4;5;6;7 |  | 7 values
            """)
    void outcomesThatCannotBeReadAreToldOnceForTheColumn(String cells, String positive, String fragments) {
        StringBuilder table = new StringBuilder("case_id,outcome\n");
        String[] outcomes = cells.split(";");
        for (int row = 0; row < outcomes.length; row++) {
            table.append("c").append(row).append(',').append(outcomes[row]).append('\n');
        }
        assertThatThrownBy(() -> ManifestFile.read(write(table.toString()), Optional.ofNullable(positive)))
                .isInstanceOfSatisfying(InputException.class, refused -> assertThat(refused.problems()).hasSize(1))
                .hasMessageContaining("COH-005")
                .hasMessageContainingAll(fragments.split(" & "));
    }

    @ParameterizedTest(name = "{0}, positive {1}")
    @CsvSource({"1;0, , 10", "1.0;0.0, , 10", "acute;chronic, , 10", "acute;old, , 10", "2;1, 2, 10", "2.0;1.0, 2, 10",
        "acute;acute, , 11", "chronic;chronic, , 00", "1;NA, , 1-", "1;, , 1-", "0;0, , 00", "yes;no, yes, 10"})
    void outcomesAreNumbersOrNames(String cells, String positive, String expected) {
        String[] two = cells.split(";", -1);
        Cohort cohort = ManifestFile.read(
                write("case_id,outcome\na," + two[0] + "\nb," + two[1] + "\n"), Optional.ofNullable(positive));
        StringBuilder read = new StringBuilder();
        cohort.cases().forEach(c -> read.append(c.outcome().isPresent() ? String.valueOf(c.outcome().getAsInt()) : "-"));
        assertThat(read).hasToString(expected);
    }

    @Test
    void casesWithoutOutcomeAreLeftOutAndCounted() {
        Cohort cohort = read("case_id,outcome\na,1\nb,\nc,0\nd,NA\n").knownOutcomes();
        assertThat(cohort.included()).extracting(VertebraCase::caseId).containsExactly("a", "c");
        assertThat(cohort.notes()).anyMatch(note -> note.contains("2 cases have no outcome"));
        assertThat(Flow.of(cohort).excluded()).containsEntry(Cohort.NO_OUTCOME, new Flow.Excluded(2, 2));
        assertThat(read("case_id,outcome\na,\nb,\n").knownOutcomes().included()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"yes, true", "1, true", "phantom, true", "no, false", "0, false", "False, false", "NA, false"})
    void aCohortSaysWhetherItIsMadeUp(String cell, boolean synthetic) {
        assertThat(read("case_id,Synthetic\na," + cell + "\n").isSynthetic()).isEqualTo(synthetic);
    }

    private void images() throws IOException {
        Files.writeString(folder.resolve("ct.nii"), "");
        Files.writeString(folder.resolve("m.nii"), "");
    }

    private Cohort read(String text) {
        return ManifestFile.read(write(text), Optional.empty());
    }

    private Path write(String text) {
        try {
            return Files.writeString(folder.resolve("cases.csv"), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
