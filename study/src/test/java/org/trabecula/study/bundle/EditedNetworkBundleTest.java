package org.trabecula.study.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.core.InputException;
import org.trabecula.core.Progress;
import org.trabecula.core.StageStore;
import org.trabecula.deep.network.BottleneckStride;
import org.trabecula.deep.network.NetworkWeights;
import org.trabecula.deep.network.RandomInitialisation;
import org.trabecula.deep.network.ResNetArchitecture;
import org.trabecula.deep.network.ResNetDepth;
import org.trabecula.study.ImageCohort;
import org.trabecula.study.Protocol;
import org.trabecula.study.fit.ClinicalColumns;
import org.trabecula.study.folder.RunFolder;
import org.trabecula.study.folder.StudyJson;
import org.trabecula.study.network.FittedNetwork;
import org.trabecula.study.result.StudyResult;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.study.settings.StudyYaml;
import org.trabecula.table.FeatureTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A bundle of a study of images whose part behind the network was edited: it is refused, or it answers as before. The network of
/// 11 million numbers is the same in all of them, so crops are embedded once and the model is read as text; the file is read
/// where the network itself is at stake.
class EditedNetworkBundleTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int EDITS = 60;

    @TempDir
    static Path folder;

    private static Bundle sound;
    private static FeatureTable features;
    private static FeatureTable embedded;
    private static FeatureTable patients;
    private static String answer;

    @BeforeAll
    static void study() throws IOException {
        StudySettings settings = StudyYaml.parse(
                "features: original\nnetwork: {architecture: resnet18}\nfinetune: {epochs: 0}\ncrop: {size: 32}\npca: 3\n"
                        + "classifiers: [svm]\nlasso: {folds: 3}\ngrid_folds: 2\ncrossfit: 0\n",
                "test");
        ImageCohort images = ImageCohort.write(folder, 30);
        try (RunFolder run = RunFolder.open(folder.resolve("run"), settings, "test", true)) {
            StudyResult result = new Protocol(settings, run, folder, 2, Progress.NONE).run(images.manifest());
            sound = Bundle.of(result);
            features = result.raw();
            embedded = network().embed(result.crops().orElseThrow(), features.caseIds(), StageStore.none());
            patients = ClinicalColumns.of(images.manifest().included());
        }
        answer = answer(read(model().toString()));
        assertThat(answer).contains("fusion").doesNotContain("NaN");
    }

    private static FittedNetwork network() {
        return sound.network().orElseThrow();
    }

    private static JsonNode model() {
        return JSON.readTree(StudyJson.text(sound.model()));
    }

    private static Bundle read(String model) {
        try {
            return Bundle.of(model, network()::weights, folder.resolve("edited.trabecula"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Probabilities of every case by every model.
    private static String answer(Bundle bundle) {
        StringBuilder text = new StringBuilder();
        bundle.model().clinical()
                .probabilities(patients, bundle.method().scoreEmbedded(features, Optional.of(embedded)))
                .forEach((model, p) -> text.append(model.label()).append(Arrays.toString(p)));
        return text.toString();
    }

    @ParameterizedTest
    @EnumSource(JsonEdit.class)
    void isRefusedOrAnswersAsBefore(JsonEdit edit) {
        SplittableRandom random = new SplittableRandom(edit.ordinal());
        int refused = 0;
        for (int number = 0; number < EDITS; number++) {
            JsonNode tree = model();
            String place = edit.to(tree.get("deep"), random);
            assertThat(place).isNotEmpty();
            try {
                assertThat(answer(read(JsonEdit.text(tree)))).as(edit + " at /deep" + place).isEqualTo(answer);
            } catch (InputException e) {
                assertThat(e.problems()).as(edit + " at /deep" + place).allMatch(p -> p.code().code().startsWith("BND-"));
                refused++;
            }
        }
        assertThat(refused).as("edits that are refused").isPositive();
    }

    /// A refit after pruning can set a coefficient to zero. The classifier still takes the feature, and fusion stands on it.
    @Test
    void aSignatureMayHaveFewerFeaturesThanItsClassifier() {
        JsonNode tree = model();
        ArrayNode names = (ArrayNode) tree.at("/hcr/signature/names");
        ArrayNode coefficients = (ArrayNode) tree.at("/hcr/signature/coefficients");
        assertThat(names.size()).isPositive().isEqualTo(tree.at("/hcr/model/names").size());
        names.remove(names.size() - 1);
        coefficients.remove(coefficients.size() - 1);
        assertThat(answer(read(tree.toString()))).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/deep | null | signatures of the model",
                "/deep/origin | \"ra\\u001b[31mndom\" | printable",
                "/deep/components | [] | components",
                "/deep/components/2 | null | missing",
                "/deep/dtl/kind | \"hcr\" | signature",
                "/deep/dtl/steps | [] | steps",
                "/deep/dtl/scale/spread | 0 | > 0",
                "/deep/fusion/signature/coefficients | [] | coefficients",
                "/deep/fusion/signature/names/0 | \"nobody\" | same features",
                "/clinical/calibration/dtl/model/slope | \"NaN\" | finite",
            })
    void partsThatDoNotFitAreRefused(String place, String value, String because) {
        ObjectNode tree = (ObjectNode) model();
        String key = place.substring(place.lastIndexOf('/') + 1);
        JsonNode other = JSON.readTree(value);
        switch (tree.at(place.substring(0, place.lastIndexOf('/')))) {
            case ObjectNode object -> object.set(key, other);
            case ArrayNode array -> array.set(Integer.parseInt(key), other);
            default -> throw new AssertionError("nothing at " + place);
        }
        assertThatThrownBy(() -> read(tree.toString()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("BND-001")
                .satisfies(e -> assertThat(e.getMessage()).containsIgnoringCase(because));
    }

    @Test
    void aNetworkThatIsMissingIsRefused() throws IOException {
        assertThatThrownBy(() -> bundle(Optional.empty())).hasMessageContaining("BND-001").hasMessageContaining("no network.safetensors");
    }

    @Test
    void aNetworkOfColourPicturesIsRefused() throws IOException {
        ResNetArchitecture colour = new ResNetArchitecture(ResNetDepth.RESNET18, BottleneckStride.CONV2, 3, 2);
        assertThatThrownBy(() -> bundle(Optional.of(RandomInitialisation.network(colour, 1))))
                .hasMessageContaining("BND-001")
                .hasMessageContaining("one input channel");
    }

    @Test
    void aNetworkWithAWeightThatIsNoNumberIsRefused() throws IOException {
        Map<String, float[]> values = new HashMap<>();
        NetworkWeights weights = network().weights();
        weights.names().forEach(name -> values.put(name, weights.values(name)));
        float[] first = weights.values("conv1.weight").clone();
        first[7] = Float.NaN;
        values.put("conv1.weight", first);
        NetworkWeights broken = new NetworkWeights(weights.architecture(), values, false, "broken");
        assertThatThrownBy(() -> bundle(Optional.of(broken))).isInstanceOf(InputException.class).hasMessageContaining("finite");
    }

    /// Through the file, with another network beside the sound model.
    private static Bundle bundle(Optional<NetworkWeights> weights) throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        contents.put("model.json", model().toString().getBytes(StandardCharsets.UTF_8));
        contents.put("model-card.md", "card".getBytes(StandardCharsets.UTF_8));
        if (weights.isPresent()) {
            Path scratch = folder.resolve("network.safetensors");
            weights.get().save(scratch);
            contents.put("network.safetensors", Files.readAllBytes(scratch));
        }
        Path file = folder.resolve("other.trabecula");
        BundleFile.write(file, "test", contents);
        return Bundle.read(file);
    }
}
