package org.trabecula.radiomics.voxelwise;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.trabecula.core.Progress;
import org.trabecula.image.ImageFile;
import org.trabecula.image.Mask;

/// All maps of a region in memory.
final class CollectedMaps implements VoxelwiseRadiomics.Receiver {
    private final List<FeatureMap> maps = new ArrayList<>();

    static List<FeatureMap> of(VoxelwiseRadiomics extractor, ImageFile image, Mask mask) throws IOException {
        CollectedMaps collected = new CollectedMaps();
        extractor.extract(image, mask, collected, Progress.NONE);
        return collected.maps;
    }

    List<FeatureMap> maps() {
        return maps;
    }

    @Override
    public boolean wants(String column) {
        return true;
    }

    @Override
    public void take(List<FeatureMap> family) {
        maps.addAll(family);
    }
}
