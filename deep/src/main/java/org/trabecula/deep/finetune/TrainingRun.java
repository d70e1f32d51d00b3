package org.trabecula.deep.finetune;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.trabecula.core.CancelledException;
import org.trabecula.core.Progress;
import org.trabecula.core.RandomStreams;
import org.trabecula.deep.DeepProblem;
import org.trabecula.deep.PictureShape;
import org.trabecula.deep.network.NetworkWeights;
import org.trabecula.deep.network.TrainableNetwork;
import org.trabecula.deep.torch.Libtorch;
import org.trabecula.deep.weights.LazyFloats;

/// The network, the optimizer and the curves of one fine-tuning while it runs, epoch by epoch.
///
/// The loss of a batch is the cross-entropy with class weights w and label smoothing ε, as `torch.nn.CrossEntropyLoss`:
///
/// ```
/// L = − Σ_n [ (1 − ε) w_{y_n} log p_n(y_n) + ε/2 Σ_c w_c log p_n(c) ] / Σ_n w_{y_n}
/// ```
///
/// All methods are to be called within [Libtorch#computing].
final class TrainingRun implements AutoCloseable {
    private static final double NORM_MOMENTUM = 0.1; // torchvision's
    /// See [#scaleEmbedding].
    private static final double EMBEDDING_RMS = 0.5;
    private static final long MEAN = 1;
    private static final long IGNORE_NONE = -100;

    private final FineTuneSettings settings;
    private final RandomStreams streams;
    private final PictureShape shape;
    private final List<TrainingCrop> crops;
    private final TrainableNetwork network;
    private final List<String> learning;
    private final TensorVector parameters;
    private final TensorOptional classWeights;
    private final ParameterUpdate update;
    private final int[][] batches;
    private final List<EpochResult> epochs = new ArrayList<>();
    private final double[] backboneRates;
    private final double[] headRates;
    private final double[] losses;
    private int stepsDone;

    /// @param crops those to learn from
    TrainingRun(
            List<TrainingCrop> crops, PictureShape shape, NetworkWeights start, FineTuneSettings settings, RandomStreams streams) {
        this.settings = settings;
        this.streams = streams;
        this.shape = shape;
        this.crops = crops;
        this.batches = batches(crops.size(), settings);
        int steps = settings.steps(crops.size());
        this.backboneRates = new double[steps];
        this.headRates = new double[steps];
        this.losses = new double[steps];
        this.network = new TrainableNetwork(start);
        this.learning = network.parameters().stream()
                .filter(name -> network.architecture().stageOf(name) > settings.frozenStages())
                .toList();
        network.learn(Set.copyOf(learning));
        this.update = new ParameterUpdate(network, learning, settings.optimizer());
        try (PointerScope _ = new PointerScope()) {
            parameters = Libtorch.keep(
                    new TensorVector(learning.stream().map(network::tensor).toArray(Tensor[]::new)));
            classWeights = Libtorch.keep(classWeights());
        }
    }

    /// Places in the epoch's order, batch by batch.
    private static int[][] batches(int crops, FineTuneSettings settings) {
        int size = settings.batch();
        int[][] batches = new int[settings.batches(crops)][];
        for (int b = 0; b < batches.length; b++) {
            int to = b == batches.length - 1 ? crops : (b + 1) * size;
            batches[b] = IntStream.range(b * size, to).toArray();
        }
        return batches;
    }

    private TensorOptional classWeights() {
        if (settings.classWeighting() == FineTuneSettings.ClassWeighting.NONE) {
            return new TensorOptional();
        }
        double positives = crops.stream().mapToInt(TrainingCrop::outcome).sum();
        double half = crops.size() / 2.0;
        float[] weights = {(float) (half / (crops.size() - positives)), (float) (half / positives)};
        return new TensorOptional(Libtorch.tensor(weights, 2));
    }

    int stepsPerEpoch() {
        return batches.length;
    }

    int epochsDone() {
        return epochs.size();
    }

    List<EpochResult> epochs() {
        return epochs;
    }

    FineTuned.Steps steps() {
        return new FineTuned.Steps(
                Arrays.copyOf(backboneRates, stepsDone),
                Arrays.copyOf(headRates, stepsDone),
                Arrays.copyOf(losses, stepsDone));
    }

