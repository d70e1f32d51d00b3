package org.trabecula.study.input;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.image.GridComparison;
import org.trabecula.image.ImageFile;
import org.trabecula.image.Label;
import org.trabecula.image.LabelFile;
import org.trabecula.image.Mask;
import org.trabecula.image.VolumeFile;
import org.trabecula.study.StudyProblem;

/// A case's CT, its header read, and the mask of its vertebra on the same grid.
///
/// @param image voxels are decoded on demand
/// @param mask  on the image's grid, unless opened by [#asDrawn]
public record CaseImages(ImageFile image, Mask mask) {
    /// Opens a case with its own mask.
    ///
    /// @throws InputException if a file is refused or image and mask do not fit, placed at the case
    public static CaseImages open(VertebraCase vertebra) {
        Path mask = vertebra.mask().orElseThrow(() -> missing(vertebra, "mask"));
        return open(vertebra, mask);
    }

    /// Opens a case with another outline of it, such as a second reader's.
    public static CaseImages open(VertebraCase vertebra, Path maskFile) {
        return open(vertebra, maskFile, Optional.empty(), (mask, image) -> GridComparison.place(
                mask, image.grid(), "mask " + maskFile.getFileName() + " on image " + image.path().getFileName()));
    }

    /// Opens a case with the mask on its own grid; whoever measures it compares the two.
    ///
    /// @param labelByDefault the label of a case that names none; absent: the only one there
    public static CaseImages asDrawn(VertebraCase vertebra, Path maskFile, Optional<String> labelByDefault) {
        return open(vertebra, maskFile, labelByDefault, (mask, image) -> mask);
    }

    private static CaseImages open(
            VertebraCase vertebra,
            Path maskFile,
            Optional<String> labelByDefault,
            BiFunction<Mask, ImageFile, Mask> place) {
        Path imageFile = vertebra.image().orElseThrow(() -> missing(vertebra, "image"));
        String where = "case " + vertebra.caseId();
        try {
            ImageFile image = VolumeFile.open(imageFile);
            LabelFile labels = LabelFile.open(maskFile);
            Label label = vertebra.label().or(() -> labelByDefault).map(labels::label).orElseGet(labels::onlyLabel);
            return new CaseImages(image, place.apply(labels.mask(label), image));
        } catch (InputException e) {
            throw e.at(where);
        } catch (IOException e) {
            throw new InputException(
                    new Problem(
                            StudyProblem.NO_IMAGES, where, String.valueOf(e.getMessage()), "readable image and mask files",
                            "check the files and their permissions"),
                    e);
        }
    }

    private static InputException missing(VertebraCase vertebra, String column) {
        return new InputException(new Problem(
                StudyProblem.NO_IMAGES, "case " + vertebra.caseId() + ", line " + vertebra.line(),
                "no " + column, "a file in column " + column, "name the file, or exclude the case with a reason"));
    }
}
