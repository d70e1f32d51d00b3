package org.trabecula.extraction.maps;

import java.io.IOException;
import java.nio.file.Path;
import org.trabecula.radiomics.voxelwise.FeatureMap;

/// Draws pictures of maps, or none.
interface MapPictures {
    /// Of a picture's name, behind the map's.
    String ENDING = ".png";

    /// No pictures.
    MapPictures NONE = new MapPictures() {
        @Override
        public boolean areDrawn() {
            return false;
        }

        @Override
        public boolean isThere(Path folder, String map) {
            return true;
        }

        @Override
        public void draw(FeatureMap map, Path folder) {}
    };

    /// Whether there are any.
    boolean areDrawn();

    /// Whether a map has the picture that it is to have.
    boolean isThere(Path folder, String map);

    /// Called from several threads.
    void draw(FeatureMap map, Path folder) throws IOException;
}
