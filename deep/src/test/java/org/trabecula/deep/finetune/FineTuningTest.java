package org.trabecula.deep.finetune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.core.CancelledException;
import org.trabecula.core.Progress;
import org.trabecula.deep.network.BottleneckStride;
import org.trabecula.deep.network.Embedder;
import org.trabecula.deep.network.NetworkWeights;
import org.trabecula.deep.network.RandomInitialisation;
import org.trabecula.deep.network.ResNetArchitecture;
import org.trabecula.deep.network.ResNetDepth;
import org.trabecula.deep.network.VggArchitecture;
import org.trabecula.deep.network.VggDepth;

class FineTuningTest {
    private static final NetworkWeights START = RandomInitialisation.network(
            new ResNetArchitecture(ResNetDepth.RESNET18, BottleneckStride.CONV2, 3, 10), 5);
    /// The same numbers, said to be pretrained, so that BatchNorm stays frozen.
    private static final NetworkWeights PRETENDED =
            new NetworkWeights(START.architecture(), valuesOf(START), true, "test");
    private static final List<TrainingCrop> CROPS = StripeCrops.of(13, 1);

    @TempDir
    Path temp = Path.of("");

    @Test
    void learnsWhatCanBeLearnt() {
        FineTuneSettings plain = settings(6);
        FineTuneSettings calm = new FineTuneSettings(
                6, 4, plain.optimizer(), 0.002, 0.02, plain.schedule(), 0, plain.classWeighting(), 0, 0, plain.batchNorm(),
                Augmentation.NONE, Optional.empty(), 1);
        FineTuned tuned = run(calm, 1, Optional.empty());
        assertThat(tuned.epochs()).hasSize(6);
        assertThat(tuned.epochs().getLast().loss()).isLessThan(0.5 * tuned.epochs().getFirst().loss());
        assertThat(tuned.epochs().getLast().auc()).isGreaterThan(0.9);
        assertThat(tuned.weights().architecture().inputChannels()).isEqualTo(1);
        assertThat(tuned.weights().architecture().classes()).isEqualTo(2);
        assertThat(tuned.bestEpoch()).isEqualTo(6);
        assertThat(tuned.steps().loss()).hasSize(6 * 3); // 13 crops in batches of 4, 4 and 5
        assertThat(tuned.notes()).hasSize(3).first().asString().contains("random initialisation");
        assertThat(tuned.settings().batchNorm()).isEqualTo(FineTuneSettings.BatchNormMode.TRAINED);
    }

    @Test
    void theSameSeedGivesTheSameLossesToTheLastDigit() {
        FineTuned one = run(settings(2), 1, Optional.empty());
        FineTuned two = run(settings(2), 1, Optional.empty());
        FineTuned other = run(settings(2), 2, Optional.empty());
        assertThat(two.steps().loss()).containsExactly(one.steps().loss());
        assertThat(two.epochs()).isEqualTo(one.epochs());
        assertThat(other.steps().loss()[0]).isNotEqualTo(one.steps().loss()[0]);
        requireEqual(two.weights(), one.weights());
    }

