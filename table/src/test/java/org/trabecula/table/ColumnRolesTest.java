package org.trabecula.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.testkit.Reference;

class ColumnRolesTest {
    @ParameterizedTest
    @EnumSource(ColumnRole.class)
    void everyRoleIsKnownByItsOwnName(ColumnRole role) {
        assertThat(ColumnRole.of(role.column())).contains(role);
    }

    @Test
    void docsTablesListsEveryRoleAndNoOther() throws IOException {
        List<String> listed = Files.readAllLines(Reference.root().resolve("docs/tables.md")).stream()
                .dropWhile(line -> !line.startsWith("## Reserved columns"))
                .filter(line -> line.startsWith("| `"))
                .toList();
        assertThat(listed).hasSameSizeAs(ColumnRole.values());
        for (ColumnRole role : ColumnRole.values()) {
            String names = String.join("`, `", role.names().subList(1, role.names().size()));
            assertThat(listed).anyMatch(line -> line.startsWith(
                    "| `" + role.column() + "` | " + (names.isEmpty() ? "" : "`" + names + "` ") + "| "));
        }
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "Image, IMAGE", "MASK, MASK", "Label, LABEL", "Case ID, CASE_ID", "case-id, CASE_ID", "CaseID, CASE_ID", "ID, ID",
        "PatientID, PATIENT_ID", "Patient, PATIENT_ID", "Age, AGE", "Split, SPLIT", "Time, TIME", "Event, EVENT",
        "Center, CENTRE", "Mask Intra, MASK_INTRA", "Rater, READER", "Reader 1, READER_1", "reader2, READER_2", "diagnostics_Mask-original_Size, DIAGNOSTIC",
        "Diagnostics_Versions_Numpy, DIAGNOSTIC"
    })
    void namesMatchWithoutRegardToCaseAndBlanks(String column, ColumnRole role) {
        assertThat(ColumnRole.of(column)).contains(role);
    }

    @ParameterizedTest
    @ValueSource(strings = {"original_shape_VoxelVolume", "age_group", "time_to_scan", "imagery", "f1", "", " ", "signal"})
    void otherNamesAreFree(String column) {
        assertThat(ColumnRole.of(column)).isEmpty();
    }

    @Test
    void theSpellingOfOurOwnFilesGoesBeforeOthers() throws IOException {
        assertThat(roles("Outcome,outcome\n1,0\n").column(ColumnRole.OUTCOME)).contains("outcome");
        assertThat(roles("Outcome,OUTCOME\n1,0\n").column(ColumnRole.OUTCOME)).contains("Outcome");
        assertThat(roles("f\n1\n").column(ColumnRole.OUTCOME)).isEmpty();
    }

    @Test
    void featuresAreColumnsOfNumbersThatNobodyClaims() throws IOException {
        ColumnRoles roles = roles("ID,Time,Event,Age,diagnostics_n,f,text,used,g\n1,2,1,60,3,4,x,5,6\n2,3,0,,3,NA,y,5,7\n");
        assertThat(roles.features(List.of("used"))).containsExactly("f", "g");
        assertThat(roles.reserved(List.of("used", "ID"))).containsExactly("Time", "Event", "Age");
    }

    private static ColumnRoles roles(String text) throws IOException {
        return ColumnRoles.of(
                DelimitedText.read("t.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }
}
