package org.trabecula.extraction.region;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.extraction.failure.ExtractionProblem;
import org.trabecula.image.Grid;
import org.trabecula.image.ImageFile;
import org.trabecula.image.LabelFile;
import org.trabecula.image.Mask;
import org.trabecula.image.VolumeFile;

/// From a case's files to its CT and its region, for every verb: which label is meant, whether the mask may be measured on
/// the image, and what was assumed. Nothing but headers and the label map is read. Safe for use by several threads.
///
/// @param choice    for cases that name no label
/// @param placement of masks on images
/// @param notes     hears what was assumed, once a case
public record CaseOpener(RegionChoice choice, MaskPlacement placement, CaseNotes notes) {
    /// As a study opens its cases.
    public static CaseOpener study(CaseNotes notes) {
        return new CaseOpener(RegionChoice.ONLY, MaskPlacement.STUDY, notes);
    }

    /// How a region comes onto an image.
    @FunctionalInterface
    private interface Placed {
        Mask on(Grid image, Mask drawn, String where, Consumer<String> notes);
    }

    /// The case's own outline.
    ///
    /// @throws InputException STU-009 if it has none
    public static Path maskOf(VertebraCase vertebra) {
        return named(vertebra, vertebra.mask(), "mask");
    }

    /// Opens a case for the feature extraction.
    ///
    /// @param maskFile its own mask, or another outline of it, such as a second reader's
    /// @throws InputException if a file is refused or image and mask do not fit, placed at the case
    public CaseImages forFeatures(VertebraCase vertebra, Path maskFile) {
        return open(vertebra, maskFile, (image, drawn, where, say) -> placement.forFeatures(drawn, image, where, say));
    }

    /// Opens a case for pictures: the mask is on the image's voxels.
    ///
    /// @throws InputException as [#forFeatures]
    public CaseImages forPixels(VertebraCase vertebra, Path maskFile) {
        return open(vertebra, maskFile, (image, drawn, where, say) -> placement.forPixels(drawn, image, where, say));
    }

    private CaseImages open(VertebraCase vertebra, Path maskFile, Placed placed) {
        Path imageFile = named(vertebra, vertebra.image(), "image");
        String where = "case " + vertebra.caseId();
        try {
            ImageFile image = VolumeFile.open(imageFile);
            Region region = choice.region(LabelFile.open(maskFile), vertebra.label());
            Mask mask = placed.on(
                    image.grid(), region.mask(), files(maskFile, imageFile), note -> notes.say(vertebra.caseId(), note));
            return new CaseImages(image, mask);
        } catch (InputException e) {
            throw e.at(where);
        } catch (IOException e) {
            throw new InputException(
                    new Problem(
                            ExtractionProblem.NO_IMAGES, where, String.valueOf(e.getMessage()), "readable image and mask files",
                            "check the files and their permissions"),
                    e);
        }
    }

    /// Names both files, for refusals and notes.
    public static String files(Path mask, Path image) {
        return "mask " + mask.getFileName() + " on image " + image.getFileName();
    }

    private static Path named(VertebraCase vertebra, Optional<Path> file, String column) {
        return file.orElseThrow(() -> new InputException(new Problem(
                ExtractionProblem.NO_IMAGES, "case " + vertebra.caseId() + ", line " + vertebra.line(), "no " + column,
                "a file in column " + column, "name the file, or exclude the case with a reason")));
    }
}
