package org.trabecula.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;

/// Image and mask, compared as places in the patient: do the same indices mean the same points?
public final class GridComparison {
    /// Of the smallest spacing. Below it no voxel can change sides; headers written by good programs agree far better.
    public static final double SAME_WITHIN = 0.01;
    /// ITK's tolerance for coordinates (times the image's first spacing) and for direction cosines.
    private static final double ITK_TOLERANCE = 1e-6;
    private static final double DEGREES_SHOWN = 0.01;

    private final Grid image;
    private final Grid mask;

    private GridComparison(Grid image, Grid mask) {
        this.image = image;
        this.mask = mask;
    }

    /// Compares a mask's lattice with the image's.
    public static GridComparison of(Grid image, Grid mask) {
        return new GridComparison(image, mask);
    }

    /// The distance that corners may lie apart, in mm.
    public double allowedMm() {
        return SAME_WITHIN * Math.min(image.spacing().smallestMm(), mask.spacing().smallestMm());
    }

    /// The largest distance between the same corner voxel in image and mask, in mm; corners are the image's.
    public double worstCornerMm() {
        int[] corner = worstCorner();
        return apartMm(corner);
    }

    /// Whether sizes are equal and every corner lies within 1 % of the smallest spacing.
    public boolean sameSpace() {
        return image.size().equals(mask.size()) && worstCornerMm() <= allowedMm();
    }

    /// Whether ITK, and so PyRadiomics, takes both as the same space: equal sizes; every component of origin and spacing
    /// within 10⁻⁶ of the image's first spacing; every direction cosine within 10⁻⁶.
    public boolean withinItk() {
        double coordinate = ITK_TOLERANCE * image.spacing().iMm();
        boolean same = image.size().equals(mask.size());
        for (int axis = 0; axis < 3; axis++) {
            same &= Math.abs(image.originMm().along(axis) - mask.originMm().along(axis)) <= coordinate;
            same &= Math.abs(image.spacing().along(axis) - mask.spacing().along(axis)) <= coordinate;
            for (int row = 0; row < 3; row++) {
                same &= Math.abs(image.direction().at(row, axis) - mask.direction().at(row, axis)) <= ITK_TOLERANCE;
            }
        }
        return same;
    }

    /// The mask's region on the image's grid: as it is when both cover the same space; moved voxel by voxel when the mask was
    /// cropped, flipped or turned by right angles on the same lattice.
    ///
    /// @param where names both files, such as `case VF-0231: mask seg.nii.gz on image ct.nii.gz`
    /// @throws InputException GEO-001 if the two are not on one lattice; MSK-005 if the region leaves the image
    public static Mask place(Mask mask, Grid image, String where) {
        GridComparison comparison = of(image, mask.grid());
        if (comparison.sameSpace()) {
            return mask.grid().equals(image) ? mask : mask.onGrid(image);
        }
        Optional<LatticeMap> map = LatticeMap.between(mask.grid(), image);
        if (map.isEmpty()) {
            throw new InputException(comparison.problem(where));
        }
        return map.get().apply(mask, image, where);
    }

    /// What differs, in millimetres, and what to do.
    ///
    /// @param where names both files
    public Problem problem(String where) {
        List<String> found = new ArrayList<>();
        int[] corner = worstCorner();
        found.add(String.format(
                Locale.ROOT,
                "corner voxel (%d, %d, %d) lies %s mm apart",
                corner[0], corner[1], corner[2], length(apartMm(corner))));
        if (!image.size().equals(mask.size())) {
            found.add(mask.size() + " voxels in the mask, " + image.size() + " in the image");
        }
        boolean spacing = addSpacing(found);
        boolean turned = addDirection(found);
        double origin = image.originMm().distanceMm(mask.originMm());
        if (origin > allowedMm()) {
            found.add("first voxel at " + point(mask.originMm()) + " in the mask, " + point(image.originMm()) + " in the image");
        }
        return new Problem(
                ImageProblem.SPACE_DIFFERS,
                where,
                String.join("; ", found),
                String.format(
                        Locale.ROOT,
                        "every corner within %.3f mm (1 %% of the smallest spacing, %.3f mm), or both cut from one lattice of"
                                + " voxels",
                        allowedMm(),
                        allowedMm() / SAME_WITHIN),
                fix(spacing, turned));
    }

