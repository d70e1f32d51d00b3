package org.trabecula.study.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.core.InputException;
import org.trabecula.core.Progress;
import org.trabecula.core.RandomStreams;
import org.trabecula.deep.finetune.Augmentation;
import org.trabecula.deep.finetune.FineTuneSettings;
import org.trabecula.deep.finetune.LearningRate;
import org.trabecula.deep.finetune.Optimizer;
import org.trabecula.deep.network.BottleneckStride;
import org.trabecula.deep.network.NetworkWeights;
import org.trabecula.deep.network.RandomInitialisation;
import org.trabecula.deep.network.ResNetArchitecture;
import org.trabecula.deep.network.ResNetDepth;
import org.trabecula.extraction.network.Crops;
import org.trabecula.learn.Split;
import org.trabecula.learn.Training;
import org.trabecula.study.ImageCohort;
import org.trabecula.study.Splits;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.study.settings.StudyYaml;
import org.trabecula.table.FeatureTable;

/// Step 10: where the weights come from is said rightly, and only training crops are ever looked at.
class NetworkStepTest {
    private static final StudySettings AS_IT_IS =
            StudyYaml.parse("network: {architecture: resnet18}\nfinetune: {epochs: 0, batch: 8}\ncrop: {size: 32}\n", "test");
    private static final StudySettings TUNED = AS_IT_IS.withEpochs(1);
    private static final int CASES = 24;

    @TempDir
    static Path folder;

    private static ImageCohort images;
    private static Crops crops;
    private static Training training;

    @BeforeAll
    static void draw() throws IOException {
        images = ImageCohort.write(Files.createDirectory(folder.resolve("images")), CASES);
        crops = images.crops(AS_IT_IS);
        Split split = Splits.given(images.manifest());
        training = split.training(new FeatureTable(images.manifest().included().stream().map(c -> c.caseId()).toList(), List.of(), new double[0][]));
    }

    private static NetworkStep step(StudySettings settings, String checkpoints) {
        return NetworkStep.of(settings, folder, folder.resolve(checkpoints), new RandomStreams(1), Progress.NONE);
    }

    private static NetworkWeights drawn(int channels, boolean pretrained) {
        ResNetArchitecture small = new ResNetArchitecture(ResNetDepth.RESNET18, BottleneckStride.CONV2, channels, 2);
        NetworkWeights random = RandomInitialisation.network(small, 5);
        Map<String, float[]> values = new HashMap<>();
        random.names().forEach(name -> values.put(name, random.values(name)));
        return new NetworkWeights(small, values, pretrained, "made up");
    }

    private static boolean same(NetworkWeights a, NetworkWeights b) {
        for (String name : a.names()) {
            if (!Arrays.equals(a.values(name), b.values(name))) {
                return false;
            }
        }
        return true;
    }

    @Test
    void withoutAFileTheWeightsAreRandomAndSaySo() {
        FittedNetwork network = step(AS_IT_IS, "none").fit(training, crops, new RandomStreams(1));
        assertThat(network.origin()).startsWith("random weights").doesNotContain("fine-tuned");
        assertThat(network.weights().pretrained()).isFalse();
        assertThat(step(AS_IT_IS, "none").hash()).isEqualTo(step(AS_IT_IS, "none").hash());
        assertThat(NetworkStep.of(AS_IT_IS, folder, folder, new RandomStreams(2), Progress.NONE).hash())
                .isNotEqualTo(step(AS_IT_IS, "none").hash());
    }

    /// The file has three channels and another depth than the settings name for random weights: its own depth counts.
    @Test
    void weightsOfAFileAreNamedAndBroughtToOneChannel() throws IOException {
        NetworkWeights learnt = drawn(3, true);
        learnt.save(folder.resolve("learnt.safetensors"));
        StudySettings deeper = StudyYaml.parse("network: {architecture: resnet50}\nfinetune: {epochs: 0}\n", "test");
        FittedNetwork network =
                step(deeper.withWeights("learnt.safetensors"), "none").fit(training, crops, new RandomStreams(1));
        assertThat(network.origin()).isEqualTo("pretrained weights learnt.safetensors");
        assertThat(network.weights().pretrained()).isTrue();
        assertThat(network.weights().architecture().label()).isEqualTo("resnet18");
        assertThat(same(network.weights(), learnt.withOneChannel())).isTrue();
    }

