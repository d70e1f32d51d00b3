package org.trabecula.extraction.region;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.trabecula.image.Label;
import org.trabecula.image.LabelFile;
import org.trabecula.image.label.VertebraLevel;

/// Which vertebrae the labels of a file stand for, as far as anybody says: the file itself, a description beside it, a numbering that its
/// labels fit, or for a file of one label its name (`vertebrae_L1.nii.gz`).
///
/// @param label of the file
/// @param asked what finds it again in the file, by name or number
/// @param level such as `L1`
public record VertebraLabels(Label label, String asked, Optional<String> level) {
    /// Every label of the file.
    public static List<VertebraLabels> of(LabelFile file, Path path) {
        LabelNames names = new LabelNames(file, SchemeChoice.AUTO);
        return file.labels().stream()
                .map(label -> new VertebraLabels(label, asked(file, label), names.level(label).or(() -> ofFileName(file, path))))
                .toList();
    }

    /// The number, unless several layers hold it.
    private static String asked(LabelFile file, Label label) {
        long sharing = file.labels().stream().filter(other -> other.number() == label.number()).count();
        return sharing == 1 ? Integer.toString(label.number()) : label.name();
    }

    private static Optional<String> ofFileName(LabelFile file, Path path) {
        if (file.labels().size() > 1) {
            return Optional.empty();
        }
        String stem = path.getFileName().toString().replaceFirst("\\.(seg\\.nrrd|nrrd|nhdr|nii|nii\\.gz|dcm)$", "");
        return VertebraLevel.of(stem).or(() -> VertebraLevel.of(stem.substring(1 + Math.max(stem.lastIndexOf('_'), stem.lastIndexOf('-')))));
    }
}