    private String fix(boolean spacing, boolean turned) {
        boolean sameSize = image.size().equals(mask.size());
        if (isMirrored()) {
            return "export the mask again in the image's coordinates: it fits when x and y change sign, so one header was written"
                    + " in RAS and read as LPS";
        }
        if (spacing && sameSize) {
            return "re-export the mask from this CT series: same voxel count but other spacing means one header is wrong";
        }
        if (spacing) {
            return "draw or resample the mask on this very series: it belongs to a reconstruction with other voxels";
        }
        if (turned) {
            return "export the mask again from the program that drew it, on this series: its axes point elsewhere";
        }
        return "check that the mask was drawn on this series, then export it again from it: its position differs";
    }

    /// Whether the mask covers the image's space once its first two world axes change sign.
    private boolean isMirrored() {
        Mat3 turn = Mat3.diagonal(-1, -1, 1);
        PointMm origin = mask.originMm();
        Grid turned = new Grid(
                mask.size(), mask.spacing(), new PointMm(-origin.x(), -origin.y(), origin.z()), turn.times(mask.direction()));
        return of(image, turned).sameSpace();
    }

    private boolean addSpacing(List<String> found) {
        boolean differs = false;
        for (int axis = 0; axis < 3; axis++) {
            double inMask = mask.spacing().along(axis);
            double inImage = image.spacing().along(axis);
            double drift = Math.abs(inMask - inImage) * Math.max(1, image.size().along(axis) - 1);
            if (drift > allowedMm()) {
                differs = true;
                String what = axis == axialAxis() ? "slice spacing" : "spacing along " + "ijk".charAt(axis);
                found.add(what + " " + length(inMask) + " mm in the mask, " + length(inImage) + " mm in the image");
            }
        }
        return differs;
    }

    private boolean addDirection(List<String> found) {
        boolean differs = false;
        for (int axis = 0; axis < 3; axis++) {
            double cosine = 0;
            for (int row = 0; row < 3; row++) {
                cosine += image.direction().at(row, axis) * mask.direction().at(row, axis);
            }
            double degrees = Math.toDegrees(Math.acos(Math.clamp(cosine, -1, 1)));
            if (degrees > DEGREES_SHOWN) {
                differs = true;
                found.add(String.format(Locale.ROOT, "axis %c points %.2f° away", "ijk".charAt(axis), degrees));
            }
        }
        return differs;
    }

    private int axialAxis() {
        return Orientation.of(image.direction()).axialAxis();
    }

    private int[] worstCorner() {
        int[] worst = {0, 0, 0};
        for (int corner = 1; corner < 8; corner++) {
            int[] at = {
                (corner & 1) * (image.size().i() - 1),
                (corner >> 1 & 1) * (image.size().j() - 1),
                (corner >> 2 & 1) * (image.size().k() - 1)
            };
            if (apartMm(at) >= apartMm(worst)) {
                worst = at;
            }
        }
        return worst;
    }

    private double apartMm(int[] voxel) {
        return image.toWorld(voxel[0], voxel[1], voxel[2]).distanceMm(mask.toWorld(voxel[0], voxel[1], voxel[2]));
    }

    private static String point(PointMm p) {
        return "(" + length(p.x()) + ", " + length(p.y()) + ", " + length(p.z()) + ") mm";
    }

    /// Three decimals, more where they would hide the value.
    private static String length(double mm) {
        return String.format(Locale.ROOT, mm != 0 && Math.abs(mm) < 0.01 ? "%.3g" : "%.3f", mm);
    }
}
