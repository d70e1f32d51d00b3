package org.trabecula.extraction.maps;

import java.nio.file.Path;
import java.util.List;

/// The maps of one region.
///
/// @param name   of the case
/// @param folder where they lie
/// @param found  how many an earlier run had finished
public record MapsOfRegion(String name, Path folder, List<MapEntry> maps, int found) {
    public MapsOfRegion {
        maps = List.copyOf(maps);
    }
}
