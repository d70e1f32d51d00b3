package org.trabecula.cli;

import org.trabecula.cli.frame.ExitCode;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.TextTable;

/// A bundle predicts as the study that wrote it: features, crops, network, steps, classifiers, calibration and nomogram all
/// pass through files and come back to the last digit.
class PredictAgreesWithStudyTest {
    private static final String OF_A_MODEL = "probability_";

    @TempDir
    Path folder;

    @Test
    void testCasesGetTheScoresOfTheStudyToTheLastDigit() throws IOException {
        Files.writeString(
                folder.resolve("quick.yaml"),
                "classifiers: [svm]\nnetwork: {architecture: resnet18}\nfinetune: {epochs: 0}\npca: 5\ncrossfit: 0\nlasso: {folds: 3}\ngrid_folds: 2\n");
        done("phantom -o @c --patients 24 --column 1 --outlined-again 6 --spacing 2x2x2");
        done("study @c/cases.csv --config @quick.yaml -o @run");
        TextTable scores = DelimitedText.read(folder.resolve("run/scores.csv"));
        writeTestCases(testCases(scores));

        done("predict @run @c/new.csv -o @predictions.csv --jobs 1");

        TextTable predicted = DelimitedText.read(folder.resolve("predictions.csv"));
        Map<String, String> byModelAndCase = new HashMap<>();
        List<String> models = predicted.header().stream()
                .filter(name -> name.startsWith(OF_A_MODEL))
                .map(name -> name.substring(OF_A_MODEL.length()))
                .toList();
        assertThat(models).as("usable models").contains("hcr", "dtl", "fusion", "nomogram");
        for (int row = 0; row < predicted.rowCount(); row++) {
            for (String model : models) {
                byModelAndCase.put(model + predicted.cell(row, "case_id"), predicted.cell(row, OF_A_MODEL + model));
            }
        }
        int compared = 0;
        for (int row = 0; row < scores.rowCount(); row++) {
            if (scores.cell(row, "kind").equals("test")) {
                String key = scores.cell(row, "model") + scores.cell(row, "case_id");
                assertThat(byModelAndCase.get(key)).as(key).isEqualTo(scores.cell(row, "score"));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(models.size() * predicted.rowCount()).isGreaterThan(15);

        validatedFromImagesTheyHaveTheScoresOfTheStudy(byModelAndCase, models.size());
    }

    /// The first cases of the study's manifest, with outcomes and second outlines: images are measured again, nothing else is read.
    private void validatedFromImagesTheyHaveTheScoresOfTheStudy(Map<String, String> byModelAndCase, int models) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("c/cases.csv"));
        Files.write(folder.resolve("c/known.csv"), lines.subList(0, 15));
        done("validate @run @c/known.csv -o @validation --jobs 1");
        TextTable scores = DelimitedText.read(folder.resolve("validation/scores.csv"));
        assertThat(scores.rowCount()).isEqualTo(14 * models);
        int compared = 0;
        for (int row = 0; row < scores.rowCount(); row++) {
            String known = byModelAndCase.get(scores.cell(row, "model") + scores.cell(row, "case_id"));
            if (known != null) {
                assertThat(scores.cell(row, "score")).isEqualTo(known);
                compared++;
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(models);
        assertThat(folder.resolve("validation/calibration-nomogram.svg")).exists();
    }

    private void done(String line) {
        CommandLineRun run = CommandLineRun.typed(line, folder);
        assertThat(run.exit()).as(line + "\n" + run.err()).isEqualTo(ExitCode.DONE);
    }

    private static Set<String> testCases(TextTable scores) {
        Set<String> cases = new HashSet<>();
        for (int row = 0; row < scores.rowCount(); row++) {
            if (scores.cell(row, "part").equals("test")) {
                cases.add(scores.cell(row, "case_id"));
            }
        }
        return cases;
    }

    /// The test cases as new patients: in another order, without outcomes.
    private void writeTestCases(Set<String> cases) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("c/cases.csv"));
        StringBuilder manifest = new StringBuilder(lines.getFirst()).append('\n');
        lines.stream()
                .skip(1)
                .filter(line -> cases.contains(line.substring(0, line.indexOf(','))))
                .map(line -> line.replaceFirst("(\\.nii\\.gz,\\d+),[01],", "$1,,"))
                .sorted(java.util.Comparator.reverseOrder())
                .forEach(line -> manifest.append(line).append('\n'));
        Files.writeString(folder.resolve("c/new.csv"), manifest);
    }
}
