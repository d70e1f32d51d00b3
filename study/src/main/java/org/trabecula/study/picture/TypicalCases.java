package org.trabecula.study.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.trabecula.stats.LabelledRows;
import org.trabecula.table.FeatureTable;

/// Training cases of ordinary size, of each class: those a third and two thirds of the way from its smallest mask to its largest.
/// Nobody looks at a picture before they are chosen, and no test case is shown.
///
/// @param byVolume whether mask volumes are known; else the order is that of the training rows
/// @param cases    those of the positive class first, smaller ones first
record TypicalCases(boolean byVolume, List<String> cases) {
    /// Volume of the region in the two profiles' spellings, whichever is there.
    private static final List<String> VOLUMES = List.of("original_shape_VoxelVolume", "original_shape_MeshVolume");

    private static final double[] SHARES = {1 / 3.0, 2 / 3.0};

    TypicalCases {
        cases = List.copyOf(cases);
    }

    /// @param features raw ones, of every training case at least
    static TypicalCases of(LabelledRows train, FeatureTable features) {
        List<String> volumes = VOLUMES.stream().filter(features.names()::contains).toList();
        Set<String> chosen = new LinkedHashSet<>();
        for (boolean positive : new boolean[] {true, false}) {
            List<String> ids = new ArrayList<>(IntStream.range(0, train.size())
                    .filter(row -> train.outcome().isCase(row) == positive)
                    .mapToObj(train.ids()::get)
                    .toList());
            if (!volumes.isEmpty()) {
                double[] volume = features.cases(ids).column(volumes.getFirst());
                List<String> unsorted = List.copyOf(ids);
                ids.sort(Comparator.<String>comparingDouble(id -> volume[unsorted.indexOf(id)]).thenComparing(Comparator.naturalOrder()));
            }
            for (double share : SHARES) {
                chosen.add(ids.get((int) Math.round(share * (ids.size() - 1))));
            }
        }
        return new TypicalCases(!volumes.isEmpty(), List.copyOf(chosen));
    }
}
