package org.trabecula.radiomics.texture;

import org.trabecula.radiomics.settings.Slicing;

/// The size zone matrix: level i, size j of the region's zones, in voxels.
///
/// Source: Thibault et al. 2014, doi:10.1109/TBME.2013.2284600; IBSI `9SAK`.
final class SizeZoneMatrix {
    /// Larger zones are rare and listed instead of tabled.
    private static final int USUAL_SIZE = 63;

    private SizeZoneMatrix() {}

    static LevelSizeMatrix of(LevelImage image, Slicing slicing) {
        Zones zones = Zones.of(image, slicing);
        LevelSizeCounter counter = new LevelSizeCounter(1, image.presentLevels(), USUAL_SIZE);
        for (int zone = 0; zone < zones.count(); zone++) {
            counter.add(0, zones.rank(zone), zones.size(zone));
        }
        return new LevelSizeMatrix(counter.counts(0), image.levels(), image.voxelCount());
    }
}
