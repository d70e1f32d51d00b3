package org.trabecula.deep.finetune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.trabecula.core.Progress;
import org.trabecula.deep.resnet.BottleneckStride;
import org.trabecula.deep.resnet.Embedder;
import org.trabecula.deep.resnet.RandomInitialisation;
import org.trabecula.deep.resnet.ResNetArchitecture;
import org.trabecula.deep.resnet.ResNetDepth;
import org.trabecula.deep.resnet.ResNetWeights;

/// Native memory is freed step by step. One step of ResNet18 on these crops makes some 60 MB of tensors (gradients of 45 MB,
/// activations), so a leak in even one of a hundred steps shows.
class FlatMemoryTest {
    private static final Path STATUS = Path.of("/proc/self/status");
    /// The allocator's own play; measured as 0.8 MB (544.6 to 545.4) from step 100 to step 1,000.
    private static final double MOST_GROWTH_MB = 24;

    private static final ResNetWeights WEIGHTS = RandomInitialisation.network(
            new ResNetArchitecture(ResNetDepth.RESNET18, BottleneckStride.CONV2, 1, 2), 1);

    @BeforeEach
    void linux() {
        assumeTrue(Files.exists(STATUS), "resident memory is read from /proc, which this system lacks");
    }

    @Test
    void trainingKeepsItsSizeOverSixtySteps() {
        List<Double> resident = residentDuring(60, 20);
        assertThat(resident.getLast() - resident.getFirst()).as("MB by step: %s", resident).isLessThan(MOST_GROWTH_MB);
    }

    @Test
    @Tag("slow")
    void trainingKeepsItsSizeOverAThousandSteps() {
        List<Double> resident = residentDuring(1000, 100);
        assertThat(resident.getLast() - resident.getFirst()).as("MB by step: %s", resident).isLessThan(MOST_GROWTH_MB);
    }

    @Test
    void embeddingKeepsItsSizeOverFiftyBatches() {
        float[] pictures = new float[8 * StripeCrops.SIZE * StripeCrops.SIZE];
        try (Embedder embedder = new Embedder(WEIGHTS, 1)) {
            double before = 0;
            for (int batch = 0; batch < 50; batch++) {
                embedder.embed(pictures, 1, StripeCrops.SIZE, StripeCrops.SIZE);
                if (batch == 10) {
                    before = residentMb();
                }
            }
            assertThat(residentMb() - before).isLessThan(MOST_GROWTH_MB);
        }
    }

    /// Resident memory after every `every` steps of a training with two steps an epoch.
    private static List<Double> residentDuring(int steps, int every) {
        FineTuneSettings paper = FineTuneSettings.paper(1);
        FineTuneSettings settings = new FineTuneSettings(
                steps / 2, 4, paper.optimizer(), 1e-4, 1e-3, paper.schedule(), 0, paper.classWeighting(), 0, 0,
                FineTuneSettings.BatchNormMode.TRAINED, paper.augmentation(), Optional.empty(), 1);
        List<Double> resident = new ArrayList<>();
        FineTuning.run(StripeCrops.of(8, 1), WEIGHTS, settings, 1, each(every, resident), Optional.empty());
        return resident;
    }

    private static Progress each(int every, List<Double> resident) {
        return new Progress() {
            private int done;

            @Override
            public void stage(String name, int items) {}

            @Override
            public void done(String item) {
                if (++done % every == 0) {
                    resident.add(residentMb());
                }
            }

            @Override
            public void note(String message) {}
        };
    }

    /// VmRSS after a collection, so that the young generation's fill does not count.
    private static double residentMb() {
        System.gc();
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
