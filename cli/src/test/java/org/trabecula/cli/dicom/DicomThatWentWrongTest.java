package org.trabecula.cli.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.cli.CommandLineRun;
import org.trabecula.testkit.Reference;
import tools.jackson.databind.JsonNode;

/// Small series and masks of public reports, on which programs read the wrong volume or region, crashed or said nothing. Each lies in
/// `resources/cases/dicom-…` with a README, which says what is right, and an `expected.json` that a program checks.
class DicomThatWentWrongTest {
    private static final Path CASES = Reference.root().resolve("cli/src/test/resources/cases");

    @TempDir
    Path folder;

    static Stream<String> series() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(path -> path.getFileName().toString()).filter(name -> name.startsWith("dicom-")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("series")
    void isReadRightOrRefused(String name) throws IOException {
        JsonNode asked = CommandLineRun.json(CASES.resolve(name).resolve("expected.json"));
        List<JsonNode> runs = new ArrayList<>();
        asked.path("runs").forEach(runs::add);
        if (runs.isEmpty()) {
            runs.add(asked);
        }
        for (int n = 0; n < runs.size(); n++) {
            check(CASES.resolve(name), runs.get(n), n);
        }
    }

    private void check(Path from, JsonNode asked, int number) throws IOException {
        Path input = from.resolve(asked.get("input").asString());
        if (asked.get("verb").asString().equals("extract")) {
            feature(input, from.resolve(asked.get("mask").asString()), asked, folder.resolve(number + ".csv"));
            return;
        }
        Path output = folder.resolve(number + ".nii.gz");
        List<String> arguments = new ArrayList<>(List.of("convert", input.toString(), "-o", output.toString()));
        if (asked.has("label")) {
            arguments.addAll(List.of("--label", asked.get("label").asString(), "--reference", from.resolve(asked.get("reference").asString()).toString()));
        }
        CommandLineRun run = CommandLineRun.of(arguments.toArray(String[]::new));
        if (!asked.has("any_of")) {
            new ExpectedImage(asked, run, output).check();
            return;
        }
        List<AssertionError> wrong = new ArrayList<>();
        for (JsonNode one : asked.get("any_of")) {
            try {
                new ExpectedImage(one, run, output).check();
                return;
            } catch (AssertionError e) {
                wrong.add(e);
            }
        }
        throw wrong.get(0);
    }

    private static void feature(Path image, Path mask, JsonNode asked, Path table) throws IOException {
        CommandLineRun run = CommandLineRun.of("extract", image.toString(), mask.toString(), "-o", table.toString(), "--params", params(table));
        assertThat(run.exit()).as(run.err()).isZero();
        List<String> lines = Files.readAllLines(table);
        int column = List.of(lines.get(0).split(",")).indexOf(asked.get("feature").asString());
        String[] cells = lines.get(1).split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
        assertThat(Double.parseDouble(cells[column])).isCloseTo(asked.get("value").asDouble(), within(asked.get("tolerance").asDouble()));
    }

    /// First-order features alone: the others play no part here.
    private static String params(Path beside) throws IOException {
        Path file = beside.resolveSibling("params.yaml");
        Files.writeString(file, "featureClass:\n  firstorder:\n");
        return file.toString();
    }
}
