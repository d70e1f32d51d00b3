package org.trabecula.cli.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.trabecula.cli.CommandLineRun;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A command over a table, and the numbers that came of it.
///
/// @param readings whether the table is one of readings
/// @param words    as typed; `@` stands for the table, `RUN` for an output folder, `MODEL` for a study made before, `{name}` for a
///                 column under the name that the header has
/// @param files    of the output folder whose bytes are the result; without them, what is printed
enum AskedOfTable {
    STUDY(false, "study @ -o RUN --config QUICK --outcome {outcome}", "scores.csv", "evaluation.json", "split.csv", "signatures/hcr.json"),
    PREDICT(false, "predict MODEL @"),
    EVALUATE(false, "evaluate @ --outcome {outcome} --models p1,p2 --group {patient_id} --json"),
    TABLE_ONE(false, "evaluate --table1 @ --by {outcome} --variables {age},{sex},f1,f3 --json"),
    LASSO(false, "select @ --outcome {outcome} --features f1,f2,f4,p1,p2 --json"),
    REDUNDANCY(false, "select @ --redundancy 0.9 --features f1,f2,f4,p1 --json"),
    UNIVARIATE(false, "select @ --univariate auto --outcome {outcome} --features f1,f2,f4 --json"),
    COMBAT(false, "select @ --combat {centre} --combat-train {split} --features f1,f2,f4 --json"),
    NOMOGRAM(false, "nomogram @ --outcome {outcome} --terms {age},{sex},f1 --group {patient_id} --json"),
    ICC(true, "icc @ --subject {subject} --rater {reader} --at-least 0.5 --json");

    private final boolean readings;
    private final String line;
    private final List<String> files;

    AskedOfTable(boolean readings, String line, String... files) {
        this.readings = readings;
        this.line = line;
        this.files = List.of(files);
    }

    /// Columns that the result names as the header does; others it knows by their roles.
    List<String> repeatedNames() {
        return switch (this) {
            case TABLE_ONE -> List.of("outcome", "age", "sex");
            case NOMOGRAM -> List.of("age", "sex");
            default -> List.of();
        };
    }

    MadeTable table() {
        return readings ? MadeTable.ofReadings() : MadeTable.ofCases();
    }

    /// What a run gave.
    ///
    /// @param result the same for the same numbers; empty unless the command ended well
    record Answer(CommandLineRun run, List<String> result) {}

    /// @param table  file
    /// @param model  run folder of a study
    /// @param column the header's name of a column
    Answer of(Path table, Path model, UnaryOperator<String> column) throws IOException {
        Path folder = Files.createTempDirectory(model.getParent(), "run");
        Path run = folder.resolve("RUN");
        List<String> words = Arrays.stream(line.split(" "))
                .map(word -> switch (word) {
                    case "@" -> table.toString();
                    case "RUN" -> run.toString();
                    case "MODEL" -> model.toString();
                    case "QUICK" -> quick(model.getParent());
                    default -> named(word, column);
                })
                .toList();
        CommandLineRun ran = CommandLineRun.of(words);
        List<String> result = new ArrayList<>();
        if (ran.exit() == 0 && files.isEmpty()) {
            result.add(withoutNotes(ran.out()));
        } else if (ran.exit() == 0) {
            for (String file : files) {
                result.add(Files.readString(run.resolve(file)));
            }
        }
        return new Answer(ran, result);
    }

    private static String named(String word, UnaryOperator<String> column) {
        StringBuilder named = new StringBuilder();
        for (String part : word.split("(?=\\{)|(?<=\\})")) {
            named.append(part.startsWith("{") ? column.apply(part.substring(1, part.length() - 1)) : part);
        }
        return named.toString();
    }

    private static String quick(Path folder) {
        try {
            return Files.writeString(folder.resolve("quick.yaml"), "classifiers: [svm]\ncrossfit: 2\nlasso: {folds: 3}\ngrid_folds: 2\n").toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Notes tell how a table was read, which may differ.
    private static String withoutNotes(String printed) {
        if (!printed.startsWith("{")) {
            return printed;
        }
        JsonNode document = tools.jackson.databind.json.JsonMapper.shared().readTree(printed);
        ((ObjectNode) document).remove("notes");
        return document.toString();
    }
}
