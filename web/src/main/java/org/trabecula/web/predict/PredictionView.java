package org.trabecula.web.predict;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.study.predict.LeadingFeature;

/// A prediction as the page shows it, and as it is kept with its scan.
///
/// @param positive    name of the class whose probability is given
/// @param ageYears    that it was made with
/// @param sex         `F`, `M` or empty
/// @param maskVersion of the region that was measured: if the scan's is another now, this prediction is of an older outline
/// @param models      usable ones
/// @param reasons     of the nomogram; empty where the model has none
/// @param terms       what the clinical models are made of, by name
/// @param leading     features that weigh most in the radiomics signature, with their percentiles among the training cases
/// @param heat        where the network looked; empty without one
/// @param warnings    what should make the reader careful
/// @param notes       what was assumed
/// @param seconds     that it took
public record PredictionView(
        String positive, String negative, OptionalDouble ageYears, Optional<String> sex, int maskVersion, List<ModelAnswer> models,
        Optional<ReasonsView> reasons, Map<String, Double> terms, List<LeadingFeature> leading, Optional<HeatView> heat, List<String> warnings, List<String> notes,
        double seconds) {
    /// What one model says.
    ///
    /// @param model     such as `nomogram`
    /// @param threshold its cut-off
    /// @param isOver    whether the probability reaches it
    public record ModelAnswer(String model, double probability, OptionalDouble threshold, boolean isOver) {}

    /// A Grad-CAM map.
    ///
    /// @param layer  explained by the activations after it
    /// @param cells  a side, of which the map is made
    /// @param shown  the class that it speaks for
    /// @param centre of the crop: sagittal, coronal and axial slice
    public record HeatView(int layer, int cells, String shown, int[] centre) {}

    public PredictionView {
        models = List.copyOf(models);
        leading = List.copyOf(leading);
        warnings = List.copyOf(warnings);
        notes = List.copyOf(notes);
    }
}
