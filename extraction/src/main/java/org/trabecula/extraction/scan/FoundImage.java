package org.trabecula.extraction.scan;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.trabecula.cohort.Sex;
import org.trabecula.image.ImageFile;

/// An image that vertebrae could be measured in.
///
/// @param path     as a manifest names it
/// @param title    as a list shows it, such as `series 3 "bone 1.5": CT, 11 axial images`
/// @param file     opened
/// @param person   tells patients apart and is never printed: the Patient ID, or where there is none the place of the file
/// @param ageYears as the file says
/// @param notes    what was found odd about it
public record FoundImage(
        Path path, String title, ImageFile file, Person person, OptionalInt ageYears, Optional<Sex> sex, List<String> notes) {
    /// Whom an image is of.
    ///
    /// @param key     equal for images of one person
    /// @param stated  whether the file names the person; else images of one place are taken as of one
    public record Person(String key, boolean stated) {}

    public FoundImage {
        notes = List.copyOf(notes);
    }
}
