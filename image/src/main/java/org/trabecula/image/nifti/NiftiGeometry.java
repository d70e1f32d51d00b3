package org.trabecula.image.nifti;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.image.Grid;
import org.trabecula.image.ImageProblem;
import org.trabecula.image.Mat3;
import org.trabecula.image.Placement;
import org.trabecula.image.Size;
import org.trabecula.image.stored.HeaderGeometry;

/// Where a NIfTI image lies.
///
/// The rules of `nifti1.h`, in this order: the sform if its code is above 0, else the qform if its code is above 0, else
/// the file does not say. NIfTI counts in RAS, we in LPS: the first two rows change sign. Distances are those of `pixdim`,
/// as ITK takes them. An sform whose own lengths differ by more than rounding is refused, as ITK does; beside a qform, to which
/// `pixdim` then belongs, it is another space of the same image: the sform holds, as in nibabel, and that is noted.
final class NiftiGeometry {
    /// Of the smallest spacing: the same share that an image and its mask may differ by.
    private static final double SAME_PLACE_WITHIN = 0.01;
    /// b² + c² + d² of a rotation by 180° is 1, up to the rounding of three floats.
    private static final double QUATERNION_SLACK = 1e-4;

    private final NiftiHeader header;
    private final Size size;
    private final String where;
    private final List<String> notes;

    private NiftiGeometry(NiftiHeader header, Size size, String where, List<String> notes) {
        this.header = header;
        this.size = size;
        this.where = where;
        this.notes = notes;
    }

    /// @param notes gains a sentence for each thing that was assumed
    static Grid grid(NiftiHeader header, Size size, Placement placement, String where, List<String> notes) {
        return new NiftiGeometry(header, size, where, notes).grid(placement);
    }

    private Grid grid(Placement placement) {
        double toMm = millimetresPerUnit();
        double[] spacing = {header.pixdim()[1] * toMm, header.pixdim()[2] * toMm, header.pixdim()[3] * toMm};
        HeaderGeometry.refuseSpacing(spacing, where);
        if (header.sformCode() > 0) {
            Grid placed = bySform(spacing, toMm);
            noteDisagreement(placed, spacing, toMm);
            return placed;
        }
        if (header.qformCode() > 0) {
            return byQform(spacing, toMm);
        }
        if (placement == Placement.ASSUME_LPS) {
            notes.add("the header gives no orientation: axes taken to run to the left, the back and the head, as asked");
            return HeaderGeometry.grid(size, spacing, new double[3], Mat3.IDENTITY, where);
        }
        throw HeaderGeometry.notPlaced(
                where,
                header.version() == 0
                        ? "ANALYZE 7.5, which holds spacing but no orientation"
                        : "qform_code 0 and sform_code 0: spacing but no orientation");
    }

    private double millimetresPerUnit() {
        return switch (header.units() & 7) {
            case 1 -> 1000;
            case 2 -> 1;
            case 3 -> 0.001;
            case 0 -> {
                notes.add("the unit of length is not given: millimetres assumed");
                yield 1;
            }
            default ->
                throw new InputException(new Problem(
                        ImageProblem.UNIT,
                        where,
                        "xyzt_units " + header.units(),
                        "1 metre, 2 millimetre, 3 micrometre, or 0",
                        "export the image again with its unit"));
        };
    }

