package org.trabecula.study.settings;

/// How the network is trained (step 10).
///
/// @param epochs         0 leaves the network as it is
/// @param batch          crops per step
/// @param backboneLr     learning rate of the pretrained part
/// @param headLr         learning rate of the new head
/// @param momentum       of the gradient descent
/// @param weightDecay    of the gradient descent
/// @param schedule       how both rates move by step: `cosine-restarts`
/// @param restart        when they begin anew
/// @param warmupSteps    steps over which they rise from near 0; 0: none
/// @param classWeighting whether the rarer class counts more in the loss: `none` or `balanced`
/// @param labelSmoothing ε: the target is 1 − ε/2 for the case's class and ε/2 for the other
/// @param frozenStages   0: everything learns; 1: the stem stays; 2 … 5: also layer1 … layer4
/// @param batchnorm      `frozen` or `trained`
/// @param augmentation   how crops are varied
public record Finetune(
        int epochs,
        int batch,
        double backboneLr,
        double headLr,
        double momentum,
        double weightDecay,
        Choice.Schedule schedule,
        Restart restart,
        int warmupSteps,
        Choice.ClassWeights classWeighting,
        double labelSmoothing,
        int frozenStages,
        Choice.BatchNorm batchnorm,
        CropVariation augmentation) {
    private static final int ALL_STAGES = 5;

    public Finetune {
        require(epochs >= 0 && epochs <= 10_000, "epochs", "0 to 10000", epochs);
        require(batch >= 2 && batch <= 4096, "batch", "2 to 4096", batch);
        require(backboneLr >= 0 && backboneLr <= 10, "backbone_lr", "0 to 10", backboneLr);
        require(headLr > 0 && headLr <= 10, "head_lr", "above 0, at most 10", headLr);
        require(momentum >= 0 && momentum < 1, "momentum", "0 to 1, below 1", momentum);
        require(weightDecay >= 0 && weightDecay <= 1, "weight_decay", "0 to 1", weightDecay);
        require(warmupSteps >= 0, "warmup_steps", "0 or more", warmupSteps);
        require(labelSmoothing >= 0 && labelSmoothing < 1, "label_smoothing", "0 to 1, below 1", labelSmoothing);
        require(
                frozenStages >= 0 && frozenStages <= ALL_STAGES, "frozen_stages",
                "0 to 5: the stem, then layer1 to layer4", frozenStages);
    }

    /// @param after  epochs until the first restart
    /// @param factor every period is so many times as long as the one before
    /// @param lowest share of the learning rates at the end of a period
    public record Restart(int after, int factor, double lowest) {
        public Restart {
            require(after >= 1 && after <= 10_000, "restart.after", "1 to 10000 epochs", after);
            require(factor >= 1 && factor <= 100, "restart.factor", "1 to 100", factor);
            require(lowest >= 0 && lowest <= 1, "restart.lowest", "0 to 1", lowest);
        }
    }

    /// Limits of what is drawn anew for each crop and epoch; all 0 and `false`: crops as they are.
    ///
    /// @param rotation      of the turn, degrees
    /// @param shift         along each axis, as a share of the side
    /// @param scale         of the size: times 1 ± this
    /// @param contrast      of the values: times 1 ± this
    /// @param brightness    added, in standard deviations of the crop
    /// @param flipFrontBack mirror half of the crops; a vertebra is not symmetric
    public record CropVariation(
            double rotation, double shift, double scale, double contrast, double brightness, boolean flipFrontBack) {
        public CropVariation {
            require(rotation >= 0 && rotation <= 180, "augmentation.rotation", "0 to 180 degrees", rotation);
            require(shift >= 0 && shift <= 0.5, "augmentation.shift", "0 to 0.5 of the side", shift);
            require(scale >= 0 && scale <= 0.5, "augmentation.scale", "0 to 0.5", scale);
            require(contrast >= 0 && contrast < 1, "augmentation.contrast", "0 to 1, below 1", contrast);
            require(brightness >= 0 && brightness <= 10, "augmentation.brightness", "0 to 10 standard deviations", brightness);
        }
    }

    Finetune withEpochs(int other) {
        return new Finetune(
                other, batch, backboneLr, headLr, momentum, weightDecay, schedule, restart, warmupSteps, classWeighting, labelSmoothing,
                frozenStages, batchnorm, augmentation);
    }

    private static void require(boolean holds, String key, String expected, Object found) {
        if (!holds) {
            throw new SettingException("finetune." + key, expected, String.valueOf(found));
        }
    }
}
