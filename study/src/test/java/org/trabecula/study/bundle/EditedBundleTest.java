package org.trabecula.study.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.core.InputException;
import org.trabecula.core.Progress;
import org.trabecula.study.Protocol;
import org.trabecula.study.TableCohort;
import org.trabecula.study.folder.RunFolder;
import org.trabecula.study.input.StudyData;
import org.trabecula.study.predict.Prediction;
import org.trabecula.study.predict.Predictor;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.study.settings.StudyYaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A bundle whose model was edited and whose checksums were made anew: it is refused, or it answers as before. Nothing else
/// is thrown, and no answer is NaN.
class EditedBundleTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int EDITS = 100;

    @TempDir
    static Path folder;

    private static Bundle sound;
    private static StudyData cases;
    private static String answer;

    @BeforeAll
    static void study() throws IOException {
        StudySettings settings = StudyYaml.parse("classifiers: [svm]\nlasso: {folds: 3}\ngrid_folds: 2\ncrossfit: 2\n", "test");
        cases = TableCohort.of(40, 8, 2, 1).data();
        try (RunFolder run = RunFolder.open(folder.resolve("run"), settings, "test", true)) {
            sound = Bundle.of(new Protocol(settings, run, folder, 2, Progress.NONE).learn(cases));
        }
        answer = answer(read(model().toString()));
        assertThat(answer).contains("nomogram");
    }

    @ParameterizedTest
    @EnumSource(JsonEdit.class)
    void isRefusedOrAnswersAsBefore(JsonEdit edit) {
        SplittableRandom random = new SplittableRandom(edit.ordinal());
        int refused = 0;
        for (int number = 0; number < EDITS; number++) {
            JsonNode tree = model();
            String place = edit.to(tree, random);
            if (place.isEmpty()) {
                continue;
            }
            try {
                String after = answer(read(JsonEdit.text(tree)));
                assertThat(after).as(edit + " at " + place).isEqualTo(answer);
            } catch (InputException e) {
                assertThat(e.problems()).as(edit + " at " + place).allMatch(p -> p.code().code().startsWith("BND-"));
                refused++;
            }
        }
        assertThat(refused).as("edits that are refused").isPositive();
    }

    /// Version 5 had no place for late fusion.
    @Test
    void aModelOfAnEarlierVersionAnswersAsBefore() throws IOException {
        JsonNode tree = model();
        assertThat(((ObjectNode) tree.get("clinical")).remove("lateFusion")).isNotNull();
        assertThat(answer(read(tree.toString()))).isEqualTo(answer);
    }

    /// Another number in the place of one may be another model. Then there is an answer, or the case is listed.
    @Test
    void anotherNumberGivesAnAnswerOrNone() {
        SplittableRandom random = new SplittableRandom(99);
        double[] others = {0, -1, 1e308, -1e308, 1e-308, 0.5, 1e17};
        for (int number = 0; number < 2 * EDITS; number++) {
            JsonNode tree = model();
            List<Consumer<JsonNode>> numbers = new ArrayList<>();
            JsonEdit.places(tree, (at, value, set) -> {
                if (value.isNumber()) {
                    numbers.add(set);
                }
            });
            double other = others[random.nextInt(others.length)];
            numbers.get(random.nextInt(numbers.size())).accept(JSON.getNodeFactory().numberNode(other));
            try {
                answer(read(tree.toString()));
            } catch (InputException e) {
                assertThat(e.problems()).allMatch(p -> p.code().code().startsWith("BND-"));
            }
        }
    }

    /// One line per kind that once crashed, or gave NaN, or was taken.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/hcr/signature/coefficients/0 | \"NaN\" | finite",
                "/hcr/model/vectors/0 | [] | 0 values of a support vector",
                "/hcr/model/rho | \"Infinity\" | finite",
                "/hcr/model/names/0 | \"nobody\" | same features",
                "/hcr/signature/names/0 | \"nobody\" | same features",
                "/hcr/steps | [] | steps",
                "/hcr/steps/0/medians/0 | null | missing",
                "/hcr/steps/1/sds/0 | 0 | > 0",
                "/hcr/scale/spread | -1 | > 0",
                "/clinical/calibration/hcr/model/slope | -1 | > 0",
                "/clinical/calibration/hcr/model | null | reason",
                "/clinical/calibration/hcr/why | \"it is weak\" | reason",
                "/hcr/kind | \"fusion\" | signature",
                "/clinical/calibration | {} | hcr",
                "/clinical/model/model/coefficients | [1] | coefficients",
                "/clinical/model/model/covariance | [[1]] | covariance",
                "/clinical/model/model/terms/0 | \"weight\" | model of",
                "/clinical/nomogram/pointsPerUnit | 0 | > 0",
                "/clinical/nomogram/axes | [] | axis",
                "/clinical/data/ageYears | 1000 | years",
                "/cutoffs | {} | cut-offs",
                "/cutoffs/hcr/threshold | \"NaN\" | threshold",
                "/cutoffs/hcr/direction | \"CASES_LOWER\" | higher",
                "/seen/low | [] | quantiles",
                "/seen/quantiles | [] | features with quantiles",
                "/seen/quantiles/0/1 | 1e300 | must rise",
                "/seen/quantiles/0 | [1] | quantiles of a feature",
                "/seen/features/0 | \"nobody\" | summary",
                "/classes/positive | \"ac\\u001b[31mute\" | printable",
                "/classes/positive | \"\" | printable",
                "/classes/negative | \"acute\" | two names",
                "/settings/features | \"paper\" | one of",
                "/cutoffs/hcr/threshold | \"Infinity\" | threshold",
                "/settings/notForNewPatients | \"\\u001b[31m\" | printable",
                "/settings/crop/size | 100000 | 16 to 512",
                "/settings | null | settings",
            })
    void theKindsThatOncePassed(String place, String value, String because) {
        ObjectNode tree = (ObjectNode) model();
        String parent = place.substring(0, place.lastIndexOf('/'));
        String key = place.substring(place.lastIndexOf('/') + 1);
        JsonNode holder = tree.at(parent);
        JsonNode other = JSON.readTree(value);
        switch (holder) {
            case ObjectNode object -> object.set(key, other);
            case ArrayNode array -> array.set(Integer.parseInt(key), other);
            default -> throw new AssertionError("nothing at " + place);
        }
        assertThatThrownBy(() -> read(tree.toString()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("BND-001")
                .satisfies(e -> assertThat(e.getMessage()).containsIgnoringCase(because));
    }

    /// Schema version 6 kept no quantiles: such a model answers as before, and knows no percentiles.
    @Test
    void aModelWithoutQuantilesIsRead() {
        ObjectNode tree = (ObjectNode) model();
        String feature = tree.get("seen").get("features").get(0).asString();
        double middle = tree.get("seen").get("quantiles").get(0).get(6).asDouble();
        assertThat(read(tree.toString()).model().seen().percentile(feature, middle)).hasValue(50);
        ((ObjectNode) tree.get("seen")).remove("quantiles");
        assertThat(read(tree.toString()).model().seen().percentile(feature, middle)).isEmpty();
    }

    /// A program with one setting more must read the bundles of this one: only what a new case needs is in them.
    @Test
    void holdsOfTheSettingsWhatANewCaseNeeds() {
        assertThat(model().get("settings").propertyNames())
                .containsExactlyInAnyOrder("features", "crop", "seed", "notForNewPatients");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "", "{", "{}", "1", "\"text\"", "{\"settings\": {}}"})
    void aModelThatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(InputException.class).hasMessageContaining("BND-001");
    }

    private static JsonNode model() {
        return JSON.readTree(org.trabecula.study.folder.StudyJson.text(sound.model()));
    }

    /// Through the file, its sums made anew.
    private static Bundle read(String model) {
        Path file = folder.resolve("edited.trabecula");
        Map<String, byte[]> contents = new LinkedHashMap<>();
        contents.put("model.json", model.getBytes(StandardCharsets.UTF_8));
        contents.put("model-card.md", "card".getBytes(StandardCharsets.UTF_8));
        try {
            BundleFile.write(file, "test", contents);
            return Bundle.read(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Probabilities and points of every case; none of them NaN.
    private static String answer(Bundle bundle) {
        Predictor.Result result = new Predictor(bundle).predict(cases);
        StringBuilder text = new StringBuilder();
        for (Prediction prediction : result.predictions()) {
            assertThat(prediction.probabilities().values()).allSatisfy(p -> assertThat(p).isBetween(0.0, 1.0));
            text.append(prediction.caseId()).append(prediction.probabilities()).append(prediction.points());
        }
        result.failures().forEach(failure -> {
            assertThat(failure.problems()).allMatch(p -> p.code().code().equals("BND-004"));
            text.append(failure.caseId());
        });
        assertThat(result.predictions().size() + result.failures().size()).isEqualTo(cases.cohort().cases().size());
        return text.toString();
    }
}
