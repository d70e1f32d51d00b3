package org.trabecula.cli.verbs;

import java.util.Optional;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.deep.finetune.Augmentation;
import org.trabecula.deep.finetune.FineTuneSettings;
import org.trabecula.deep.finetune.LearningRate;
import org.trabecula.deep.finetune.Optimizer;
import picocli.CommandLine.Option;

/// How a network is fine-tuned. The defaults are step 10 of the protocol.
final class FineTuneOptions {
    @Option(names = "--epochs", paramLabel = "N", description = "Passes over the training cases. Default: ${DEFAULT-VALUE}.")
    int epochs = 30;

    @Option(names = "--batch", paramLabel = "N", description = "Crops a step. Default: ${DEFAULT-VALUE}.")
    int batch = 32;

    @Option(
            names = "--backbone-lr",
            paramLabel = "X",
            description = "Learning rate of everything but the head. Default: ${DEFAULT-VALUE}.")
    double backboneRate = 0.001;

    @Option(names = "--head-lr", paramLabel = "X", description = "Learning rate of the head. Default: ${DEFAULT-VALUE}.")
    double headRate = 0.01;

    @Option(names = "--optimizer", paramLabel = "sgd|adamw", description = "Default: ${DEFAULT-VALUE}.")
    String optimizer = "sgd";

    @Option(names = "--momentum", paramLabel = "X", description = "Of sgd. Default: ${DEFAULT-VALUE}.")
    double momentum = 0.9;

    @Option(names = "--weight-decay", paramLabel = "X", description = "Default: ${DEFAULT-VALUE}.")
    double weightDecay = 0.0001;

    @Option(
            names = "--schedule",
            paramLabel = "cosine-restarts|constant",
            description = "How learning rates move by iteration. Default: ${DEFAULT-VALUE}.")
    String schedule = "cosine-restarts";

    @Option(names = "--restart-epochs", paramLabel = "N", description = "Length of the first cosine. Default: ${DEFAULT-VALUE}.")
    int restartEpochs = 10;

    @Option(
            names = "--restart-factor",
            paramLabel = "N",
            description = "Each cosine is so many times as long as the one before. Default: ${DEFAULT-VALUE}.")
    int restartFactor = 2;

    @Option(
            names = "--warmup-steps",
            paramLabel = "N",
            description = "Steps over which learning rates rise from near 0. Default: ${DEFAULT-VALUE}.")
    int warmupSteps;

    @Option(names = "--balance-classes", description = "Both classes together count the same in the loss.")
    boolean balanceClasses;

    @Option(names = "--label-smoothing", paramLabel = "X", description = "0 to below 1. Default: ${DEFAULT-VALUE}.")
    double labelSmoothing;

    @Option(
            names = "--freeze-stages",
            paramLabel = "N",
            description = "0: everything learns; 1: the stem (VGG: block 1) stays; 2 to 5: also layer1 to layer4 (block 2 to 5). Default: ${DEFAULT-VALUE}.")
    int frozenStages;

    @Option(
            names = "--batchnorm",
            paramLabel = "MODE",
            description = "frozen: statistics as loaded; re-estimated: from the training crops, once; trained: batch by batch."
                    + " Default: ${DEFAULT-VALUE}.")
    String batchNorm = "frozen";

    @Option(
            names = "--augment",
            paramLabel = "gentle|none",
            description = "Vary the crops a little: turn, shift, size, contrast, brightness. Default: ${DEFAULT-VALUE}.")
    String augment = "gentle";

    @Option(names = "--flip-front-back", description = "Also mirror half of the crops; a vertebra is not symmetric.")
    boolean flipFrontBack;

    @Option(
            names = "--validation",
            paramLabel = "SHARE",
            description = "Keep this share of the training patients apart and stop when their loss no longer falls. Default: none.")
    double validationShare;

    @Option(
            names = "--patience",
            paramLabel = "N",
            description = "With --validation: epochs to wait for a lower loss. Default: ${DEFAULT-VALUE}.")
    int patienceEpochs = 5;

    FineTuneSettings settings(int threads) {
        return new FineTuneSettings(
                epochs,
                batch,
                switch (optimizer) {
                    case "sgd" -> new Optimizer.Sgd(momentum, weightDecay);
                    case "adamw" -> new Optimizer.AdamW(0.9, 0.999, 1e-8, weightDecay);
                    default -> throw unknown("--optimizer", optimizer, "sgd or adamw");
                },
                backboneRate,
                headRate,
                switch (schedule) {
                    case "cosine-restarts" -> new LearningRate.CosineRestarts(restartEpochs, restartFactor, 0);
                    case "constant" -> new LearningRate.Constant();
                    default -> throw unknown("--schedule", schedule, "cosine-restarts or constant");
                },
                warmupSteps,
                balanceClasses ? FineTuneSettings.ClassWeighting.BALANCED : FineTuneSettings.ClassWeighting.NONE,
                labelSmoothing,
                frozenStages,
                switch (batchNorm) {
                    case "frozen" -> FineTuneSettings.BatchNormMode.FROZEN;
                    case "re-estimated" -> FineTuneSettings.BatchNormMode.RE_ESTIMATED;
                    case "trained" -> FineTuneSettings.BatchNormMode.TRAINED;
                    default -> throw unknown("--batchnorm", batchNorm, "frozen, re-estimated or trained");
                },
                augmentation(),
                validationShare > 0
                        ? Optional.of(new FineTuneSettings.EarlyStopping(validationShare, patienceEpochs))
                        : Optional.empty(),
                threads);
    }

    private Augmentation augmentation() {
        Augmentation chosen =
                switch (augment) {
                    case "gentle" -> Augmentation.gentle();
                    case "none" -> Augmentation.NONE;
                    default -> throw unknown("--augment", augment, "gentle or none");
                };
        return flipFrontBack ? chosen.withFlip() : chosen;
    }

    private static UsageException unknown(String flag, String given, String known) {
        return new UsageException(flag + " is " + known + ", got '" + given + "'");
    }
}
