package org.trabecula.radiomics.texture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.trabecula.radiomics.settings.Aggregation;
import org.trabecula.radiomics.settings.Slicing;

/// The matrices of slices and directions, joined as an [Aggregation] says.
final class AggregatedMatrices {
    private AggregatedMatrices() {}

    /// @throws IllegalArgumentException unless [Aggregation#joinsDirections] is as `expected`
    static void require(Aggregation aggregation, boolean expected) {
        if (aggregation.joinsDirections() != expected) {
            throw new IllegalArgumentException(
                    "aggregation " + aggregation.label() + " is for families with" + (expected ? "out" : "") + " directions");
        }
    }

    /// The matrices whose features are averaged.
    ///
    /// @param counted the matrices of the region or of one slice, one per direction (or one in all), whose
    ///     neighbourhoods obey the given slicing
    /// @param added   the sum of matrices
    static <M> List<M> of(
            Aggregation aggregation,
            LevelImage image,
            BiFunction<LevelImage, Slicing, List<M>> counted,
            Function<List<M>, M> added) {
        return switch (aggregation) {
            case VOLUME_AVERAGED, VOLUME -> counted.apply(image, Slicing.NONE);
            case VOLUME_MERGED -> List.of(added.apply(counted.apply(image, Slicing.NONE)));
            case SLICE_AVERAGED, PER_SLICE -> slices(image, counted).stream().flatMap(List::stream).toList();
            case SLICE_MERGED -> slices(image, counted).stream().map(added).toList();
            case ALL_SLICES_MERGED, SLICES_ADDED ->
                List.of(added.apply(slices(image, counted).stream().flatMap(List::stream).toList()));
            case DIRECTION_MERGED -> {
                List<List<M>> slices = slices(image, counted);
                List<M> merged = new ArrayList<>();
                for (int d = 0; d < slices.getFirst().size(); d++) {
                    int direction = d;
                    merged.add(added.apply(slices.stream().map(slice -> slice.get(direction)).toList()));
                }
                yield merged;
            }
        };
    }

    private static <M> List<List<M>> slices(LevelImage image, BiFunction<LevelImage, Slicing, List<M>> counted) {
        return image.slices().stream().map(slice -> counted.apply(slice, Slicing.ACROSS_K)).toList();
    }
}
