package org.trabecula.extraction.region;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.extraction.failure.ExtractionProblem;
import org.trabecula.image.Grid;
import org.trabecula.image.ImageFile;
import org.trabecula.image.ImageFormats;
import org.trabecula.image.LabelFile;
import org.trabecula.image.Mask;
import org.trabecula.image.Placement;

/// From a case's files to its CT and its region, for every verb: which label is meant, whether the mask may be measured on
/// the image, and what was assumed. Nothing but headers and the label map is read. Safe for use by several threads.
///
/// @param formats   that are read
/// @param choice    for cases that name no label
/// @param placement of masks on images
/// @param notes     hears what was assumed, once a case
public record CaseOpener(ImageFormats formats, RegionChoice choice, MaskPlacement placement, CaseNotes notes) {
    /// As a study opens its cases.
    public static CaseOpener study(ImageFormats formats, CaseNotes notes) {
        return new CaseOpener(formats, RegionChoice.ONLY, MaskPlacement.study(), notes);
    }

    /// The same rules for files that are read in another way.
    public CaseOpener reading(ImageFormats others) {
        return new CaseOpener(others, choice, placement, notes);
    }

    /// How a region comes onto an image: [#forFeatures] or [#forPixels].
    @FunctionalInterface
    private interface Placing {
        Mask place(Mask drawn, Grid image, String where, Consumer<String> notes);
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
        return open(vertebra, maskFile, placement::forFeatures);
    }

    /// Opens a case for pictures: the mask is on the image's voxels.
    ///
    /// @throws InputException as [#forFeatures]
    public CaseImages forPixels(VertebraCase vertebra, Path maskFile) {
        return open(vertebra, maskFile, placement::forPixels);
    }

    /// A region of an open label map on an open image, for the feature extraction.
    ///
    /// @param name of the region's row, for notes
    /// @throws InputException if the two do not fit
    public Mask forFeatures(ImageFile image, Region region, String name) throws IOException {
        return placed(image, region, name, placement::forFeatures);
    }

    /// The same region on the image's own voxels.
    ///
    /// @throws InputException as [#forFeatures]
    public Mask forPixels(ImageFile image, Region region, String name) throws IOException {
        return placed(image, region, name, placement::forPixels);
    }

    private CaseImages open(VertebraCase vertebra, Path maskFile, Placing placing) {
        Path imageFile = named(vertebra, vertebra.image(), "image");
        String where = "case " + vertebra.caseId();
        try {
            ImageFile image = formats.open(imageFile);
            Region region = choice.region(
                    labels(maskFile, image), vertebra.label(), note -> notes.say(vertebra.caseId(), note));
            return new CaseImages(image, placed(image, region, vertebra.caseId(), placing));
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

    private Mask placed(ImageFile image, Region region, String name, Placing placing) throws IOException {
        image.notes().forEach(note -> notes.say(image.path(), note));
        region.file().notes(region.labels()).forEach(note -> notes.say(region.file().path(), note));
        String files = "mask " + region.file().path().getFileName() + " on image " + image.path().getFileName();
        Mask drawn = region.mask();
        Mask placed = placing.place(drawn, image.grid(), files, note -> notes.say(name, note));
        SwappedFiles.requireGreyValues(image, region, placed);
        List<String> odd = notes.areBesideChecks() ? RegionNotes.besideChecks(drawn, image.grid()) : RegionNotes.of(drawn, image.grid());
        odd.forEach(note -> notes.say(name, note));
        return placed;
    }

    /// A label map that may be measured on `image`.
    ///
    /// @throws InputException CAS-001 if it is an image; DCM-014 if it says that it was drawn on another one
    public LabelFile labels(Path maskFile, ImageFile image) throws IOException {
        LabelFile labels = formats.labels(maskFile, Placement.STATED, image);
        SwappedFiles.requireLabels(labels, image);
        return labels;
    }

    private static Path named(VertebraCase vertebra, Optional<Path> file, String column) {
        return file.orElseThrow(() -> new InputException(new Problem(
                ExtractionProblem.NO_IMAGES, "case " + vertebra.caseId() + ", line " + vertebra.line(), "no " + column,
                "a file in column " + column, "name the file, or exclude the case with a reason")));
    }
}
