package org.trabecula.study.network;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.trabecula.core.Hash;
import org.trabecula.core.Progress;
import org.trabecula.core.RandomStreams;
import org.trabecula.core.Shown;
import org.trabecula.deep.DeepProblem;
import org.trabecula.deep.finetune.Augmentation;
import org.trabecula.deep.finetune.FineTuneSettings;
import org.trabecula.deep.finetune.FineTuned;
import org.trabecula.deep.finetune.FineTuning;
import org.trabecula.deep.finetune.LearningRate;
import org.trabecula.deep.finetune.Optimizer;
import org.trabecula.deep.finetune.TrainingCrop;
import org.trabecula.deep.finetune.TrainingMemory;
import org.trabecula.deep.network.BottleneckStride;
import org.trabecula.deep.network.NetworkArchitecture;
import org.trabecula.deep.network.NetworkWeights;
import org.trabecula.deep.network.Networks;
import org.trabecula.deep.network.RandomInitialisation;
import org.trabecula.extraction.network.Crops;
import org.trabecula.learn.Training;
import org.trabecula.stats.LabelledRows;
import org.trabecula.study.settings.Choice;
import org.trabecula.study.settings.Finetune;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.study.settings.WeightsFiles;

/// Protocol, step 10: the network of one fit, from pretrained or random weights.
public final class NetworkStep {
    private final StudySettings settings;
    private final NetworkWeights start;
    private final String origin;
    private final Path checkpoints;
    private final Progress progress;

    private NetworkStep(
            StudySettings settings, NetworkWeights start, String origin, Path checkpoints, Progress progress) {
        this.settings = settings;
        this.start = start;
        this.origin = origin;
        this.checkpoints = checkpoints;
        this.progress = progress;
    }

    /// The same step, told of elsewhere.
    public NetworkStep reportingTo(Progress other) {
        return new NetworkStep(settings, start, origin, checkpoints, other);
    }

    /// Loads the weights that the settings name, or draws random ones, once for all fits of a study. The network is that of a file's
    /// tensors, whatever the settings name for random weights; a file that is named for a network has to hold it.
    ///
    /// @param folder      that a relative weights path starts from
    /// @param checkpoints where interrupted training goes on from
    public static NetworkStep of(
            StudySettings settings, Path folder, Path checkpoints, RandomStreams random, Progress progress) {
        Choice.Architecture asked = settings.network().architecture();
        Optional<String> file = settings.network().weights().flatMap(files -> files.of(asked));
        if (file.isPresent()) {
            Path path = folder.resolve(file.get());
            NetworkWeights weights = NetworkWeights.load(path, Optional.empty());
            if (settings.network().weights().get() instanceof WeightsFiles.Each) {
                requireAsked(weights, asked, path);
            }
            String origin = (weights.pretrained() ? "pretrained weights " : "random weights, not pretrained: ") + path.getFileName();
            return new NetworkStep(settings, weights.withOneChannel(), origin, checkpoints, progress);
        }
        NetworkArchitecture architecture = Networks.named(asked.yaml(), BottleneckStride.CONV2, 1, 2)
                .orElseThrow();
        NetworkWeights drawn = RandomInitialisation.network(architecture, random.seedOf("network"));
        return new NetworkStep(settings, drawn, "random weights: the network has seen no images before this study", checkpoints, progress);
    }

    private static void requireAsked(NetworkWeights weights, Choice.Architecture asked, Path file) {
        if (!weights.architecture().label().equals(asked.yaml())) {
            throw DeepProblem.OTHER_NETWORK.refuse(
                    file.toString(), "a " + weights.architecture().label(), "a " + asked.yaml() + ", as network.weights says",
                    "name the file that belongs to " + asked.yaml() + "; trabecula weights check FILE says what a file holds");
        }
    }

    /// The network that every fit starts from.
    public NetworkArchitecture architecture() {
        return start.architecture();
    }

    /// Of the weights that every fit starts from.
    public String hash() {
        MessageDigest digest = Hash.digest();
        for (String name : start.names()) {
            float[] values = start.values(name);
            ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
            bytes.asFloatBuffer().put(values);
            digest.update(bytes);
        }
        return Hash.hex(digest.digest());
    }

    /// Where the first weights come from, for a table: `random`, or a file's name.
    public String weights() {
        return settings.network().weights()
                .flatMap(files -> files.of(settings.network().architecture()))
                .map(file -> Path.of(file).getFileName() + (start.pretrained() ? "" : ", never trained"))
                .orElse("random");
    }

    public String origin() {
        return origin;
    }

    /// Steps of the fine-tuning to so many training cases.
    public int steps(int cases) {
        Finetune how = settings.finetune();
        return how.epochs() == 0 ? 0 : fineTuneSettings(how).steps(cases);
    }

    /// How many fits may hold a network at once: as many as half of the machine's memory has room for.
    public int atOnce() {
        long memory = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        StudySettings.Crop crop = settings.crop();
        long one = TrainingMemory.bytes(start.architecture(), settings.finetune().batch(), crop.size());
        return (int) Math.clamp(memory / 2 / one, 1, Integer.MAX_VALUE);
    }

    /// The network for models fitted to `training`: fine-tuned on their crops and no others, or as it is with 0 epochs.
    public FittedNetwork fit(Training training, Crops crops, RandomStreams random) {
        Finetune how = settings.finetune();
        if (how.epochs() == 0) {
            return new FittedNetwork(start, origin);
        }
        LabelledRows rows = training.rows();
        List<TrainingCrop> seen = IntStream.range(0, rows.size())
                .mapToObj(row -> new TrainingCrop(
                        rows.ids().get(row), rows.patients().get(row), crops.of(rows.ids().get(row)).values(),
                        rows.outcome().y(row)))
                .toList();
        long seed = random.seedOf("finetune");
        // The folder is named after the fit's own seed; the checkpoint inside knows cases and settings.
        Path folder = checkpoints.resolve(Long.toHexString(seed));
        FineTuned tuned = FineTuning.run(seen, start, fineTuneSettings(how), seed, progress, Optional.of(folder));
        return new FittedNetwork(
                tuned.weights(),
                origin + "; fine-tuned for " + Shown.count(how.epochs(), "epoch") + " on " + Shown.count(seen.size(), "training crop"),
                Optional.of(tuned.steps()));
    }

    static FineTuneSettings fineTuneSettings(Finetune how) {
        Finetune.Restart restart = how.restart();
        return new FineTuneSettings(
                how.epochs(),
                how.batch(),
                new Optimizer.Sgd(how.momentum(), how.weightDecay()),
                how.backboneLr(),
                how.headLr(),
                switch (how.schedule()) {
                    case COSINE_RESTARTS -> new LearningRate.CosineRestarts(restart.after(), restart.factor(), restart.lowest());
                },
                how.warmupSteps(),
                switch (how.classWeighting()) {
                    case NONE -> FineTuneSettings.ClassWeighting.NONE;
                    case BALANCED -> FineTuneSettings.ClassWeighting.BALANCED;
                },
                how.labelSmoothing(),
                how.frozenStages(),
                switch (how.batchnorm()) {
                    case FROZEN -> FineTuneSettings.BatchNormMode.FROZEN;
                    case TRAINED -> FineTuneSettings.BatchNormMode.TRAINED;
                },
                varied(how.augmentation()),
                Optional.empty(),
                FittedNetwork.THREADS);
    }

    private static Augmentation varied(Finetune.CropVariation how) {
        return new Augmentation(
                how.rotation(), how.shift(), how.scale(), how.contrast(), how.brightness(), how.flipFrontBack());
    }
}
