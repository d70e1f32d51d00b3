package org.trabecula.radiomics.texture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.trabecula.radiomics.settings.Slicing;

/// The distance zone matrix: level i of the region's zones, j the smallest distance of a zone's voxels from the border of the
/// morphological mask.
///
/// Source: Thibault et al. 2014, doi:10.1109/TBME.2013.2284600; IBSI `VMDZ`.
final class DistanceZoneMatrix {
    /// Zones further inside are rare and listed instead of tabled.
    private static final int USUAL_DISTANCE = 31;

    private DistanceZoneMatrix() {}

    /// The matrix of three-dimensional zones.
    static LevelSizeMatrix of(LevelImage image, BorderDistance distance) {
        Zones zones = Zones.of(image, Slicing.NONE);
        int[] nearest = new int[zones.count()];
        Arrays.fill(nearest, Integer.MAX_VALUE);
        int[] box = image.boxRanks();
        int voxel = 0;
        for (int at = 0; at < box.length; at++) {
            if (box[at] > 0) {
                int zone = zones.zoneAt(image.inside()[voxel++]);
                nearest[zone] = Math.min(nearest[zone], distance.at(at));
            }
        }
        LevelSizeCounter counter = new LevelSizeCounter(1, image.presentLevels(), USUAL_DISTANCE);
        for (int zone = 0; zone < zones.count(); zone++) {
            if (nearest[zone] == 0) {
                throw new IllegalArgumentException("a voxel with a grey level lies outside the morphological mask");
            }
            counter.add(0, zones.rank(zone), nearest[zone]);
        }
        return new LevelSizeMatrix(counter.counts(0), image.levels(), image.voxelCount());
    }

    /// The matrices of the slices that hold voxels of the region.
    static List<LevelSizeMatrix> perSlice(LevelImage image, BorderDistance distance) {
        List<LevelSizeMatrix> matrices = new ArrayList<>();
        for (int k = 0; k < image.size().k(); k++) {
            Optional<LevelImage> slice = image.slice(k);
            if (slice.isPresent()) {
                matrices.add(of(slice.get(), distance.slice(k)));
            }
        }
        return matrices;
    }
}
