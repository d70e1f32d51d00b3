package org.trabecula.extraction.region;

import java.io.IOException;
import java.nio.file.Path;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.image.GridComparison;
import org.trabecula.image.ImageFile;
import org.trabecula.image.LabelFile;
import org.trabecula.image.Mask;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.extraction.failure.ExtractionProblem;

/// A case's CT, its header read, and the mask of its vertebra.
///
/// @param image voxels are decoded on demand
/// @param mask  on the image's grid, unless [Outlined] leaves it on its own
public record CaseImages(ImageFile image, Mask mask) {
    /// Which region of a label file is meant, and on which grid.
    @FunctionalInterface
    public interface Outlined {
        Mask of(LabelFile labels, ImageFile image) throws IOException;
    }

    /// Opens a case with its own mask.
    ///
    /// @throws InputException if a file is refused or image and mask do not fit, placed at the case
    public static CaseImages open(VertebraCase vertebra) {
        Path mask = vertebra.mask().orElseThrow(() -> missing(vertebra, "mask"));
        return open(vertebra, mask);
    }

    /// Opens a case with another outline of it, such as a second reader's, on the image's grid.
    public static CaseImages open(VertebraCase vertebra, Path maskFile) {
        return open(vertebra, maskFile, (labels, image) -> GridComparison.place(
                labels.mask(vertebra.label().map(labels::label).orElseGet(labels::onlyLabel)),
                image.grid(),
                "mask " + maskFile.getFileName() + " on image " + image.path().getFileName()));
    }

    /// Opens a case with the region that `outlined` takes from the label file.
    public static CaseImages open(VertebraCase vertebra, Path maskFile, Outlined outlined) {
        Path imageFile = vertebra.image().orElseThrow(() -> missing(vertebra, "image"));
        String where = "case " + vertebra.caseId();
        try {
            ImageFile image = StandardFormats.ALL.open(imageFile);
            return new CaseImages(image, outlined.of(StandardFormats.ALL.labels(maskFile), image));
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

    private static InputException missing(VertebraCase vertebra, String column) {
        return new InputException(new Problem(
                ExtractionProblem.NO_IMAGES, "case " + vertebra.caseId() + ", line " + vertebra.line(),
                "no " + column, "a file in column " + column, "name the file, or exclude the case with a reason"));
    }
}
