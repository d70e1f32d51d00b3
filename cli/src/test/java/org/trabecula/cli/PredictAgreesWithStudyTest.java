package org.trabecula.cli;

import org.trabecula.cli.frame.ExitCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import tools.jackson.databind.JsonNode;

/// A bundle predicts as the study that wrote it: features, crops, network, steps, classifiers, calibration and nomogram all
/// pass through files and come back to the last digit.
class PredictAgreesWithStudyTest {
    private static final String OF_A_MODEL = "probability_";

    @TempDir
    Path folder;

    @Test
    void testCasesGetTheScoresOfTheStudyToTheLastDigit() throws Exception {
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
        thePageSaysTheSameToTheLastDigit(predicted.cell(0, "case_id"), byModelAndCase);
    }

    /// The reading room, over HTTP: the same probabilities, and reasons that add up to the nomogram's.
    private void thePageSaysTheSameToTheLastDigit(String caseId, Map<String, String> byModelAndCase) throws Exception {
        try (PredictingRoom room = PredictingRoom.of(folder.resolve("c/new.csv"), folder.resolve("run"), folder.resolve("room"))) {
            JsonNode prediction = room.predict(caseId);
            assertThat(prediction.get("models").size()).isGreaterThan(3);
            for (JsonNode answer : prediction.get("models")) {
                String model = answer.get("model").asString();
                assertThat(answer.get("probability").asDouble()).as(model).isEqualTo(Double.parseDouble(byModelAndCase.get(model + caseId)));
            }
            JsonNode reasons = prediction.get("reasons");
            assertThat(reasons.get("probability").asDouble()).isEqualTo(Double.parseDouble(byModelAndCase.get("nomogram" + caseId)));
            requireInterval(reasons);
            JsonNode same = room.whatIf(prediction);
            assertThat(same).isEqualTo(reasons); // asked for the patient as she is, the nomogram says what it said
        }
    }

    /// Against the model that the run wrote down: logit p = b'x, and half the interval's width on the logit is 1.959964 √(x' V x).
    private void requireInterval(JsonNode reasons) throws IOException {
        JsonNode model = CommandLineRun.json(folder.resolve("run/nomogram.json")).get("model");
        JsonNode covariance = model.get("covariance");
        double[] x = new double[covariance.size()];
        x[0] = 1;
        double eta = model.get("intercept").asDouble();
        for (int n = 1; n < x.length; n++) {
            x[n] = reasons.get("parts").get(n - 1).get("value").asDouble();
            eta += model.get("coefficients").get(n - 1).asDouble() * x[n];
        }
        double variance = 0;
        for (int a = 0; a < x.length; a++) {
            for (int b = 0; b < x.length; b++) {
                variance += x[a] * covariance.get(a).get(b).asDouble() * x[b];
            }
        }
        // a dozen products and one logarithm: far below 1e-9
        assertThat(logit(reasons.get("probability").asDouble())).isCloseTo(eta, within(1e-9));
        assertThat(logit(reasons.get("upper").asDouble()) - eta).isCloseTo(1.959963984540054 * Math.sqrt(variance), within(1e-8));
        assertThat(eta - logit(reasons.get("lower").asDouble())).isCloseTo(1.959963984540054 * Math.sqrt(variance), within(1e-8));
    }

    private static double logit(double p) {
        return Math.log(p / (1 - p));
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