    @Test
    void weightsThatLearntNothingAreRandomWhateverFileTheyLieIn() throws IOException {
        drawn(1, false).save(folder.resolve("drawn.safetensors"));
        FittedNetwork network =
                step(AS_IT_IS.withWeights("drawn.safetensors"), "none").fit(training, crops, new RandomStreams(1));
        assertThat(network.origin()).isEqualTo("random weights, not pretrained: drawn.safetensors");
        assertThat(network.weights().pretrained()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere.safetensors", "text.safetensors", "short.safetensors"})
    void weightsThatCannotBeReadAreRefusedBeforeAnythingIsFitted(String name) throws IOException {
        Files.writeString(folder.resolve("text.safetensors"), "no weights at all");
        Path whole = folder.resolve("whole.safetensors");
        drawn(1, true).save(whole);
        Files.write(folder.resolve("short.safetensors"), Arrays.copyOf(Files.readAllBytes(whole), 1_000_000));
        assertThatThrownBy(() -> step(AS_IT_IS.withWeights(name), "none"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(name)
                .satisfies(e -> assertThat(((InputException) e).problems()).allMatch(p -> p.code().code().startsWith("WTS-")));
    }

    /// What a file says by default is the paper's training.
    @ParameterizedTest
    @ValueSource(strings = {"paper", "as-published"})
    void thePresetsTrainAsThePaper(String preset) {
        assertThat(NetworkStep.fineTuneSettings(StudyYaml.preset(preset).finetune())).isEqualTo(FineTuneSettings.paper(1));
    }

    @Test
    void everyKeyOfTheTrainingReachesIt() {
        StudySettings changed = StudyYaml.parse(
                """
                finetune:
                  epochs: 3
                  batch: 8
                  backbone_lr: 0.002
                  head_lr: 0.03
                  momentum: 0.8
                  weight_decay: 0.01
                  restart: {after: 5, factor: 3, lowest: 0.1}
                  warmup_steps: 7
                  class_weighting: balanced
                  label_smoothing: 0.2
                  frozen_stages: 2
                  batchnorm: trained
                  augmentation: {rotation: 1, shift: 0.02, scale: 0.03, contrast: 0.04, brightness: 0.05, flip_front_back: true}
                """,
                "test");
        assertThat(NetworkStep.fineTuneSettings(changed.finetune()))
                .isEqualTo(new FineTuneSettings(
                        3, 8, new Optimizer.Sgd(0.8, 0.01), 0.002, 0.03, new LearningRate.CosineRestarts(5, 3, 0.1), 7,
                        FineTuneSettings.ClassWeighting.BALANCED, 0.2, 2, FineTuneSettings.BatchNormMode.TRAINED,
                        new Augmentation(1, 0.02, 0.03, 0.04, 0.05, true), Optional.empty(), 1));
    }

    @Test
    void onlyTrainingCropsAreTrainedOn() throws IOException {
        NetworkStep step = step(TUNED, "before");
        FittedNetwork before = step.fit(training, crops, new RandomStreams(1));
        assertThat(before.origin()).startsWith("random weights").endsWith("; fine-tuned for 1 epoch on 16 training crops");
        FittedNetwork start = step(AS_IT_IS, "none").fit(training, crops, new RandomStreams(1));
        assertThat(same(before.weights(), start.weights())).as("trained").isFalse();

        for (int number = 0; number < CASES; number++) {
            if (ImageCohort.isTest(number)) {
                images.redraw(number);
            }
        }
        FittedNetwork others = step(TUNED, "others").fit(training, images.crops(TUNED), new RandomStreams(1));
        assertThat(same(others.weights(), before.weights())).as("other test images").isTrue();

        images.redraw(0);
        assertThat(ImageCohort.isTest(0)).isFalse();
        FittedNetwork canary = step(TUNED, "canary").fit(training, images.crops(TUNED), new RandomStreams(1));
        assertThat(same(canary.weights(), before.weights())).as("another training image").isFalse();
    }
}
