package org.trabecula.dicom.series;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.trabecula.image.Grid;
import org.trabecula.image.ImageFile;

/// A series of a folder, and what it is good for.
///
/// @param title     as lists show it, such as `series 3 "bone 1.5": CT, 11 axial images`
/// @param path      what opens this series and no other: its folder, its archive, or one of its files
/// @param image     empty where it is no volume
/// @param why       it is none; empty where it is one
/// @param isVolume  whether it was meant as one: neither localizer nor secondary capture
/// @param intended  the grid that it would have with no slice missing; empty where nobody can tell
/// @param identity  by what masks refer to it
/// @param patientId as the files say; never to be printed
/// @param ageYears  as the files say, whole years
/// @param sex       as the files say: F, M or O
public record FoundSeries(
        String title, Path path, Optional<ImageFile> image, String why, boolean isVolume, Optional<Grid> intended, SeriesIdentity identity,
        Optional<String> patientId, OptionalInt ageYears,
        Optional<String> sex) {
    public FoundSeries {
        if (image.isPresent() != why.isEmpty()) {
            throw new IllegalArgumentException("a series is an image, or there is a reason why not");
        }
    }
}
