package org.trabecula.dicom.segmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.dicom.DicomProblem;
import org.trabecula.dicom.dataset.DataSet;
import org.trabecula.dicom.dataset.Tag;

/// One contour of a region of interest.
///
/// @param type   Contour Geometric Type, in upper case
/// @param points x, y, z of each point in turn, LPS in mm
/// @param images UIDs of the images that it says it was drawn on
record Contour(String type, double[] points, List<String> images) {
    /// Further from the world's origin lies no patient.
    private static final double FARTHEST_MM = 1e5;

    /// @param where names file, region and contour in refusals
    /// @throws InputException DCM-013 if type, number of points and coordinates do not fit each other
    static Contour of(DataSet item, String where) {
        String type = item.text(Tag.CONTOUR_GEOMETRIC_TYPE).map(text -> text.toUpperCase(Locale.ROOT)).orElse("");
        double[] points;
        try {
            points = item.numbers(Tag.CONTOUR_DATA);
        } catch (InputException e) {
            throw refusal(where, e.problems().getFirst().found(), "finite coordinates");
        }
        if (points.length % 3 != 0) {
            throw refusal(where, points.length + " coordinates", "three for each point");
        }
        OptionalInt stated = item.whole(Tag.NUMBER_OF_CONTOUR_POINTS);
        if (stated.isPresent() && stated.getAsInt() != points.length / 3) {
            throw refusal(where, points.length / 3 + " points in " + Tag.CONTOUR_DATA.title() + ", and "
                    + Tag.NUMBER_OF_CONTOUR_POINTS.title() + " says " + stated.getAsInt(), "as many points as the contour says");
        }
        for (double one : points) {
            if (!(Math.abs(one) < FARTHEST_MM)) {
                throw refusal(where, "a coordinate of " + one + " mm", "a place within " + FARTHEST_MM + " mm of the origin");
            }
        }
        for (double one : item.numbers(Tag.CONTOUR_OFFSET_VECTOR)) {
            if (one != 0) {
                throw refusal(where, Tag.CONTOUR_OFFSET_VECTOR.title() + " that is not zero", "contours where their coordinates are");
            }
        }
        if (type.isEmpty() && points.length > 0) {
            throw refusal(where, "no " + Tag.CONTOUR_GEOMETRIC_TYPE.title(), "CLOSED_PLANAR for an outline");
        }
        List<String> images = new ArrayList<>();
        item.items(Tag.CONTOUR_IMAGE_SEQUENCE).forEach(image -> image.uid(Tag.REFERENCED_SOP_INSTANCE_UID).ifPresent(images::add));
        return new Contour(type, points, List.copyOf(images));
    }

    static InputException refusal(String where, String found, String expected) {
        return new InputException(new Problem(
                DicomProblem.CONTOURS, where, found, expected, "export the structure set again; a guessed outline would be another region"));
    }

    /// Whether it encloses something; `CLOSEDPLANAR_XOR` says explicitly what holds for all.
    boolean isClosed() {
        return type.equals("CLOSED_PLANAR") || type.equals("CLOSEDPLANAR_XOR");
    }

    int count() {
        return points.length / 3;
    }
}
