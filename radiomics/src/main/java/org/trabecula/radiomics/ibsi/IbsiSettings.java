package org.trabecula.radiomics.ibsi;

import java.util.Optional;
import java.util.Set;
import org.trabecula.radiomics.ibsi.filter.Filter;
import org.trabecula.radiomics.settings.Aggregation;

/// What decides the values of the profile `ibsi`. Nothing here has a default; the IBSI's own choices are in
/// [IbsiConfiguration].
///
/// @param resampling       empty: the image's own grid
/// @param roundIntensities to whole numbers after interpolation, ties to even; for HU
/// @param resegmentation   which intensities leave the intensity mask
/// @param filter           features are those of its response; the masks come from the unfiltered image
/// @param discretisation   grey levels of the histogram and of texture
/// @param ivh              intensities of the intensity-volume histogram
/// @param aggregations     how texture matrices are joined; each family takes those that apply to it
public record IbsiSettings(
        Optional<IbsiResampling> resampling,
        boolean roundIntensities,
        IbsiResegmentation resegmentation,
        Optional<Filter> filter,
        IbsiDiscretisation discretisation,
        IvhIntensities ivh,
        Set<Aggregation> aggregations) {
    public IbsiSettings {
        aggregations = Set.copyOf(aggregations);
    }

    /// The same settings on the response of a filter.
    public IbsiSettings withFilter(Filter response) {
        return new IbsiSettings(
                resampling, roundIntensities, resegmentation, Optional.of(response), discretisation, ivh, aggregations);
    }
}
