package org.trabecula.dicom.series;

import java.util.Arrays;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.dicom.dataset.DataSet;
import org.trabecula.dicom.dataset.Tag;
import org.trabecula.image.Grid;
import org.trabecula.image.ImageProblem;
import org.trabecula.image.Mat3;
import org.trabecula.image.PointMm;

/// Where one image lies: PS3.3 C.7.6.2.1.1.
///
/// @param position   centre of the first pixel, LPS
/// @param axes       unit vectors along a row (i), along a column (j), and their normal, as columns
/// @param iSpacingMm between columns: the second value of Pixel Spacing
/// @param jSpacingMm between rows: the first one
public record ImagePlane(PointMm position, Mat3 axes, double iSpacingMm, double jSpacingMm) {
    /// Further than this from the world's origin lies no patient.
    private static final double FARTHEST_MM = 1e5;
    private static final double SMALLEST_MM = 1e-3;
    private static final double LARGEST_MM = 100;
    /// Directions written with two or three digits are off by this much and still mean the same plane.
    private static final double SAME_DIRECTION = 0.01;

    /// @param position    the data set that holds Image Position (Patient)
    /// @param orientation the one that holds Image Orientation (Patient)
    /// @param measures    the one that holds Pixel Spacing
    /// @throws InputException GEO-005 without position or orientation, GEO-006 for directions that are none, GEO-008 for a place
    /// far away, DCM-002 for a pixel spacing that is missing or no distance
    public static ImagePlane of(DataSet position, DataSet orientation, DataSet measures) {
        double[] at = position.numbers(Tag.IMAGE_POSITION_PATIENT);
        double[] cosines = orientation.numbers(Tag.IMAGE_ORIENTATION_PATIENT);
        if (at.length == 0 || cosines.length == 0) {
            throw new InputException(new Problem(
                    ImageProblem.NOT_PLACED,
                    position.where(),
                    "no " + (at.length == 0 ? Tag.IMAGE_POSITION_PATIENT : Tag.IMAGE_ORIENTATION_PATIENT).title(),
                    "position and orientation of every slice; Slice Location has no defined direction and does not stand in for"
                            + " them",
                    "export the original series; a reformatted or secondary one may have lost its place"));
        }
        refuseCount(position, Tag.IMAGE_POSITION_PATIENT, at, 3);
        refuseCount(orientation, Tag.IMAGE_ORIENTATION_PATIENT, cosines, 6);
        double[] spacing = measures.numbers(Tag.PIXEL_SPACING);
        if (spacing.length == 0) {
            throw measures.refusal(Tag.PIXEL_SPACING, "no value", "two distances in mm, between rows and between columns");
        }
        refuseCount(measures, Tag.PIXEL_SPACING, spacing, 2);
        for (double one : spacing) {
            if (!(one >= SMALLEST_MM && one <= LARGEST_MM)) {
                throw measures.refusal(Tag.PIXEL_SPACING, one + " mm", SMALLEST_MM + " to " + LARGEST_MM + " mm");
            }
        }
        PointMm place = new PointMm(at[0], at[1], at[2]);
        if (!(place.distanceMm(PointMm.ZERO) < FARTHEST_MM)) {
            throw new InputException(new Problem(
                    ImageProblem.FAR_AWAY,
                    position.where(),
                    at[0] + ", " + at[1] + ", " + at[2] + " mm",
                    "a place within " + FARTHEST_MM + " mm of the origin",
                    "export the series again; a coordinate in the header is damaged"));
        }
        return new ImagePlane(place, axes(orientation, cosines), spacing[1], spacing[0]);
    }

    private static void refuseCount(DataSet data, Tag tag, double[] values, int wanted) {
        if (values.length != wanted) {
            throw data.refusal(tag, values.length + (values.length == 1 ? " value" : " values"), wanted + " values");
        }
    }

    private static Mat3 axes(DataSet data, double[] cosines) {
        double[] row = {cosines[0], cosines[1], cosines[2]};
        double[] column = {cosines[3], cosines[4], cosines[5]};
        double[] normal = cross(row, column);
        double length = Math.sqrt(dot(normal, normal));
        Mat3 axes = Mat3.ofColumns(row, column, new double[] {normal[0] / length, normal[1] / length, normal[2] / length});
        if (!(axes.orthonormalityError() <= Grid.ORTHONORMAL_WITHIN)) {
            throw new InputException(new Problem(
                    ImageProblem.ORIENTATION,
                    data.where(),
                    Tag.IMAGE_ORIENTATION_PATIENT.title() + ": " + Arrays.toString(cosines),
                    "two perpendicular unit vectors, within " + Grid.ORTHONORMAL_WITHIN,
                    "export the series again; the header's orientation is damaged"));
        }
        return axes;
    }

    public double[] normal() {
        return axes.column(2);
    }

    /// The position along the normal of `plane`, in mm.
    public double along(double[] normal) {
        return position.x() * normal[0] + position.y() * normal[1] + position.z() * normal[2];
    }

    public boolean isParallelTo(ImagePlane other) {
        boolean same = true;
        for (int axis = 0; axis < 2; axis++) {
            for (int row = 0; row < 3; row++) {
                same &= Math.abs(axes.at(row, axis) - other.axes.at(row, axis)) <= SAME_DIRECTION;
            }
        }
        return same;
    }

    /// `axial`, `coronal` or `sagittal`, with `oblique` before it where the plane is tilted by more than 5°.
    public String name() {
        double[] normal = normal();
        int most = 0;
        for (int axis = 1; axis < 3; axis++) {
            most = Math.abs(normal[axis]) > Math.abs(normal[most]) ? axis : most;
        }
        String plane = most == 0 ? "sagittal" : most == 1 ? "coronal" : "axial";
        return Math.abs(normal[most]) < Math.cos(Math.toRadians(5)) ? "oblique " + plane : plane;
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
}