    /// Sets every BatchNorm's running statistics to their mean over the batches of the crops as they are.
    void estimateNorms() {
        try (NoGradGuard _ = new NoGradGuard()) {
            for (int b = 0; b < batches.length; b++) {
                network.normaliseByBatch(Set.copyOf(network.norms()), 1.0 / (b + 1));
                try (PointerScope _ = new PointerScope()) {
                    network.graph().embed(input(Arrays.stream(batches[b]).mapToObj(crops::get).toList()));
                }
            }
        }
        network.normaliseByBatch(Set.of(), 0);
    }

    /// Brings the root mean square of the embeddings, over the crops as they are, to 0.5 before the head.
    ///
    /// The curvature of the head's loss is at most ½ mean |x|², x the embedding, and descent with momentum m is stable
    /// while η < 2 (1 + m) / curvature. Crops of 64 pixels give |x|² near 7,000 with weights from ImageNet, for which
    /// 0.01 is ten times too much; at a root mean square of 0.5 the bound is 0.0148 for 2,048 features and m = 0.9.
    void scaleEmbedding() {
        double square = 0;
        try (NoGradGuard _ = new NoGradGuard()) {
            network.normaliseByBatch(learningNorms(), 0); // as training begins, but statistics stay
            for (int[] batch : batches) {
                try (PointerScope _ = new PointerScope()) {
                    Tensor embedding = network.graph().embed(input(Arrays.stream(batch).mapToObj(crops::get).toList()));
                    for (float value : Libtorch.floats(embedding)) {
                        square += (double) value * value;
                    }
                }
            }
            network.normaliseByBatch(Set.of(), 0);
        }
        double values = (double) crops.size() * network.architecture().features();
        network.scaleEmbedding(square > 0 ? EMBEDDING_RMS / Math.sqrt(square / values) : 1);
    }

    double embeddingScale() {
        return network.embeddingScale();
    }

    /// The BatchNorms that use their batches' own statistics in training.
    private Set<String> learningNorms() {
        return settings.batchNorm() == FineTuneSettings.BatchNormMode.TRAINED
                ? network.norms().stream().filter(norm -> network.architecture().stageOf(norm) > settings.frozenStages()).collect(Collectors.toSet())
                : Set.of();
    }

    /// One pass over the crops in a new order.
    ///
    /// @throws CancelledException between steps
    /// @throws org.trabecula.core.InputException NET-008
    void trainEpoch(List<TrainingCrop> validation, Progress progress) {
        int epoch = epochs.size() + 1;
        network.normaliseByBatch(learningNorms(), NORM_MOMENTUM);
        int[] order = new int[crops.size()];
        Arrays.setAll(order, n -> n);
        RandomStreams.shuffle(order, streams.stream("order/" + epoch));
        double[] scores = new double[crops.size()];
        int[] outcomes = new int[crops.size()];
        double lossSum = 0;
        int firstStep = stepsDone;
        String before = epochs.isEmpty() ? "" : ", " + told(epochs.getLast());
        for (int[] batch : batches) {
            CancelledException.throwIfInterrupted();
            List<TrainingCrop> chosen = Arrays.stream(batch).mapToObj(place -> crops.get(order[place])).toList();
            lossSum += trainStep(chosen, epoch, batch[0], scores) * chosen.size();
            for (int n = 0; n < batch.length; n++) {
                outcomes[batch[n]] = chosen.get(n).outcome();
            }
            progress.done("epoch " + epoch + " of " + settings.epochs() + before);
        }
        network.normaliseByBatch(Set.of(), 0);
        double[] apart = validate(validation);
        epochs.add(new EpochResult(
                epoch,
                backboneRates[firstStep],
                headRates[firstStep],
                lossSum / crops.size(),
                RocArea.of(scores, outcomes),
                apart[0],
                apart[1]));
    }

    private static String told(EpochResult last) {
        String text = String.format(Locale.ROOT, "loss %.4f, AUC %.3f", last.loss(), last.auc());
        return Double.isNaN(last.validationLoss())
                ? text
                : text + String.format(
                        Locale.ROOT, ", validation %.4f, %.3f", last.validationLoss(), last.validationAuc());
    }

