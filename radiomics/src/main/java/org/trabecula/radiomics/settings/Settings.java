package org.trabecula.radiomics.settings;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Everything that decides the numbers of one extraction.
///
/// @param label       which label of a label map to measure when the caller names none (`label`)
/// @param additionalInfo whether `diagnostics_*` columns are given
/// @param preparation what is done to image and mask first
/// @param shape       the settings that shape features look at (slices, for 2D shape)
/// @param images      image types in the order of their columns
/// @param classes     feature classes in the order of their columns; shape classes come first whatever their place here
public record Settings(
        OptionalInt label,
        boolean additionalInfo,
        Preparation preparation,
        FeatureSettings shape,
        List<ImageTypeSettings> images,
        List<ClassSettings> classes) {
    public Settings {
        images = List.copyOf(images);
        classes = List.copyOf(classes);
    }

    /// The wanted features of a class; empty when the class is not wanted.
    public Optional<ClassSettings> of(FeatureClass featureClass) {
        return classes.stream().filter(c -> c.featureClass() == featureClass).findFirst();
    }
}
