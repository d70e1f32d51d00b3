package org.trabecula.deep.finetune;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trabecula.core.Hash;
import org.trabecula.core.Progress;
import org.trabecula.core.RandomStreams;
import org.trabecula.deep.DeepProblem;
import org.trabecula.deep.PictureShape;
import org.trabecula.deep.network.NetworkWeights;
import org.trabecula.deep.torch.Libtorch;
import org.trabecula.deep.torch.NativeHeap;

/// Fine-tunes a network on crops: the backbone from the weights given, the head new (P16, P17).
///
/// The head learns on embeddings that are brought to a common size first, so that a learning rate means the same for crops
/// and weights of any scale ([TrainingRun#scaleEmbedding]); the resulting network needs no such factor.
public final class FineTuning {
    private static final int CLASSES = 2;
    /// Of training, between two checkpoints: a ResNet50's has 188 MB, and an epoch may take five seconds.
    private static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(30);

    private final List<TrainingCrop> training;
    private final List<TrainingCrop> validation;
    private final PictureShape shape;
    private final FineTuneSettings settings;
    private final long seed;
    private final NetworkWeights start;
    private final String fingerprint;
    private final Duration betweenCheckpoints;
    private long writtenNanos = System.nanoTime();
    private final List<String> notes = new ArrayList<>();
    private int bestEpoch;
    private Map<String, float[]> best = Map.of();

    private FineTuning(
            List<TrainingCrop> crops, NetworkWeights weights, FineTuneSettings wanted, long seed, Duration betweenCheckpoints) {
        this.betweenCheckpoints = betweenCheckpoints;
        this.settings = feasible(wanted, weights);
        this.seed = seed;
        this.shape = requireTrainable(crops);
        RandomStreams streams = new RandomStreams(seed);
        weights.architecture().requireLargeEnough(shape.size(), "training crops");
        this.start = fitted(weights).withNewHead(CLASSES, streams.seedOf("head"));
        Set<String> apart = settings.earlyStopping()
                .map(stopping -> ValidationPatients.choose(crops, stopping.validationShare(), streams.stream("validation")))
                .orElse(Set.of());
        this.training = crops.stream().filter(crop -> !apart.contains(crop.patientId())).toList();
        this.validation = crops.stream().filter(crop -> apart.contains(crop.patientId())).toList();
        requireTrainable(training);
        this.fingerprint = fingerprint(crops);
    }

    /// Trains for the epochs of `settings`, or until early stopping ends it.
    ///
    /// The same arguments give the same losses and weights to the last digit, on the same kind of processor, whatever else
    /// runs. With a checkpoint folder a training that was killed goes on after the last epoch that was written there, and ends as
    /// if it had never stopped; written are the last epoch, and those that end half a minute or more after the one before.
    ///
    /// @param crops            at least two of each class; normalised, all of one size
    /// @param weights          the backbone; three input channels are summed to one for grey crops
    /// @param checkpointFolder empty: nothing is written
    /// @throws org.trabecula.core.InputException NET-004, NET-006, NET-007, NET-008
    /// @throws org.trabecula.core.CancelledException if interrupted; the checkpoint stays
    public static FineTuned run(
            List<TrainingCrop> crops,
            NetworkWeights weights,
            FineTuneSettings settings,
            long seed,
            Progress progress,
            Optional<Path> checkpointFolder) {
        return run(crops, weights, settings, seed, progress, checkpointFolder, BETWEEN_CHECKPOINTS);
    }

    /// The same, with checkpoints at another interval; zero: after each epoch.
    static FineTuned run(
            List<TrainingCrop> crops,
            NetworkWeights weights,
            FineTuneSettings settings,
            long seed,
            Progress progress,
            Optional<Path> checkpointFolder,
            Duration betweenCheckpoints) {
        FineTuning tuning = new FineTuning(crops, weights, settings, seed, betweenCheckpoints);
        tuning.notes.forEach(progress::note);
        try {
            return Libtorch.computing(settings.threads(), () -> tuning.train(progress, checkpointFolder));
        } finally {
            NativeHeap.giveBack();
        }
    }

    private FineTuned train(Progress progress, Optional<Path> folder) {
        try (TrainingRun run = new TrainingRun(training, shape, start, settings, new RandomStreams(seed))) {
            Optional<Checkpoint> earlier = folder.flatMap(f -> Checkpoint.read(f, fingerprint));
            earlier.ifPresent(checkpoint -> {
                run.restore(checkpoint);
                bestEpoch = checkpoint.bestEpoch();
                best = checkpoint.best();
                progress.note("going on after epoch " + run.epochsDone() + " of " + settings.epochs());
            });
            if (earlier.isEmpty() && settings.batchNorm() == FineTuneSettings.BatchNormMode.RE_ESTIMATED) {
                run.estimateNorms();
            }
            if (earlier.isEmpty()) {
                run.scaleEmbedding();
            }
            progress.stage("fine-tuning", (settings.epochs() - run.epochsDone()) * run.stepsPerEpoch());
            while (run.epochsDone() < settings.epochs() && !stopsEarly(run)) {
                run.trainEpoch(validation, progress);
                keepBest(run);
                if (folder.isPresent() && isDue(run)) {
                    write(run, folder.get());
                    writtenNanos = System.nanoTime();
                }
            }
            return result(run);
        }
    }

