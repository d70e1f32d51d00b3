package org.trabecula.cohort;

import java.nio.file.Path;
import java.util.Optional;

/// The files of a case: CT, outline, and outlines drawn again to see what is reproducible.
///
/// @param image     CT file, absolute; absent when the study starts from a feature table
/// @param mask      label file, absolute
/// @param label     number or name in the mask; absent: the only label there
/// @param maskIntra second outline by the same reader
/// @param maskInter outline by another reader
public record CaseFiles(
        Optional<Path> image,
        Optional<Path> mask,
        Optional<String> label,
        Optional<Path> maskIntra,
        Optional<Path> maskInter) {
    /// Of a row of ready features.
    public static final CaseFiles NONE =
            new CaseFiles(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /// One image and its mask, drawn once.
    public static CaseFiles of(Path image, Path mask, Optional<String> label) {
        return new CaseFiles(Optional.of(image), Optional.of(mask), label, Optional.empty(), Optional.empty());
    }

    /// The same files with the label that is meant.
    public CaseFiles withLabel(String labelInMask) {
        return new CaseFiles(image, mask, Optional.of(labelInMask), maskIntra, maskInter);
    }
}
