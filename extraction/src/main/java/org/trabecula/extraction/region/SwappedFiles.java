package org.trabecula.extraction.region;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.extraction.failure.ExtractionProblem;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.ImageFile;
import org.trabecula.image.Label;
import org.trabecula.image.LabelFile;
import org.trabecula.image.Mask;
import org.trabecula.image.Volume;

/// An image in the mask's place, and a label map in the image's: both can be read and measured, and the numbers would mean
/// nothing.
///
/// A mask is an image when it holds more values than any atlas has labels; or twenty and more, of which some are below zero
/// (air) or most are strewn all over the volume. Twenty, because a map may mark "ignore" by a negative number or two, and a
/// ring or a rib is strewn in its box as well, but not most of many labels.
///
/// An image is a label map when the region is flat in it and its values are those of labels: whole numbers from 0, in
/// pieces, and either the region's own number, or 0 and 1 only, or three and more of them. (A made-up image with a flat
/// region passes: PyRadiomics' own edge cases have some.)
final class SwappedFiles {
    private static final int MOST_LABELS = 1000;
    private static final int MANY = 20;
    /// Of the grid, the box of a label that is strewn all over it.
    private static final double WIDE = 0.25;
    /// Of its own box, the voxels of a label that is strewn.
    private static final double SPARSE = 0.05;
    /// Of neighbouring voxels, those that differ where values lie in pieces.
    private static final double PIECES = 0.1;
    private static final double PACKED_LABEL_BYTES = 0.25;

    private SwappedFiles() {}

    /// Refuses an image where a mask should be.
    ///
    /// @throws InputException CAS-001
    static void requireLabels(LabelFile mask, ImageFile image) throws IOException {
        if (isImage(mask)) {
            List<Label> values = mask.labels();
            boolean swapped = isLabelMap(image);
            throw new InputException(new Problem(
                    ExtractionProblem.IMAGE_AS_MASK,
                    "mask " + mask.path().getFileName() + ", image " + image.path().getFileName(),
                    values.size() + " values from " + values.stream().mapToInt(Label::number).min().orElseThrow() + " to "
                            + values.stream().mapToInt(Label::number).max().orElseThrow() + " in the mask"
                            + (swapped ? "; the image holds labels" : ""),
                    "0 for the background and a number for each region, as a segmentation has them",
                    swapped ? "swap the two files: first the CT, then the mask" : "name the label map of this CT as the mask"));
        }
    }

    private static boolean isImage(LabelFile file) {
        List<Label> values = file.labels();
        if (values.size() > MOST_LABELS) {
            return true;
        }
        if (values.size() < MANY) {
            return false;
        }
        Grid grid = file.grid();
        long strewn = values.stream().filter(label -> isStrewn(label, grid)).count();
        return values.stream().anyMatch(label -> label.number() < 0) || 2 * strewn > values.size();
    }

    private static boolean isStrewn(Label label, Grid grid) {
        double box = label.box().size().voxels();
        return box > WIDE * grid.size().voxels() && label.voxelCount() < SPARSE * box;
    }

    /// Only asked where the mask is no label map, so that a whole reading does not matter.
    private static boolean isLabelMap(ImageFile image) throws IOException {
        try {
            return !isImage(LabelFile.of(image));
        } catch (InputException e) {
            return false; // no whole numbers, or nothing but background
        }
    }

    /// Whether a look is worth its time. Packed, a slice costs the reading of all before it; but labels pack to a few bits a
    /// voxel, and the noise of a CT does not.
    private static boolean mayHoldLabels(ImageFile image) throws IOException {
        double bytesPerVoxel = (double) Files.size(image.path()) / image.grid().size().voxels();
        return bytesPerVoxel < PACKED_LABEL_BYTES || bytesPerVoxel >= image.type().bytes();
    }

    /// Refuses a label map where an image should be; looks at one slice of the region's box.
    ///
    /// @param mask on the image's grid or on its own
    /// @throws InputException CAS-002
    static void requireGreyValues(ImageFile image, Region region, Mask mask) throws IOException {
        Box box = mask.box();
        if (!mask.grid().size().equals(image.grid().size()) || !mayHoldLabels(image)) {
            return; // on another grid the mask's indices are not the image's
        }
        int k = (box.kMin() + box.kMax()) / 2;
        Grid grid = image.grid();
        Volume slice = image.read(new Box(0, 0, k, grid.size().i() - 1, grid.size().j() - 1, k));
        LabelLook look = LabelLook.at(slice, mask, k);
        boolean own = region.labels().size() == 1 && look.inRegion() == region.labels().getFirst().number();
        if (look.flat() && look.labels() && look.changes() < PIECES && (own || look.highest() <= 1 || look.values() > 2)) {
            throw new InputException(new Problem(
                    ExtractionProblem.LABELS_AS_IMAGE,
                    "image " + image.path().getFileName() + ", mask " + region.file().path().getFileName(),
                    "whole numbers from 0 to " + Math.round(look.highest()) + " in pieces, " + Math.round(look.inRegion())
                            + " all over the region, in slice " + k + " of the image",
                    "Hounsfield units: a CT differs from voxel to voxel",
                    "name the CT as the image, and the label map as the mask"));
        }
    }
}