    @Test
    void interruptedAndResumedEqualsUninterrupted() {
        for (Optimizer optimizer : List.of(new Optimizer.Sgd(0.9, 1e-4), new Optimizer.AdamW(0.9, 0.999, 1e-8, 0.01))) {
            FineTuneSettings settings = with(settings(3), optimizer, FineTuneSettings.BatchNormMode.TRAINED, 0);
            FineTuned whole = run(settings, 3, Optional.empty());
            Path folder = temp.resolve(optimizer.getClass().getSimpleName());
            assertThatThrownBy(() -> FineTuning.run(
                            CROPS, START, settings, 3, interruptingAfter(5), Optional.of(folder), Duration.ZERO))
                    .isInstanceOf(CancelledException.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(folder.resolve("checkpoint.safetensors")).exists();
            FineTuned resumed = run(settings, 3, Optional.of(folder));
            assertThat(resumed.steps().loss()).containsExactly(whole.steps().loss());
            assertThat(resumed.epochs()).isEqualTo(whole.epochs());
            requireEqual(resumed.weights(), whole.weights());
        }
    }

    @Test
    void epochsThatEndSoonerThanTheIntervalAreNotWrittenButForTheLast() {
        Path file = temp.resolve("checkpoint.safetensors");
        Optional<Path> folder = Optional.of(temp);
        FineTuneSettings settings = settings(2);
        assertThatThrownBy(() -> FineTuning.run(CROPS, START, settings, 3, interruptingAfter(5), folder, Duration.ofHours(1)))
                .isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(file).doesNotExist();
        FineTuning.run(CROPS, START, settings, 3, Progress.NONE, folder, Duration.ofHours(1));
        assertThat(file).exists();
    }

    @Test
    void aCheckpointOfAnotherTrainingIsRefused() {
        run(settings(1), 3, Optional.of(temp));
        assertThat(Files.exists(temp.resolve("checkpoint.safetensors"))).isTrue();
        assertThatThrownBy(() -> run(settings(1), 4, Optional.of(temp))).hasMessageContaining("NET-007");
    }

    @Test
    void frozenStagesAndStatisticsStay() {
        FineTuneSettings settings =
                with(settings(1), new Optimizer.Sgd(0.9, 0), FineTuneSettings.BatchNormMode.FROZEN, 3);
        NetworkWeights pretrained = PRETENDED.withOneChannel();
        FineTuned tuned = FineTuning.run(CROPS, pretrained, settings, 1, Progress.NONE, Optional.empty());
        for (String name : pretrained.names()) {
            boolean same = Arrays.equals(tuned.weights().values(name.startsWith("fc") ? "conv1.weight" : name),
                    pretrained.values(name.startsWith("fc") ? "conv1.weight" : name));
            boolean stays = !name.startsWith("layer3") && !name.startsWith("layer4") || name.contains("running");
            assertThat(same).as(name).isEqualTo(stays);
        }
    }

    @Test
    void aVggLearnsWithAndWithoutNorms() {
        for (boolean norm : new boolean[] {false, true}) {
            VggArchitecture vgg = new VggArchitecture(VggDepth.VGG11, norm, 3, 7);
            FineTuneSettings plain = settings(6);
            FineTuneSettings calm = new FineTuneSettings(
                    6, 4, plain.optimizer(), 0.01, 0.05, plain.schedule(), 0, plain.classWeighting(), 0, 0, plain.batchNorm(),
                    Augmentation.NONE, Optional.empty(), 1);
            FineTuned tuned =
                    FineTuning.run(CROPS, RandomInitialisation.network(vgg, 1), calm, 1, Progress.NONE, Optional.empty());
            assertThat(tuned.epochs().getLast().auc()).as("norm %s, %s", norm, tuned.epochs()).isGreaterThan(0.9);
            assertThat(tuned.weights().architecture()).isEqualTo(new VggArchitecture(VggDepth.VGG11, norm, 1, 2));
            assertThat(tuned.notes()).hasSize(norm ? 3 : 2).last().asString().contains("classifier.weight");
        }
    }

    @Test
    void frozenBlocksAndStatisticsOfAVggStay() {
        NetworkWeights random = RandomInitialisation.network(new VggArchitecture(VggDepth.VGG11, true, 1, 2), 1);
        NetworkWeights pretrained = new NetworkWeights(random.architecture(), valuesOf(random), true, "test");
        FineTuneSettings settings = with(settings(1), new Optimizer.Sgd(0.9, 0), FineTuneSettings.BatchNormMode.FROZEN, 3);
        FineTuned tuned = FineTuning.run(CROPS, pretrained, settings, 1, Progress.NONE, Optional.empty());
        for (String name : pretrained.names()) {
            boolean stays = pretrained.architecture().stageOf(name) <= 3 || name.contains("running");
            assertThat(Arrays.equals(tuned.weights().values(name), pretrained.values(name))).as(name).isEqualTo(stays);
        }
    }

    @Test
    void trainedStatisticsFollowTheCrops() {
        FineTuneSettings settings =
                with(settings(1), new Optimizer.Sgd(0.9, 0), FineTuneSettings.BatchNormMode.TRAINED, 1);
        FineTuned tuned = run(settings, 1, Optional.empty());
        assertThat(tuned.weights().values("bn1.running_mean")).isEqualTo(START.values("bn1.running_mean"));
        assertThat(tuned.weights().values("layer1.0.bn1.running_mean"))
                .isNotEqualTo(START.values("layer1.0.bn1.running_mean"));
    }

    @Test
    void earlyStoppingKeepsPatientsApartAndTheBestWeights() {
        List<TrainingCrop> crops = StripeCrops.of(20, 4);
        FineTuneSettings plain = settings(8);
        FineTuneSettings settings = new FineTuneSettings(
                plain.epochs(), plain.batch(), plain.optimizer(), plain.backboneRate(), plain.headRate(), plain.schedule(),
                plain.warmupSteps(), plain.classWeighting(), plain.labelSmoothing(), plain.frozenStages(), plain.batchNorm(),
                plain.augmentation(), Optional.of(new FineTuneSettings.EarlyStopping(0.4, 2)), plain.threads());
        FineTuned tuned = FineTuning.run(crops, START, settings, 1, Progress.NONE, Optional.empty());
        double lowest = tuned.epochs().stream().mapToDouble(EpochResult::validationLoss).min().orElseThrow();
        assertThat(tuned.epochs().get(tuned.bestEpoch() - 1).validationLoss()).isEqualTo(lowest);
        assertThat(tuned.epochs().size()).isEqualTo(Math.min(8, tuned.bestEpoch() + 2));
        assertThat(tuned.validation()).isNotEmpty();
        // computed again from the saved weights with BatchNorm folded into the convolutions: logits move by some 1e-5, and the
        // loss with them; the epochs' losses lie a hundredth and more apart
        assertThat(validationLoss(tuned, crops)).isCloseTo(lowest, within(1e-4));
        List<String> patients = crops.stream()
                .filter(c -> tuned.validation().contains(c.caseId()))
                .map(TrainingCrop::patientId)
                .toList();
        assertThat(crops.stream().filter(c -> patients.contains(c.patientId())).map(TrainingCrop::caseId).toList())
                .containsExactlyElementsOf(tuned.validation());
    }

    @Test
    void aTrainingThatDivergesIsRefused() {
        FineTuneSettings plain = settings(4);
        FineTuneSettings wild = new FineTuneSettings(
                4, 4, plain.optimizer(), 10, 10, new LearningRate.Constant(), 0, plain.classWeighting(), 0, 0,
                plain.batchNorm(), plain.augmentation(), Optional.empty(), 1);
        assertThatThrownBy(() -> FineTuning.run(CROPS, PRETENDED, wild, 1, Progress.NONE, Optional.empty()))
                .hasMessageContaining("NET-008");
    }

    @Test
    void casesThatCannotTrainAreRefused() {
        List<TrainingCrop> onePositive = CROPS.stream().filter(c -> c.outcome() == 0 || c.caseId().equals("case-1")).toList();
        assertThatThrownBy(() -> FineTuning.run(onePositive, START, settings(1), 1, Progress.NONE, Optional.empty()))
                .hasMessageContaining("NET-006")
                .hasMessageContaining("1 positive and 7 negative");
        assertThatThrownBy(() -> settings(0)).hasMessageContaining("NET-009");
    }

    /// Mean balanced and smoothed cross-entropy of the validation cases, from the finished network's own logits.
    private static double validationLoss(FineTuned tuned, List<TrainingCrop> crops) {
        double sum = 0;
        double weights = 0;
        List<TrainingCrop> learnt = crops.stream().filter(c -> !tuned.validation().contains(c.caseId())).toList();
        double positives = learnt.stream().mapToInt(TrainingCrop::outcome).sum();
        double[] weight = {learnt.size() / (2 * (learnt.size() - positives)), learnt.size() / (2 * positives)};
        double smoothing = tuned.settings().labelSmoothing();
        try (Embedder embedder = new Embedder(tuned.weights(), 1)) {
            for (TrainingCrop crop : crops) {
                if (tuned.validation().contains(crop.caseId())) {
                    float[] logits = embedder.embed(crop.values(), 1, StripeCrops.SIZE, StripeCrops.SIZE).logits()[0];
                    for (int c = 0; c < 2; c++) {
                        double minusLogP = Math.log1p(Math.exp((double) logits[1 - c] - logits[c]));
                        sum += weight[c] * minusLogP * (smoothing / 2 + (c == crop.outcome() ? 1 - smoothing : 0));
                    }
                    weights += weight[crop.outcome()];
                }
            }
        }
        return sum / weights;
    }

    private static FineTuned run(FineTuneSettings settings, long seed, Optional<Path> folder) {
        return FineTuning.run(CROPS, START, settings, seed, Progress.NONE, folder);
    }

    private static FineTuneSettings settings(int epochs) {
        return new FineTuneSettings(
                epochs,
                4,
                new Optimizer.Sgd(0.9, 1e-4),
                0.002,
                0.02,
                new LearningRate.CosineRestarts(10, 2, 0),
                2,
                FineTuneSettings.ClassWeighting.BALANCED,
                0.05,
                0,
                FineTuneSettings.BatchNormMode.FROZEN,
                Augmentation.gentle(),
                Optional.empty(),
                1);
    }

    private static FineTuneSettings with(
            FineTuneSettings s, Optimizer optimizer, FineTuneSettings.BatchNormMode mode, int frozenStages) {
        return new FineTuneSettings(
                s.epochs(), s.batch(), optimizer, s.backboneRate(), s.headRate(), s.schedule(), s.warmupSteps(),
                s.classWeighting(), s.labelSmoothing(), frozenStages, mode, s.augmentation(), s.earlyStopping(), s.threads());
    }

    private static Map<String, float[]> valuesOf(NetworkWeights weights) {
        Map<String, float[]> values = new HashMap<>();
        weights.names().forEach(name -> values.put(name, weights.values(name)));
        return values;
    }

    private static void requireEqual(NetworkWeights a, NetworkWeights b) {
        a.names().forEach(name -> assertThat(a.values(name)).as(name).isEqualTo(b.values(name)));
    }

    private static Progress interruptingAfter(int steps) {
        AtomicInteger left = new AtomicInteger(steps);
        return new Progress() {
            @Override
            public void stage(String name, int items) {}

            @Override
            public void done(String item) {
                if (left.decrementAndGet() == 0) {
                    Thread.currentThread().interrupt();
                }
            }

            @Override
            public void note(String message) {}
        };
    }
}