    /// @param scores receives the log-odds of the positive class, from place `first` on
    /// @return the batch's loss before the step
    private double trainStep(List<TrainingCrop> batch, int epoch, int first, double[] scores) {
        double share = settings.schedule().share((double) stepsDone / batches.length)
                * Math.min(1, (stepsDone + 1.0) / Math.max(1, settings.warmupSteps()));
        backboneRates[stepsDone] = settings.backboneRate() * share;
        headRates[stepsDone] = settings.headRate() * share;
        try (PointerScope _ = new PointerScope()) {
            Tensor logits = network.graph().head(network.graph().embed(augmented(batch, epoch)));
            Tensor loss = loss(logits, batch);
            double value = loss.item_float();
            if (!Double.isFinite(value)) {
                throw DeepProblem.DIVERGED.refuse(
                        "epoch " + epoch + ", step " + (stepsDone + 1),
                        "a loss of " + value + " at learning rates " + backboneRates[stepsDone] + " and " + headRates[stepsDone],
                        "a finite loss",
                        "lower backbone_lr and head_lr tenfold, or add warm-up steps");
            }
            logOdds(logits, scores, first);
            update.step(torch.grad(new TensorVector(loss), parameters), backboneRates[stepsDone], headRates[stepsDone]);
            losses[stepsDone++] = value;
            return value;
        }
    }

    private Tensor loss(Tensor logits, List<TrainingCrop> batch) {
        long[] targets = batch.stream().mapToLong(TrainingCrop::outcome).toArray();
        return torch.cross_entropy_loss(
                logits, Libtorch.tensor(targets), classWeights, MEAN, IGNORE_NONE, settings.labelSmoothing());
    }

    private static void logOdds(Tensor logits, double[] scores, int first) {
        float[] values = Libtorch.floats(logits);
        for (int n = 0; n < values.length / 2; n++) {
            scores[first + n] = (double) values[2 * n + 1] - values[2 * n];
        }
    }

    /// Loss and AUC without augmentation; NaN without cases.
    private double[] validate(List<TrainingCrop> validation) {
        if (validation.isEmpty()) {
            return new double[] {Double.NaN, Double.NaN};
        }
        double[] scores = new double[validation.size()];
        double sum = 0;
        try (NoGradGuard _ = new NoGradGuard()) {
            for (int from = 0; from < validation.size(); from += settings.batch()) {
                List<TrainingCrop> batch = validation.subList(from, Math.min(validation.size(), from + settings.batch()));
                try (PointerScope _ = new PointerScope()) {
                    Tensor logits = network.graph().head(network.graph().embed(input(batch)));
                    sum += loss(logits, batch).item_float() * (double) batch.size();
                    logOdds(logits, scores, from);
                }
            }
        }
        int[] outcomes = validation.stream().mapToInt(TrainingCrop::outcome).toArray();
        return new double[] {sum / validation.size(), RocArea.of(scores, outcomes)};
    }

    private Tensor input(List<TrainingCrop> batch) {
        float[] values = new float[batch.size() * shape.values()];
        for (int n = 0; n < batch.size(); n++) {
            System.arraycopy(batch.get(n).values(), 0, values, n * shape.values(), shape.values());
        }
        return Libtorch.tensor(values, batch.size(), shape.channels(), shape.size(), shape.size());
    }

    private Tensor augmented(List<TrainingCrop> batch, int epoch) {
        float[] values = new float[batch.size() * shape.values()];
        for (int n = 0; n < batch.size(); n++) {
            TrainingCrop crop = batch.get(n);
            settings.augmentation()
                    .apply(
                            crop.values(),
                            shape,
                            streams.stream("augment/" + epoch + "/" + crop.caseId()),
                            values,
                            n * shape.values());
        }
        return Libtorch.tensor(values, batch.size(), shape.channels(), shape.size(), shape.size());
    }

    NetworkWeights weights(boolean pretrained, String origin) {
        return network.weights(pretrained, origin);
    }

    /// Every tensor of the network as it is when it is asked for, without the embedding's factor.
    Map<String, LazyFloats> networkValues() {
        return network.lazyValues();
    }

    Map<String, LazyFloats> moments() {
        return update.state();
    }

    /// Goes on where a checkpoint was written.
    void restore(Checkpoint checkpoint) {
        checkpoint.network().forEach((name, values) -> Libtorch.fill(network.tensor(name), values.values().get()));
        network.scaleEmbedding(checkpoint.embeddingScale());
        stepsDone = checkpoint.steps().loss().length;
        update.restore(checkpoint.moments(), stepsDone);
        System.arraycopy(checkpoint.steps().backboneRate(), 0, backboneRates, 0, stepsDone);
        System.arraycopy(checkpoint.steps().headRate(), 0, headRates, 0, stepsDone);
        System.arraycopy(checkpoint.steps().loss(), 0, losses, 0, stepsDone);
        epochs.addAll(checkpoint.epochs());
    }

    @Override
    public void close() {
        update.close();
        parameters.deallocate();
        classWeights.deallocate();
        network.close();
    }
}
