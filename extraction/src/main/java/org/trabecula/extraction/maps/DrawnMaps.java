package org.trabecula.extraction.maps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.trabecula.deep.crop.GreyPicture;
import org.trabecula.extraction.picture.MapPicture;
import org.trabecula.radiomics.catalogue.Catalogue;
import org.trabecula.radiomics.voxelwise.FeatureMap;

/// A picture beside each map, titled with its name and unit.
///
/// @param picture of the region
record DrawnMaps(MapPicture picture) implements MapPictures {
    @Override
    public boolean areDrawn() {
        return true;
    }

    @Override
    public boolean isThere(Path folder, String map) {
        return Files.isRegularFile(folder.resolve(map + ENDING));
    }

    @Override
    public void draw(FeatureMap map, Path folder) throws IOException {
        GreyPicture.write(folder.resolve(map.name() + ENDING), picture.of(map, map.name() + unit(map.name())));
    }

    /// In words that the pictures' letters can write; the intensity of a CT's original image is HU, of a filtered one it has no name.
    static String unit(String map) {
        int family = map.indexOf('_');
        String intensity = map.startsWith("original_") ? "HU" : "units of the image";
        String unit = Catalogue.features().stream()
                .filter(feature -> feature.column().equals(map.substring(family + 1)))
                .findFirst()
                .map(feature -> feature.unit())
                .orElse("1");
        return unit.equals("1")
                ? ""
                : ", " + unit.replace("intensity", intensity).replace("²", " squared").replace("³", " cubed").replace("⁴", " to the 4th").replace("·", "x");
    }
}
