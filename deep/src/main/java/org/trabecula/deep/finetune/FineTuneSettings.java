package org.trabecula.deep.finetune;

import java.util.Optional;
import org.trabecula.deep.DeepProblem;

/// What decides a fine-tuning, beside the data, the first weights and the seed.
///
/// @param epochs         passes over the training crops
/// @param batch          crops a step
/// @param optimizer      how gradients move parameters
/// @param backboneRate   learning rate of everything but the head
/// @param headRate       learning rate of the head, `fc` of a ResNet, `classifier` of a VGG
/// @param schedule       how both move by iteration
/// @param warmupSteps    steps over which both rise linearly from near 0; 0: none
/// @param classWeighting whether the rarer class counts more in the loss
/// @param labelSmoothing ε: the target is 1 − ε/2 for the case's class and ε/2 for the other
/// @param frozenStages   0: everything learns; 1: the first part stays; 2 … 5: also stages 1 … 4 (`layer1` … `layer4`, or
///                       blocks 2 … 5 of a VGG)
/// @param batchNorm      what happens to the running statistics
/// @param augmentation   how crops are varied
/// @param earlyStopping  empty: all epochs run and the last weights count
/// @param threads        inside the network; recorded because the last digits belong to it
public record FineTuneSettings(
        int epochs,
        int batch,
        Optimizer optimizer,
        double backboneRate,
        double headRate,
        LearningRate schedule,
        int warmupSteps,
        ClassWeighting classWeighting,
        double labelSmoothing,
        int frozenStages,
        BatchNormMode batchNorm,
        Augmentation augmentation,
        Optional<EarlyStopping> earlyStopping,
        int threads) {
    /// How much a case counts in the loss.
    public enum ClassWeighting {
        NONE,
        /// n / (2 n_c): both classes together count the same.
        BALANCED
    }

    /// What happens to BatchNorm's running statistics; scale and shift learn with the backbone in every mode.
    public enum BatchNormMode {
        /// They stay as loaded and are used. Random weights have none worth keeping: there this becomes [#TRAINED].
        FROZEN,
        /// Before the first epoch they are set to the mean over the batches of the training crops; then they stay.
        RE_ESTIMATED,
        /// Each batch uses its own; the running ones follow with momentum 0.1.
        TRAINED
    }

    /// Part of the training patients is kept apart; training ends when its loss has not fallen for a while.
    ///
    /// @param validationShare of the patients, in each class; 0 … 0.5
    /// @param patienceEpochs  epochs without a lower loss before the end; the weights with the lowest loss count
    public record EarlyStopping(double validationShare, int patienceEpochs) {}

    /// @throws org.trabecula.core.InputException NET-009
    public FineTuneSettings {
        require(epochs >= 1 && epochs <= 10_000, "epochs " + epochs, "1 to 10000");
        require(batch >= 2 && batch <= 4096, "batch " + batch, "2 to 4096 crops");
        require(backboneRate >= 0 && backboneRate <= 10, "backbone_lr " + backboneRate, "0 to 10");
        require(headRate > 0 && headRate <= 10, "head_lr " + headRate, "above 0, at most 10");
        require(warmupSteps >= 0, "warm-up steps " + warmupSteps, "0 or more");
        require(labelSmoothing >= 0 && labelSmoothing < 1, "label smoothing " + labelSmoothing, "0 to 1, below 1");
        require(frozenStages >= 0 && frozenStages <= 5, "frozen stages " + frozenStages, "0 to 5");
        require(threads >= 1, "threads " + threads, "1 or more");
        switch (optimizer) {
            case Optimizer.Sgd(double momentum, double decay) -> {
                require(momentum >= 0 && momentum < 1, "momentum " + momentum, "0 to 1, below 1");
                require(decay >= 0 && decay <= 1, "weight_decay " + decay, "0 to 1");
            }
            case Optimizer.AdamW(double beta1, double beta2, double epsilon, double decay) -> {
                require(beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1, "betas " + beta1 + ", " + beta2, "0 to 1, below 1");
                require(epsilon > 0, "epsilon " + epsilon, "above 0");
                require(decay >= 0 && decay <= 1, "weight_decay " + decay, "0 to 1");
            }
        }
        if (schedule instanceof LearningRate.CosineRestarts(int first, int factor, double lowest)) {
            require(first >= 1 && factor >= 1, "restart after " + first + " epochs, factor " + factor, "1 or more");
            require(lowest >= 0 && lowest <= 1, "lowest share " + lowest, "0 to 1");
        }
        earlyStopping.ifPresent(stopping -> {
            require(
                    stopping.validationShare > 0 && stopping.validationShare <= 0.5,
                    "validation share " + stopping.validationShare,
                    "above 0, at most 0.5");
            require(stopping.patienceEpochs >= 1, "patience " + stopping.patienceEpochs, "1 epoch or more");
        });
    }

    /// Step 10 of the protocol; restarts after 10 and 30 epochs, gentle augmentation.
    public static FineTuneSettings paper(int threads) {
        return new FineTuneSettings(
                30,
                32,
                new Optimizer.Sgd(0.9, 1e-4),
                0.001,
                0.01,
                new LearningRate.CosineRestarts(10, 2, 0),
                0,
                ClassWeighting.NONE,
                0,
                0,
                BatchNormMode.FROZEN,
                Augmentation.gentle(),
                Optional.empty(),
                threads);
    }

    /// Batches of an epoch over so many crops. A last batch of one crop joins the one before: BatchNorm cannot take the variance of
    /// one value.
    int batches(int crops) {
        return Math.max(1, crops / batch + (crops % batch > 1 ? 1 : 0));
    }

    /// Steps of a training with so many crops, if no early stopping ends it.
    public int steps(int crops) {
        return epochs * batches(crops);
    }

    public FineTuneSettings withEpochs(int count) {
        return new FineTuneSettings(
                count, batch, optimizer, backboneRate, headRate, schedule, warmupSteps, classWeighting, labelSmoothing,
                frozenStages, batchNorm, augmentation, earlyStopping, threads);
    }

    FineTuneSettings withBatchNorm(BatchNormMode mode) {
        return new FineTuneSettings(
                epochs, batch, optimizer, backboneRate, headRate, schedule, warmupSteps, classWeighting, labelSmoothing,
                frozenStages, mode, augmentation, earlyStopping, threads);
    }

    private static void require(boolean holds, String found, String expected) {
        if (!holds) {
            throw DeepProblem.SETTING.refuse("fine-tuning settings", found, expected, "correct the setting");
        }
    }
}
