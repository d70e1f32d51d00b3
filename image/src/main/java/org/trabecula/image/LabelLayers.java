package org.trabecula.image;

import java.util.List;

/// A label map as its format reads it: images on one grid, and what the file calls their numbers.
///
/// @param layers at least one; regions in different layers may overlap
/// @param names  in file order; empty where the file names nothing
public record LabelLayers(List<ImageFile> layers, List<NamedNumber> names) {
    public LabelLayers {
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a label map has at least one layer");
        }
        layers = List.copyOf(layers);
        names = List.copyOf(names);
    }

    /// The number of a region in its layer, and what people call it.
    public record NamedNumber(String name, int number, int layer) {}

    /// A plain image, whose numbers have no names.
    static LabelLayers of(ImageFile image) {
        return new LabelLayers(List.of(image), List.of());
    }
}
