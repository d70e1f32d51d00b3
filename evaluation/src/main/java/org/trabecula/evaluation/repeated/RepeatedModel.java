package org.trabecula.evaluation.repeated;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.trabecula.stats.roc.AucEstimate;

/// One model over all repetitions.
///
/// @param model       its label
/// @param repetitions in order, those without a usable model among them
/// @param mean        the mean area with its interval: areas of the same patients, taken together patient by patient
///                    ([org.trabecula.stats.roc.MeanArea]); empty where no repetition has an area
/// @param patients    distinct, with a score in any repetition
public record RepeatedModel(String model, List<Repetition> repetitions, Optional<AucEstimate> mean, int patients) {
    public RepeatedModel {
        repetitions = List.copyOf(repetitions);
    }

    /// A number of each repetition, such as [Repetition#auc].
    public Spread spread(ToDoubleFunction<Repetition> number) {
        return Spread.of(repetitions.stream().mapToDouble(number).toArray());
    }

    /// Repetitions in which there was a usable model.
    public int withModel() {
        return (int) repetitions.stream().filter(Repetition::hasModel).count();
    }

    /// Folds of all repetitions.
    public int folds() {
        return repetitions.stream().mapToInt(Repetition::folds).sum();
    }

    /// Those in which the other patients gave no usable model.
    public int foldsWithout() {
        return repetitions.stream().mapToInt(Repetition::foldsWithout).sum();
    }

    /// Why there is no model where there is none: the first reason. Empty where every repetition has one.
    public String why() {
        return repetitions.stream().map(Repetition::why).filter(why -> !why.isEmpty()).findFirst().orElse("");
    }
}
