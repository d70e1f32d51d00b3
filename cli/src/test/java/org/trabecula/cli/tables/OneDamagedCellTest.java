package org.trabecula.cli.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.cli.CommandLineRun;

/// One damaged cell of a sound table never changes a number in silence: the run names the column, the cell or its line, or its result
/// is the one of the sound table. Cells are drawn at random; `-Dtrabecula.damages=N` draws more of them.
class OneDamagedCellTest {
    /// What hands, spreadsheets and data bases do to a number.
    private static final List<String> DAMAGES = List.of(
            "", "NA", "NULL", "?", "#DIV/0!", "12,5", "1.234,5", "1,234.5", "abc", "1e400", "inf", "-999", "99999", "70 y", "5%", "12/03/2020",
            "TRUE", "1.2.3", "=A1", "0x1F", "½");
    /// What they do to a name; another name is another patient, and nobody can know better.
    private static final List<String> OF_NAMES = List.of("", "NA", "?");
    private static final List<String> NAMES = List.of("case_id", "patient_id", "subject", "reader");
    private static final int DRAWN = Integer.getInteger("trabecula.damages", 25);

    @TempDir
    Path folder;

    @BeforeEach
    void model() throws IOException {
        Path table = Files.writeString(folder.resolve("cases.csv"), MadeTable.ofCases().text(",", "\n"));
        Path quick = Files.writeString(folder.resolve("quick.yaml"), "classifiers: [svm]\ncrossfit: 0\nlasso: {folds: 3}\ngrid_folds: 2\n");
        assertThat(CommandLineRun.of("study", table.toString(), "-o", folder.resolve("model").toString(), "--config", quick.toString()).exit())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void isNamedOrDoesNotMatter(AskedOfTable asked) throws IOException {
        MadeTable sound = asked.table();
        List<String> expected = answer(asked, sound).result();
        SplittableRandom random = new SplittableRandom(asked.ordinal());
        List<String> silent = new ArrayList<>();
        for (int drawn = 0; drawn < DRAWN; drawn++) {
            int row = random.nextInt(sound.rows().size());
            String column = sound.header().get(random.nextInt(sound.header().size()));
            List<String> damages = NAMES.contains(column) ? OF_NAMES : DAMAGES;
            String damage = damages.get(random.nextInt(damages.size()));
            AskedOfTable.Answer answer = answer(asked, sound.with(row, column, '"' + damage + '"'));
            String what = column + ", line " + (row + 2) + ": '" + sound.rows().get(row).get(sound.header().indexOf(column)) + "' made '" + damage + "'";
            assertThat(answer.run().exit()).as(what + "\n" + answer.run().err()).isIn(0, 3, 4);
            String said = answer.run().err() + (asked == AskedOfTable.PREDICT ? answer.run().out() : ""); // warnings are a column there
            boolean named = said.contains(column) || said.contains("line " + (row + 2)) || !damage.isEmpty() && said.contains("'" + damage + "'");
            if (!answer.result().equals(expected) && !named) {
                silent.add(what + "\n" + answer.run().err());
            }
        }
        assertThat(silent).isEmpty();
    }

    private AskedOfTable.Answer answer(AskedOfTable asked, MadeTable table) throws IOException {
        Path file = Files.writeString(folder.resolve("damaged.csv"), table.text(",", "\n"));
        return asked.of(file, folder.resolve("model"), UnaryOperator.identity());
    }
}
