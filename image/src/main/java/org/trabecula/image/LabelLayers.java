package org.trabecula.image;

import java.util.List;
import java.util.Optional;

/// A label map as its format reads it: images on one grid, and what the file calls their numbers.
///
/// @param layers  at least one; regions in different layers may overlap
/// @param names   in file order; empty where the file names nothing
/// @param counted every label that has voxels, by a format that knows them without a scan of the layers; absent for most
public record LabelLayers(List<ImageFile> layers, List<NamedNumber> names, Optional<List<Label>> counted) {
    public LabelLayers {
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a label map has at least one layer");
        }
        layers = List.copyOf(layers);
        names = List.copyOf(names);
        counted = counted.map(List::copyOf);
    }

    /// Layers that have to be scanned.
    public LabelLayers(List<ImageFile> layers, List<NamedNumber> names) {
        this(layers, names, Optional.empty());
    }

    /// The number of a region in its layer, and what people call it.
    ///
    /// @param alsoCalled other names of it, such as the meaning of its code
    /// @param notes      what was found odd about it, one sentence each; for a region without voxels, why it has none
    public record NamedNumber(String name, int number, int layer, List<String> alsoCalled, List<String> notes) {
        public NamedNumber {
            alsoCalled = List.copyOf(alsoCalled);
            notes = List.copyOf(notes);
        }

        public NamedNumber(String name, int number, int layer) {
            this(name, number, layer, List.of(), List.of());
        }

        boolean isFor(Label label) {
            return number == label.number() && layer == label.layer();
        }
    }

    /// A plain image, whose numbers have no names.
    static LabelLayers of(ImageFile image) {
        return new LabelLayers(List.of(image), List.of());
    }
}