    private Grid bySform(double[] pixdimMm, double toMm) {
        double[] s = header.srow();
        Mat3 axes = new Mat3(-s[0], -s[1], -s[2], -s[4], -s[5], -s[6], s[8], s[9], s[10]);
        refuseEmptyAxes(axes);
        double[] lengths = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            lengths[axis] = length(axes.column(axis)) * toMm;
        }
        if (header.qformCode() <= 0) {
            HeaderGeometry.refuseContradiction(pixdimMm, "pixdim", lengths, "the sform", where);
        }
        double[] spacing = pixdimMm.clone();
        for (int axis = 0; axis < 3; axis++) {
            if (HeaderGeometry.differ(pixdimMm[axis], lengths[axis])) {
                spacing[axis] = lengths[axis];
                notes.add(String.format(
                        Locale.ROOT,
                        "pixdim[%d] and the qform say %.6g mm, the sform %.6g mm along %c: the sform is used",
                        axis + 1, pixdimMm[axis], lengths[axis], "ijk".charAt(axis)));
            }
        }
        double[] origin = {-s[3] * toMm, -s[7] * toMm, s[11] * toMm};
        return HeaderGeometry.grid(size, spacing, origin, unitColumns(axes), where);
    }

    private Grid byQform(double[] pixdimMm, double toMm) {
        double[] q = header.quatern();
        double lengthSquared = q[0] * q[0] + q[1] * q[1] + q[2] * q[2];
        if (!(lengthSquared <= 1 + QUATERNION_SLACK)) {
            throw new InputException(new Problem(
                    ImageProblem.ORIENTATION,
                    where,
                    "quaternion b = " + q[0] + ", c = " + q[1] + ", d = " + q[2] + " (b² + c² + d² = " + lengthSquared + ")",
                    "b² + c² + d² at most 1",
                    "export the image again from its source"));
        }
        Mat3 rotation = new NiftiRotation(q[0], q[1], q[2]).matrix();
        double qfac = header.pixdim()[0] < 0 ? -1 : 1; // 0 is read as +1
        Mat3 scaled = rotation.times(Mat3.diagonal(header.pixdim()[1], header.pixdim()[2], header.pixdim()[3] * qfac));
        // version 1 libraries keep this matrix in 32-bit floats, so ITK's directions are rounded there
        Mat3 stored = header.version() == 1 ? rounded(scaled) : scaled;
        Mat3 axes = new Mat3(
                -stored.xx(), -stored.xy(), -stored.xz(),
                -stored.yx(), -stored.yy(), -stored.yz(),
                stored.zx(), stored.zy(), stored.zz());
        double[] offset = header.qoffset();
        double[] origin = {-offset[0] * toMm, -offset[1] * toMm, offset[2] * toMm};
        return HeaderGeometry.grid(size, pixdimMm, origin, unitColumns(axes), where);
    }

    private void noteDisagreement(Grid bySform, double[] pixdimMm, double toMm) {
        Grid byQform = header.qformCode() > 0 ? qformIfSound(pixdimMm, toMm) : null;
        if (byQform == null) {
            return;
        }
        double apart = 0;
        for (int corner = 0; corner < 8; corner++) {
            double i = (corner & 1) * (size.i() - 1.0);
            double j = (corner >> 1 & 1) * (size.j() - 1.0);
            double k = (corner >> 2 & 1) * (size.k() - 1.0);
            apart = Math.max(apart, bySform.toWorld(i, j, k).distanceMm(byQform.toWorld(i, j, k)));
        }
        if (apart > SAME_PLACE_WITHIN * bySform.spacing().smallestMm()) {
            notes.add(String.format(
                    Locale.ROOT,
                    "sform (code %d) and qform (code %d) disagree by up to %.3f mm: the sform is used",
                    header.sformCode(), header.qformCode(), apart));
        }
    }

    private @Nullable Grid qformIfSound(double[] pixdimMm, double toMm) {
        try {
            return byQform(pixdimMm, toMm);
        } catch (InputException e) {
            notes.add("the qform is not usable (" + e.problems().getFirst().found() + "): the sform is used");
            return null;
        }
    }

    private void refuseEmptyAxes(Mat3 axes) {
        for (int axis = 0; axis < 3; axis++) {
            if (!(length(axes.column(axis)) > 0)) {
                throw new InputException(new Problem(
                        ImageProblem.ORIENTATION,
                        where,
                        "the sform's axis " + "ijk".charAt(axis) + " has the length " + length(axes.column(axis)),
                        "an axis of some length for each voxel axis",
                        "export the image again from its source"));
            }
        }
    }

    private static Mat3 unitColumns(Mat3 m) {
        double[][] columns = new double[3][];
        for (int axis = 0; axis < 3; axis++) {
            double[] column = m.column(axis);
            double length = length(column);
            for (int row = 0; row < 3; row++) {
                column[row] = column[row] / length + 0.0; // −0 becomes 0
            }
            columns[axis] = column;
        }
        return Mat3.ofColumns(columns[0], columns[1], columns[2]);
    }

    private static double length(double[] v) {
        return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    }

    private static Mat3 rounded(Mat3 m) {
        return new Mat3(
                (float) m.xx(), (float) m.xy(), (float) m.xz(),
                (float) m.yx(), (float) m.yy(), (float) m.yz(),
                (float) m.zx(), (float) m.zy(), (float) m.zz());
    }
}
