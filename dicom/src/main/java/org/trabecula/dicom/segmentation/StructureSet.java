package org.trabecula.dicom.segmentation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.dicom.DicomProblem;
import org.trabecula.dicom.dataset.DataSet;
import org.trabecula.dicom.dataset.Tag;
import org.trabecula.image.ImageProblem;

/// The regions of interest of an RTSTRUCT, by number: their order means nothing, numbers tie contours to names.
///
/// @param rois       in file order
/// @param references what it says of its image
record StructureSet(List<Roi> rois, MaskReferences references) {
    /// 100 MB as coordinates; a plan with all organs has a tenth.
    private static final int MOST_POINTS = 1 << 22;

    /// @param name             ROI Name, else the number
    /// @param frameOfReference of its coordinates
    /// @param contours         in file order
    record Roi(int number, String name, Optional<String> frameOfReference, List<Contour> contours) {}

    /// @throws InputException DCM-013 for contours that are damaged or belong to no region, IMG-004 for more points than can be believed
    static StructureSet of(DataSet data) {
        Map<Integer, Roi> rois = new LinkedHashMap<>();
        for (DataSet item : data.items(Tag.STRUCTURE_SET_ROI_SEQUENCE)) {
            OptionalInt number = item.whole(Tag.ROI_NUMBER);
            if (number.isEmpty()) {
                throw Contour.refusal(data.where(), "a region without " + Tag.ROI_NUMBER.title(), "a number for each region");
            }
            int n = number.getAsInt();
            Roi roi = new Roi(
                    n, item.text(Tag.ROI_NAME).orElse(Integer.toString(n)),
                    item.uid(Tag.REFERENCED_FRAME_OF_REFERENCE_UID), new ArrayList<>());
            if (rois.put(n, roi) != null) {
                throw Contour.refusal(data.where(), "two regions of number " + n, "a number of its own for each region");
            }
        }
        readContours(data, rois);
        return new StructureSet(List.copyOf(rois.values()), references(data, rois));
    }

    private static void readContours(DataSet data, Map<Integer, Roi> rois) {
        long points = 0;
        for (DataSet item : data.items(Tag.ROI_CONTOUR_SEQUENCE)) {
            OptionalInt number = item.whole(Tag.REFERENCED_ROI_NUMBER);
            List<DataSet> contours = item.items(Tag.CONTOUR_SEQUENCE);
            Roi roi = number.isPresent() ? rois.get(number.getAsInt()) : null;
            if (roi == null) {
                if (contours.isEmpty()) {
                    continue;
                }
                throw Contour.refusal(
                        data.where(), "contours of " + (number.isPresent() ? "region " + number.getAsInt() : "no region")
                                + ", which the structure set does not declare", "contours of regions that have a name");
            }
            for (DataSet one : contours) {
                Contour contour = Contour.of(
                        one, data.where() + ", region " + roi.name() + " (" + roi.number() + "), contour " + (roi.contours().size() + 1));
                roi.contours().add(contour);
                points += contour.count();
                if (points > MOST_POINTS) {
                    throw new InputException(new Problem(
                            ImageProblem.TOO_LARGE, data.where(), "more than " + MOST_POINTS + " points in contours", "outlines of organs",
                            "look at the structure set: a mesh or a dose cloud is no outline"));
                }
            }
        }
    }

    private static MaskReferences references(DataSet data, Map<Integer, Roi> rois) {
        Set<String> frames = new HashSet<>();
        Set<String> series = new HashSet<>();
        Set<String> images = new HashSet<>();
        rois.values().forEach(roi -> roi.frameOfReference().ifPresent(frames::add));
        for (DataSet frame : data.items(Tag.REFERENCED_FRAME_OF_REFERENCE_SEQUENCE)) {
            frame.uid(Tag.FRAME_OF_REFERENCE_UID).ifPresent(frames::add);
            for (DataSet study : frame.items(Tag.RT_REFERENCED_STUDY_SEQUENCE)) {
                for (DataSet one : study.items(Tag.RT_REFERENCED_SERIES_SEQUENCE)) {
                    one.uid(Tag.SERIES_INSTANCE_UID).ifPresent(series::add);
                    for (DataSet image : one.items(Tag.CONTOUR_IMAGE_SEQUENCE)) {
                        image.uid(Tag.REFERENCED_SOP_INSTANCE_UID).ifPresent(images::add);
                    }
                }
            }
        }
        if (frames.isEmpty()) {
            data.uid(Tag.FRAME_OF_REFERENCE_UID).ifPresent(frames::add);
        }
        if (images.isEmpty()) {
            rois.values().forEach(roi -> roi.contours().forEach(contour -> images.addAll(contour.images())));
        }
        return new MaskReferences(data.where(), frames, series, images);
    }

    /// The refusal of contours that come without an image.
    static InputException withoutImage(String where) {
        return new InputException(new Problem(
                DicomProblem.NO_IMAGE, where, "a structure set of contours, and no image", "the CT that the contours were drawn on",
                "add --reference with the folder of the CT (extract, check and the rest take the image that is named with the mask)"));
    }
}
