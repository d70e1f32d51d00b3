package org.trabecula.cli.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Statistics that draw nothing over the rows do not depend on their order: sums in another order differ by rounding alone.
class RowsInAnotherOrderTest {
    /// Of the largest number of its kind: sums of 60 terms, and inverses of matrices of condition up to 1e4.
    private static final double ROUNDING = 1e-9;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"EVALUATE", "TABLE_ONE", "UNIVARIATE", "NOMOGRAM", "ICC"})
    void theNumbersAreTheSame(AskedOfTable asked) throws IOException {
        MadeTable made = asked.table();
        List<List<String>> rows = new ArrayList<>(made.rows());
        Collections.shuffle(rows, new Random(4));
        Map<String, JsonNode> plain = numbers(asked, made);
        Map<String, JsonNode> shuffled = numbers(asked, new MadeTable(made.header(), rows));
        assertThat(plain).hasSizeGreaterThan(10);
        assertThat(shuffled.keySet()).isEqualTo(plain.keySet());
        plain.forEach((path, number) -> assertThat(shuffled.get(path).asDouble())
                .as(path)
                .isCloseTo(number.asDouble(), offset(ROUNDING * Math.max(1, Math.abs(number.asDouble())))));
    }

    private Map<String, JsonNode> numbers(AskedOfTable asked, MadeTable made) throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), made.text(",", "\n"));
        AskedOfTable.Answer answer = asked.of(file, folder.resolve("none"), UnaryOperator.identity());
        assertThat(answer.run().exit()).as(answer.run().err()).isZero();
        Map<String, JsonNode> numbers = new TreeMap<>();
        collect("", JsonMapper.shared().readTree(answer.result().getFirst()), numbers);
        return numbers;
    }

    private static void collect(String path, JsonNode node, Map<String, JsonNode> numbers) {
        if (path.endsWith(".predictions")) {
            return; // in the order of the rows
        }
        if (node.isObject()) {
            node.propertyStream().forEach(one -> collect(path + "." + one.getKey(), one.getValue(), numbers));
        } else if (node.isArray()) {
            for (int at = 0; at < node.size(); at++) {
                collect(path + "[" + at + "]", node.get(at), numbers);
            }
        } else if (node.isNumber()) {
            numbers.put(path, node);
        }
    }
}
