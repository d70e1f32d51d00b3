package org.trabecula.deep.finetune;

/// What one epoch came to.
///
/// @param epoch          from 1
/// @param backboneRate   learning rate at the epoch's first step
/// @param headRate       likewise
/// @param loss           mean over the training crops, each before its own step, as augmented
/// @param auc            area under the ROC curve of the same forward passes
/// @param validationLoss without augmentation, after the epoch; NaN without validation cases
/// @param validationAuc  likewise; NaN also when the validation cases have one class only
public record EpochResult(
        int epoch,
        double backboneRate,
        double headRate,
        double loss,
        double auc,
        double validationLoss,
        double validationAuc) {}
