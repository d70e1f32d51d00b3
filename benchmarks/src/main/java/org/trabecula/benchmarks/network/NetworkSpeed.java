package org.trabecula.benchmarks.network;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.trabecula.core.Progress;
import org.trabecula.deep.finetune.Augmentation;
import org.trabecula.deep.finetune.FineTuneSettings;
import org.trabecula.deep.finetune.FineTuneSettings.BatchNormMode;
import org.trabecula.deep.finetune.FineTuning;
import org.trabecula.deep.finetune.TrainingCrop;
import org.trabecula.deep.network.BottleneckStride;
import org.trabecula.deep.network.Embedder;
import org.trabecula.deep.network.NetworkWeights;
import org.trabecula.deep.network.RandomInitialisation;
import org.trabecula.deep.network.ResNetArchitecture;
import org.trabecula.deep.network.ResNetDepth;

/// Times training steps and inference of ResNet50 on 32 crops of 64 × 64, one channel. Run by hand; prints the median wall
/// and processor time of a step and of 32 embeddings.
///
/// Arguments: threads (2), repeats (9).
public final class NetworkSpeed {
    private static final int SIZE = 64;
    private static final int BATCH = 32;

    private NetworkSpeed() {}

    public static void main(String[] args) {
        int threads = args.length > 0 ? Integer.parseInt(args[0]) : 2;
        int repeats = args.length > 1 ? Integer.parseInt(args[1]) : 9;
        NetworkWeights weights = RandomInitialisation.network(
                new ResNetArchitecture(ResNetDepth.RESNET50, BottleneckStride.CONV2, 1, 2), 1);
        for (BatchNormMode mode : List.of(BatchNormMode.TRAINED, BatchNormMode.FROZEN)) {
            List<double[]> times = new ArrayList<>();
            FineTuneSettings paper = FineTuneSettings.paper(threads);
            FineTuneSettings settings = new FineTuneSettings(
                    repeats + 3, BATCH, paper.optimizer(), 1e-3, 1e-2, paper.schedule(), 0, paper.classWeighting(), 0, 0, mode,
                    Augmentation.gentle(), Optional.empty(), threads);
            FineTuning.run(crops(), pretended(weights), settings, 1, stopwatch(times), Optional.empty());
            print("training step, BatchNorm " + mode, times.subList(2, times.size()));
        }
        float[] pictures = new float[BATCH * SIZE * SIZE];
        try (Embedder embedder = new Embedder(weights, threads)) {
            List<double[]> times = new ArrayList<>();
            Progress watch = stopwatch(times);
            for (int n = 0; n < repeats + 3; n++) {
                embedder.embed(pictures, 1, SIZE, SIZE);
                watch.done("");
            }
            print("32 embeddings", times.subList(2, times.size()));
        }
    }

    private static void print(String what, List<double[]> times) {
        double[] wall = times.stream().mapToDouble(t -> t[0]).sorted().toArray();
        double[] cpu = times.stream().mapToDouble(t -> t[1]).sorted().toArray();
        System.out.println(String.format(
                Locale.ROOT, "%-40s median %.0f ms (fastest %.0f), processor %.0f ms (least %.0f)", what, wall[wall.length / 2],
                wall[0], cpu[cpu.length / 2], cpu[0]));
    }

    /// Said to be pretrained, so that BatchNorm can be frozen.
    private static NetworkWeights pretended(NetworkWeights weights) {
        Map<String, float[]> values = new HashMap<>();
        weights.names().forEach(name -> values.put(name, weights.values(name).clone()));
        return new NetworkWeights(weights.architecture(), values, true, "timing");
    }

    private static List<TrainingCrop> crops() {
        SplittableRandom random = new SplittableRandom(1);
        List<TrainingCrop> crops = new ArrayList<>();
        for (int n = 0; n < BATCH; n++) {
            float[] values = new float[SIZE * SIZE];
            for (int t = 0; t < values.length; t++) {
                values[t] = (float) random.nextGaussian();
            }
            crops.add(new TrainingCrop("c" + n, "p" + n, values, n % 2));
        }
        return crops;
    }

    /// Adds milliseconds of wall and processor time between calls of `done`.
    private static Progress stopwatch(List<double[]> times) {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        double[] last = {Double.NaN, Double.NaN};
        return new Progress() {
            @Override
            public void stage(String name, int items) {}

            @Override
            public void done(String item) {
                double[] now = {System.nanoTime() / 1e6, system.getProcessCpuTime() / 1e6};
                if (!Double.isNaN(last[0])) {
                    times.add(new double[] {now[0] - last[0], now[1] - last[1]});
                }
                System.arraycopy(now, 0, last, 0, 2);
            }

            @Override
            public void note(String message) {}
        };
    }
}
