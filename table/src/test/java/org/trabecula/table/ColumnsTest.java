package org.trabecula.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.core.InputException;

/// Columns that are named, guessed, or looked at together.
class ColumnsTest {
    private static final TextTable TABLE = CellsTest.read("""
            case_id,"Volume, mm3",original_a,original_b,age,note,Excluded
            1,5,1,2,60,x,no
            2,6,3,4,61,y,no
            """);

    @Test
    void aNameWithACommaIsFoundAsAWholeAndAmongOthers() {
        assertThat(ColumnNames.of(TABLE, List.of("Volume, mm3"))).containsExactly("Volume, mm3");
        assertThat(ColumnNames.of(TABLE, List.of("age,Volume, mm3,note"))).containsExactly("age", "Volume, mm3", "note");
        assertThat(ColumnNames.of(TABLE, List.of("age", "note,age"))).containsExactly("age", "note");
        assertThat(ColumnNames.of(TABLE, List.of("original_*, note"))).containsExactly("original_a", "original_b", "note");
    }

    @Test
    void aNameThatIsNoColumnIsRefusedWithTheNearest() {
        assertThatThrownBy(() -> ColumnNames.of(TABLE, List.of("age,origina_a")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'origina_a'")
                .hasMessageContaining("'original_a'");
        assertThatThrownBy(() -> ColumnNames.of(TABLE, List.of("Volume"))).hasMessageContaining("comma");
    }

    @Test
    void termsAreCutWhereNoColumnIsCut() {
        UnaryOperator<String> variable = term -> term.replaceAll("^rcs\\((.*),\\d\\)$", "$1");
        assertThat(ColumnNames.terms(TABLE, "rcs(age,4),Volume, mm3,rcs(Volume, mm3,3)", variable))
                .containsExactly("rcs(age,4)", "Volume, mm3", "rcs(Volume, mm3,3)");
    }

    @ParameterizedTest
    @CsvSource({
        "1015,1015.0", "16,00016", "P-016,p-016", "P016,P-16", "Anna B,anna_b", "A1,A_1", "７,7", "C01,C1", "12.00,12"})
    void oneIdInTwoSpellings(String first, String second) {
        assertThat(Spellings.pairs(List.of("other", first, second))).containsExactly(new Spellings.Pair(1, 2));
    }

    @ParameterizedTest
    @CsvSource({"1-11,11-1", "1 1,11", "1.10,1.1", "A1,B1", "100,10", "P1.5,P15", "NA,na", "12.5,12", "a-b,ab"})
    void twoIds(String first, String second) {
        assertThat(Spellings.pairs(List.of(first, second, first))).isEmpty();
    }

    @Test
    void spellingsAreRefusedWithTheirLines() {
        TextTable table = CellsTest.read("p\n16\n17\n016\n");
        assertThat(Spellings.problem(table, "p")).get().asString().contains("'16' (line 2)", "'016' (line 4)");
        assertThat(Spellings.problem(CellsTest.read("p\n16\n17\n16\n"), "p")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-999,true", "9999,true", "−99,true", "99,true", "-999.0,true", "250,false", "-1000,false", "9,false"})
    void aLonelyCodeIsNamedAndNothingElse(String code, boolean named) {
        TextTable table = CellsTest.read("id\tx\n" + "a\t1.5\na\t-2\na\t3\n".repeat(4) + "a\t" + code + "\n");
        List<String> notes = Sentinels.notes(table, List.of("x"));
        assertThat(notes.isEmpty()).isEqualTo(!named);
        assertThat(notes).allMatch(note -> note.contains("'x' is " + code) && note.contains("line 14"));
    }

    /// Ages reach 99, and a column of whole percents 99 too.
    @Test
    void aCodeAmongItsLikeIsANumber() {
        assertThat(Sentinels.notes(CellsTest.read("age,b\n60,1\n75,1\n99,1\n"), List.of("age", "b"))).isEmpty();
    }

    @Test
    void columnsWithoutARoleAreFeaturesOrToldOtherwise() {
        UnclaimedColumns found = UnclaimedColumns.of(TABLE, List.of());
        assertThat(found.numbers()).containsExactly("Volume, mm3", "original_a", "original_b");
        assertThat(found.texts()).containsExactly("note");
        assertThat(found.notes(TABLE)).anyMatch(note -> note.contains("3 numeric columns are features"))
                .anyMatch(note -> note.contains("note: text, no feature"));
    }

    @Test
    void missingCellsAreToldByColumnCountAndWord() {
        TextTable table = CellsTest.read("f1,f2,f3\n1,,1\n#DIV/0!,,2\n3,4,3\n");
        assertThat(MissingCells.notes(table, table.header())).containsExactly(
                "cells without a value in 2 columns: f1 (1 of 3: '#DIV/0!' in line 3), f2 (2 of 3)");
        assertThat(MissingCells.notes(table, List.of("f3"))).isEmpty();
    }

    @Test
    void nearMissesAndSecondClaimsAreTold() {
        assertThat(ColumnRoles.of(TABLE).notes(List.of())).singleElement().asString().contains("'Excluded'", "exclude");
        TextTable twice = CellsTest.read("case_id,Outcome,outcome,splitt,Gender,edge\n1,0,1,train,F,2\n");
        assertThat(ColumnRoles.of(twice).notes(List.of())).hasSize(3)
                .anyMatch(note -> note.contains("'Outcome' is not used: 'outcome'"))
                .anyMatch(note -> note.contains("'splitt'"))
                .anyMatch(note -> note.contains("'Gender'"));
    }

    /// The rest of the file, where a quote is not closed.
    @Test
    void aLongCellThatIsNoNumberIsShownShortened() {
        TextTable table = CellsTest.read("case_id,f\na,1\nb,2\nc,3\nd," + "1".repeat(100_000) + "x\n");
        assertThatThrownBy(() -> table.numbers("f"))
                .hasMessageContaining("TAB-006")
                .hasMessageContaining("100001 characters")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(1_000));
    }
}
