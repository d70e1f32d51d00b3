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

/// From a header's numbers, already turned to LPS, to a [Grid]; refuses what is not one.
public final class HeaderGeometry {
    private HeaderGeometry() {}

    /// @param spacingMm three distances
    /// @param originMm  x, y, z
    /// @param direction unit columns, with the noise that their storage brought
    /// @throws InputException GEO-003 shear, GEO-004 spacing, GEO-006 not finite or not a rotation
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

    /// @throws InputException GEO-004 unless every distance is finite and > 0
    public static void refuseSpacing(double[] spacingMm, String where) {
        for (double distance : spacingMm) {
            if (!(distance > 0) || Double.isInfinite(distance)) {
                throw refusal(
                        ImageProblem.SPACING,
                        where,
                        spacingMm[0] + ", " + spacingMm[1] + ", " + spacingMm[2] + " mm along i, j, k",
                        "finite distances above 0 mm");
            }
        }
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
