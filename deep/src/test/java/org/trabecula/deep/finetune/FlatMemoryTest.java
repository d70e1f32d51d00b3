package org.trabecula.deep.finetune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.core.Progress;
import org.trabecula.deep.finetune.FineTuneSettings.BatchNormMode;
import org.trabecula.deep.network.BottleneckStride;
import org.trabecula.deep.network.Embedder;
import org.trabecula.deep.network.NetworkWeights;
import org.trabecula.deep.network.RandomInitialisation;
import org.trabecula.deep.network.ResNetArchitecture;
import org.trabecula.deep.network.ResNetDepth;

/// Native memory is freed step by step. One step of ResNet18 on these crops makes some 60 MB of tensors: gradients of 45 MB,
/// and activations.
class FlatMemoryTest {
    /// A leak of 8 kB a step, the smallest activation here, would show over a thousand steps. A leak grows from each sample to the next;
    /// the virtual machine's own compilers take some 10 MB at once when they meet a hot method, and no more.
    private static final double MOST_TAKEN_MB = 8;
    /// Resident memory also holds what the allocator keeps in reserve: once or twice the gradients, in one jump. A leak of the
    /// gradients in one of a hundred steps adds 450 MB.
    private static final double MOST_RESIDENT_MB = 120;

    private static final NetworkWeights WEIGHTS = weights();

    /// Random, said to be pretrained, so that BatchNorm can be frozen.
    private static NetworkWeights weights() {
        NetworkWeights random = RandomInitialisation.network(
                new ResNetArchitecture(ResNetDepth.RESNET18, BottleneckStride.CONV2, 1, 2), 1);
        Map<String, float[]> values = new HashMap<>();
        random.names().forEach(name -> values.put(name, random.values(name)));
        return new NetworkWeights(random.architecture(), values, true, "test");
    }

    /// Memory after a number of steps.
    private record Sample(double takenMb, double residentMb) {
        static Sample now() {
            double resident = NativeMemory.residentMb();
            return new Sample(NativeMemory.takenMb(), resident);
        }
    }

    @BeforeEach
    void measurable() {
        assumeTrue(NativeMemory.isMeasurable(), "memory is measured through /proc and glibc, which this system lacks");
    }

    @ParameterizedTest
    @EnumSource(names = {"FROZEN", "TRAINED"})
    void trainingKeepsItsSizeOverSixtySteps(BatchNormMode mode) {
        requireFlat(samplesDuring(60, 20, mode));
    }

    @ParameterizedTest
    @EnumSource(names = {"FROZEN", "TRAINED"})
    @Tag("slow")
    void trainingKeepsItsSizeOverAThousandSteps(BatchNormMode mode) {
        requireFlat(samplesDuring(1000, 100, mode));
    }

    @Test
    void embeddingKeepsItsSizeOverFiftyBatches() {
        float[] pictures = new float[8 * StripeCrops.SIZE * StripeCrops.SIZE];
        List<Sample> samples = new ArrayList<>();
        try (Embedder embedder = new Embedder(WEIGHTS, 1)) {
            for (int batch = 1; batch <= 50; batch++) {
                embedder.embed(pictures, 1, StripeCrops.SIZE, StripeCrops.SIZE);
                if (batch % 10 == 0) {
                    samples.add(Sample.now());
                }
            }
        }
        requireFlat(samples);
    }

    private static void requireFlat(List<Sample> samples) {
        assertThat(steadyGrowthMb(samples)).as("%s", samples).isLessThan(MOST_TAKEN_MB);
        assertThat(samples.getLast().residentMb - samples.getFirst().residentMb).as("%s", samples).isLessThan(MOST_RESIDENT_MB);
    }

    /// What all steps would add if each added what the median one does; of two in the middle, the lower.
    private static double steadyGrowthMb(List<Sample> samples) {
        double[] growth = IntStream.range(1, samples.size())
                .mapToDouble(n -> samples.get(n).takenMb - samples.get(n - 1).takenMb)
                .sorted()
                .toArray();
        return growth[(growth.length - 1) / 2] * growth.length;
    }

    @Test
    void aLeakIsToldFromAJump() {
        List<Sample> jump = List.of(new Sample(120, 500), new Sample(134, 510), new Sample(134, 510), new Sample(134, 510));
        List<Sample> leak = List.of(new Sample(120, 500), new Sample(123, 503), new Sample(126, 506), new Sample(129, 509));
        assertThat(steadyGrowthMb(jump)).isLessThan(MOST_TAKEN_MB);
        assertThat(steadyGrowthMb(leak)).isGreaterThan(MOST_TAKEN_MB);
    }

    /// glibc keeps what one thread freed for that thread: without giving it back each of these would hold the 130 MB of a training.
    @Test
    void trainingsOnThreadAfterThreadTakeWhatOneTakes() throws Exception {
        List<Double> residentMb = new ArrayList<>();
        CountDownLatch ended = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newCachedThreadPool()) { // all alive until the last has trained
            try {
                for (int thread = 0; thread < 6; thread++) {
                    CountDownLatch trained = new CountDownLatch(1);
                    threads.submit(() -> {
                        try {
                            samplesDuring(2, 1, BatchNormMode.FROZEN);
                        } finally {
                            trained.countDown();
                        }
                        ended.await();
                        return null;
                    });
                    trained.await();
                    residentMb.add(NativeMemory.residentMb());
                }
            } finally {
                ended.countDown();
            }
        }
        assertThat(residentMb.getLast() - residentMb.getFirst()).as("%s", residentMb).isLessThan(MOST_RESIDENT_MB);
    }

    /// After every `every` steps of a training with two steps an epoch.
    private static List<Sample> samplesDuring(int steps, int every, BatchNormMode mode) {
        FineTuneSettings paper = FineTuneSettings.paper(1);
        FineTuneSettings settings = new FineTuneSettings(
                steps / 2, 4, paper.optimizer(), 1e-4, 1e-3, paper.schedule(), 0, paper.classWeighting(), 0, 0,
                mode, paper.augmentation(), Optional.empty(), 1);
        List<Sample> samples = new ArrayList<>();
        FineTuning.run(StripeCrops.of(8, 1), WEIGHTS, settings, 1, each(every, samples), Optional.empty());
        return samples;
    }

    private static Progress each(int every, List<Sample> samples) {
        return new Progress() {
            private int done;

            @Override
            public void stage(String name, int items) {}

            @Override
            public void done(String item) {
                if (++done % every == 0) {
                    samples.add(Sample.now());
                }
            }

            @Override
            public void note(String message) {}
        };
    }
}
