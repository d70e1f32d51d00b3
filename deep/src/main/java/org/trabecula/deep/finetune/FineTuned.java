package org.trabecula.deep.finetune;

import java.util.List;
import org.trabecula.deep.network.NetworkWeights;

/// A fine-tuned network and how it came about.
///
/// @param weights    with a head of two classes, negative and positive
/// @param settings   as they ran
/// @param seed       of everything random
/// @param epochs     one entry an epoch that ran
/// @param steps      learning rates and losses by iteration, for the curves
/// @param bestEpoch  whose weights these are: the last one, or that with the lowest validation loss
/// @param validation case ids that were kept apart for early stopping
/// @param notes      what was assumed, one sentence each
public record FineTuned(
        NetworkWeights weights,
        FineTuneSettings settings,
        long seed,
        List<EpochResult> epochs,
        Steps steps,
        int bestEpoch,
        List<String> validation,
        List<String> notes) {
    public FineTuned {
        epochs = List.copyOf(epochs);
        validation = List.copyOf(validation);
        notes = List.copyOf(notes);
    }

    /// Curves by iteration; nobody writes to the arrays.
    ///
    /// @param backboneRate learning rate of each step
    /// @param headRate     likewise
    /// @param loss         of each step's batch
    public record Steps(double[] backboneRate, double[] headRate, double[] loss) {}
}
