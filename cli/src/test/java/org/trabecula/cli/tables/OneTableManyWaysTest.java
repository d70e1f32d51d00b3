package org.trabecula.cli.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A table means the same however it is written: every verb gives the same bytes.
class OneTableManyWaysTest {
    @TempDir
    static Path folder;

    private static final Map<AskedOfTable, AskedOfTable.Answer> PLAIN = new EnumMap<>(AskedOfTable.class);

    private static Path model() {
        return folder.resolve("model");
    }

    @BeforeAll
    static void plain() throws IOException {
        Path table = Files.writeString(folder.resolve("cases.csv"), MadeTable.ofCases().text(",", "\n"));
        Path quick = Files.writeString(folder.resolve("quick.yaml"), "classifiers: [svm]\ncrossfit: 2\nlasso: {folds: 3}\ngrid_folds: 2\n");
        assertThat(org.trabecula.cli.CommandLineRun.of(
                        "study", table.toString(), "-o", model().toString(), "--config", quick.toString()).exit())
                .isZero();
        for (AskedOfTable asked : AskedOfTable.values()) {
            Path file = Files.write(folder.resolve(asked + ".csv"), asked.table().text(",", "\n").getBytes(StandardCharsets.UTF_8));
            AskedOfTable.Answer answer = asked.of(file, model(), UnaryOperator.identity());
            assertThat(answer.run().exit()).as(asked + " " + answer.run().err()).isZero();
            assertThat(answer.result()).isNotEmpty().allMatch(text -> text.length() > 20);
            PLAIN.put(asked, answer);
        }
    }

    @ParameterizedTest
    @EnumSource
    void asText(Way way) throws IOException {
        for (AskedOfTable asked : AskedOfTable.values()) {
            Path file = Files.write(folder.resolve(way + "-" + asked + ".csv"), way.bytes(asked.table()));
            same(asked, way.toString(), asked.of(file, model(), way::column), way);
        }
    }

    @ParameterizedTest
    @EnumSource
    void asBytes(Way.Packing packing) throws IOException {
        for (AskedOfTable asked : AskedOfTable.values()) {
            Path file = folder.resolve(packing + "-" + asked + packing.ending());
            packing.write(asked.table(), file);
            same(asked, packing.toString(), asked.of(file, model(), UnaryOperator.identity()), Way.TABS);
        }
    }

    /// @param named how the header names its columns, which results repeat
    private static void same(AskedOfTable asked, String way, AskedOfTable.Answer answer, Way named) {
        assertThat(answer.run().exit()).as(asked + " of " + way + ": " + answer.run().err()).isZero();
        assertThat(answer.result()).as(asked + " of " + way).isEqualTo(PLAIN.get(asked).result().stream().map(text -> named.renamed(text, asked.repeatedNames())).toList());
    }
}
