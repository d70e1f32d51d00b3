package org.trabecula.image.stored;

import java.util.Locale;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.image.Grid;
import org.trabecula.image.ImageProblem;
import org.trabecula.image.Mat3;
import org.trabecula.image.PointMm;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;

/// From a header's numbers, already turned to LPS, to a [Grid]; refuses what is not one, or cannot be one of a patient.
public final class HeaderGeometry {
    /// A micrometre: a tenth of the voxel of micro-CT. Below it a unit is wrong or a number damaged.
    private static final double FINEST_MM = 1e-3;
    /// Ten times the thickest slices in use. Above it a unit is wrong (0.7 m is 700 mm) or a number damaged.
    private static final double COARSEST_MM = 100;
    private static final double MOST_STRETCHED = 1e4;
    /// Ten kilometres; scanners count from the table, within metres.
    private static final double FARTHEST_MM = 1e7;
    /// Headers round their numbers to 32-bit floats or a few digits; more is a second statement.
    private static final double SAME_LENGTH_WITHIN = 1e-3;

    private HeaderGeometry() {}

    /// @param spacingMm three distances
    /// @param originMm  x, y, z
    /// @param direction unit columns, with the noise that their storage brought
    /// @throws InputException GEO-003 shear, GEO-004 spacing, GEO-006 not finite or not a rotation, GEO-008 origin
    public static Grid grid(Size size, double[] spacingMm, double[] originMm, Mat3 direction, String where) {
        refuseSpacing(spacingMm, where);
        double error = direction.orthonormalityError();
        if (!Double.isFinite(error + originMm[0] + originMm[1] + originMm[2])) {
            throw refusal(
                    ImageProblem.ORIENTATION,
                    where,
                    "directions " + text(direction) + ", origin " + originMm[0] + ", " + originMm[1] + ", " + originMm[2],
                    "finite numbers, an axis of some length for each voxel axis");
        }
        for (double coordinate : originMm) {
            if (Math.abs(coordinate) > FARTHEST_MM) {
                throw refusal(
                        ImageProblem.FAR_AWAY,
                        where,
                        "first voxel at " + originMm[0] + ", " + originMm[1] + ", " + originMm[2] + " mm",
                        "coordinates up to " + FARTHEST_MM + " mm: a scanner counts from its table");
            }
        }
        if (error > Grid.ORTHONORMAL_WITHIN) {
            throw refusal(
                    ImageProblem.SHEARED,
                    where,
                    "angles between the axes: i–j " + angle(direction, 0, 1) + "°, i–k " + angle(direction, 0, 2) + "°, j–k "
                            + angle(direction, 1, 2) + "°",
                    "90° each, within " + Grid.ORTHONORMAL_WITHIN + " rad of rounding");
        }
        return new Grid(
                size,
                new Spacing(spacingMm[0], spacingMm[1], spacingMm[2]),
                new PointMm(originMm[0] + 0.0, originMm[1] + 0.0, originMm[2] + 0.0), // −0 becomes 0
                direction);
    }

    /// @throws InputException GEO-004 unless every distance is one between voxels of a patient
    public static void refuseSpacing(double[] spacingMm, String where) {
        double least = Math.min(spacingMm[0], Math.min(spacingMm[1], spacingMm[2])); // NaN if one of them is
        double most = Math.max(spacingMm[0], Math.max(spacingMm[1], spacingMm[2]));
        if (!(least >= FINEST_MM && most <= COARSEST_MM && most <= MOST_STRETCHED * least)) {
            throw refusal(
                    ImageProblem.SPACING,
                    where,
                    spacingMm[0] + ", " + spacingMm[1] + ", " + spacingMm[2] + " mm along i, j, k",
                    FINEST_MM + " to " + COARSEST_MM + " mm, the largest at most " + (int) MOST_STRETCHED
                            + " times the smallest");
        }
    }

    /// Refuses a length that the header states a second time, and not within rounding.
    ///
    /// @param first  what states it, such as `pixdim`
    /// @param second what states it again
    /// @throws InputException GEO-009
    public static void refuseContradiction(
            double[] firstMm, String first, double[] secondMm, String second, String where) {
        for (int axis = 0; axis < 3; axis++) {
            if (differ(firstMm[axis], secondMm[axis])) {
                throw new InputException(new Problem(
                        ImageProblem.CONTRADICTION,
                        where,
                        "along " + "ijk".charAt(axis) + " " + length(firstMm[axis]) + " mm by " + first + ", "
                                + length(secondMm[axis]) + " mm by " + second + "; a voxel has " + volume(firstMm) + " or "
                                + volume(secondMm) + " mm³",
                        "the same distance by both, within " + SAME_LENGTH_WITHIN * 100 + " % of rounding",
                        "export the image again from its source: which of the two is right cannot be known here"));
            }
        }
    }

    /// Whether two statements of a length differ by more than rounding.
    public static boolean differ(double firstMm, double secondMm) {
        return !(Math.abs(firstMm - secondMm) <= SAME_LENGTH_WITHIN * firstMm);
    }

    private static String volume(double[] mm) {
        return length(mm[0] * mm[1] * mm[2]);
    }

    private static String length(double mm) {
        return String.format(Locale.ROOT, "%.6g", mm);
    }

    /// The refusal of a file that says nothing about where it lies.
    public static InputException notPlaced(String where, String found) {
        return new InputException(new Problem(
                ImageProblem.NOT_PLACED,
                where,
                found,
                "an affine (NIfTI sform or qform) or axes in an anatomical space (NRRD LPS, RAS, LAS)",
                "export it again with its orientation; or, only if you know that its axes run to the left, the back and the"
                        + " head: trabecula convert IN -o OUT --assume-lps"));
    }

    private static InputException refusal(ImageProblem code, String where, String found, String expected) {
        return new InputException(new Problem(code, where, found, expected, "export the image again from its source"));
    }

    private static String angle(Mat3 m, int a, int b) {
        double dot = m.at(0, a) * m.at(0, b) + m.at(1, a) * m.at(1, b) + m.at(2, a) * m.at(2, b);
        return String.format(Locale.ROOT, "%.3f", Math.toDegrees(Math.acos(Math.clamp(dot, -1, 1))));
    }

    private static String text(Mat3 m) {
        return "(" + m.xx() + ", " + m.yx() + ", " + m.zx() + ") (" + m.xy() + ", " + m.yy() + ", " + m.zy() + ") (" + m.xz()
                + ", " + m.yz() + ", " + m.zz() + ")";
    }
}