    private boolean isDue(TrainingRun run) {
        return run.epochsDone() == settings.epochs() || System.nanoTime() - writtenNanos >= betweenCheckpoints.toNanos();
    }

    /// The settings as they can run with these weights; what is changed is noted.
    private FineTuneSettings feasible(FineTuneSettings wanted, NetworkWeights weights) {
        if (weights.pretrained()) {
            return wanted;
        }
        notes.add("no pretrained weights: the network starts from a random initialisation");
        if (wanted.batchNorm() != FineTuneSettings.BatchNormMode.FROZEN || !weights.architecture().hasNorms()) {
            return wanted;
        }
        notes.add("random weights have no BatchNorm statistics to freeze: they are trained");
        return wanted.withBatchNorm(FineTuneSettings.BatchNormMode.TRAINED);
    }

    private boolean stopsEarly(TrainingRun run) {
        return settings.earlyStopping()
                .filter(stopping -> run.epochsDone() - bestEpoch >= stopping.patienceEpochs())
                .isPresent();
    }

    private void keepBest(TrainingRun run) {
        if (validation.isEmpty()) {
            return;
        }
        double lowest = bestEpoch == 0
                ? Double.POSITIVE_INFINITY
                : run.epochs().get(bestEpoch - 1).validationLoss();
        if (run.epochs().getLast().validationLoss() < lowest) {
            bestEpoch = run.epochsDone();
            NetworkWeights now = run.weights(start.pretrained(), "");
            best = new LinkedHashMap<>();
            now.names().forEach(name -> best.put(name, now.values(name)));
        }
    }

    private void write(TrainingRun run, Path folder) {
        Checkpoint checkpoint = new Checkpoint(
                fingerprint, run.epochs(), run.steps(), run.networkValues(), run.embeddingScale(), run.moments(), bestEpoch, best);
        try {
            checkpoint.write(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FineTuned result(TrainingRun run) {
        int epoch = bestEpoch > 0 ? bestEpoch : run.epochsDone();
        notes.add(String.format(
                Locale.ROOT, "the head learnt on embeddings times %.4f; the factor is part of %s.weight now", run.embeddingScale(),
                start.architecture().head()));
        if (Libtorch.usesCuda()) {
            notes.add("computed on a GPU: another one, or a CPU, gives other last digits");
        }
        String origin = start.origin() + ", fine-tuned for " + epoch + " epochs, seed " + seed;
        NetworkWeights weights = bestEpoch > 0
                ? new NetworkWeights(start.architecture(), best, start.pretrained(), origin)
                : run.weights(start.pretrained(), origin);
        return new FineTuned(
                weights,
                settings,
                seed,
                run.epochs(),
                run.steps(),
                epoch,
                validation.stream().map(TrainingCrop::caseId).toList(),
                notes);
    }

    private NetworkWeights fitted(NetworkWeights weights) {
        int channels = weights.architecture().inputChannels();
        if (channels == shape.channels()) {
            return weights;
        }
        if (shape.channels() == 1) {
            return weights.withOneChannel();
        }
        throw DeepProblem.INPUT_DOES_NOT_FIT.refuse(
                weights.origin(),
                "weights for " + channels + " channels, crops of " + shape.channels(),
                "weights for " + shape.channels() + " channels",
                "crop without neighbours, or start from weights for three channels");
    }

    /// The crops' shape, if a network can learn from them.
    private static PictureShape requireTrainable(List<TrainingCrop> crops) {
        long positives = crops.stream().filter(crop -> crop.outcome() == 1).count();
        if (positives < 2 || crops.size() - positives < 2) {
            throw DeepProblem.TRAINING_DATA.refuse(
                    "training cases",
                    positives + " positive and " + (crops.size() - positives) + " negative",
                    "at least two of each",
                    "add cases of the rarer class, or train without early stopping");
        }
        PictureShape shape = PictureShape.of(crops.getFirst().values().length, "case " + crops.getFirst().caseId());
        Set<String> ids = new HashSet<>();
        for (TrainingCrop crop : crops) {
            if (crop.values().length != shape.values()) {
                throw DeepProblem.TRAINING_DATA.refuse(
                        "case " + crop.caseId(),
                        crop.values().length + " values, the first case has " + shape.values(),
                        "crops of one size",
                        "make all crops with the same settings");
            }
            if (!ids.add(crop.caseId())) {
                throw new IllegalArgumentException("case " + crop.caseId() + " comes twice");
            }
        }
        return shape;
    }

    /// SHA-256 of everything that decides the result.
    private String fingerprint(List<TrainingCrop> crops) {
        MessageDigest digest = Hash.digest();
        digest.update((settings + "/" + seed + "/" + start.architecture()).getBytes(StandardCharsets.UTF_8));
        for (TrainingCrop crop : crops) {
            digest.update((crop.caseId() + "/" + crop.patientId() + "/" + crop.outcome()).getBytes(StandardCharsets.UTF_8));
            digest.update(bytes(crop.values()));
        }
        start.names().forEach(name -> digest.update(bytes(start.values(name))));
        return Hash.hex(digest.digest());
    }

    private static byte[] bytes(float[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Float.BYTES);
        buffer.asFloatBuffer().put(values);
        return buffer.array();
    }
}
