package org.trabecula.radiomics.prepare;

import java.util.Locale;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Size;
import org.trabecula.image.resample.IndexMap;
import org.trabecula.image.resample.MaskResampler;
import org.trabecula.radiomics.problem.RegionProblem;
import org.trabecula.radiomics.settings.MaskRules;

/// The refusals of PyRadiomics' mask check, in its order: size, geometry, dimensions, voxels.
public final class MaskCheck {
    /// How far the region may reach out of the image, in voxels (`tolerance` in PyRadiomics' `_checkROI`).
    private static final double OUTSIDE_TOLERANCE_VOXELS = 1e-3;

    private MaskCheck() {}

    /// The mask, on the image's grid.
    ///
    /// @return `mask` itself, or with `correctMask` its voxels on the image's grid
    /// @throws InputException if the mask is not on the image's grid
    static Mask onGrid(Grid image, Mask mask, MaskRules rules) {
        Grid other = mask.grid();
        boolean sizes = image.size().equals(other.size());
        if (sizes && sameGeometry(image, other, rules.geometryTolerance())) {
            return mask;
        }
        if (rules.correctMask()) {
            checkInside(image, mask);
            return MaskResampler.nearest(mask, image).orElseThrow(() -> vanished(image, mask));
        }
        if (!sizes) {
            throw new InputException(new Problem(
                    RegionProblem.SIZE_MISMATCH,
                    "mask on image",
                    "image " + image.size() + " voxels, mask " + other.size() + " voxels",
                    "the same size (PyRadiomics: \"Image/Mask datatype or size mismatch\")",
                    "export the mask on the grid of this image; with resampling, or with correctMask: true, masks on "
                            + "other grids are brought onto it"));
        }
        throw new InputException(new Problem(
                RegionProblem.GEOMETRY_MISMATCH,
                "mask on image",
                difference(image, other),
                String.format(
                        Locale.ROOT,
                        "origin and spacing within %s mm, directions within %s (PyRadiomics: \"Image/Mask geometry mismatch\")",
                        rules.geometryTolerance() * image.spacing().iMm(),
                        rules.geometryTolerance()),
                "export the mask from this image; one of the two headers is wrong, or they belong to different scans"));
    }

    /// ITK's check of two grids: every component on its own, lengths in units of the image's i spacing.
    public static boolean sameGeometry(Grid image, Grid mask, double tolerance) {
        double lengthMm = Math.abs(tolerance * image.spacing().iMm());
        for (int axis = 0; axis < 3; axis++) {
            if (!(Math.abs(image.originMm().along(axis) - mask.originMm().along(axis)) <= lengthMm)
                    || !(Math.abs(image.spacing().along(axis) - mask.spacing().along(axis)) <= lengthMm)) {
                return false;
            }
            for (int column = 0; column < 3; column++) {
                if (!(Math.abs(image.direction().at(axis, column) - mask.direction().at(axis, column)) <= tolerance)) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Refuses a region whose box, outer edges included, does not lie in the image.
    public static void checkInside(Grid image, Mask mask) {
        Box box = mask.box();
        IndexMap map = new IndexMap(mask.grid(), image);
        double[] lower = new double[3];
        double[] upper = new double[3];
        map.sourceIndex(box.iMin() - 0.5, box.jMin() - 0.5, box.kMin() - 0.5, lower);
        map.sourceIndex(box.iMax() + 0.5, box.jMax() + 0.5, box.kMax() + 0.5, upper);
        for (int axis = 0; axis < 3; axis++) {
            double low = Math.min(lower[axis], upper[axis]);
            double high = Math.max(lower[axis], upper[axis]);
            double before = -0.5 - low;
            double beyond = high - (image.size().along(axis) - 0.5);
            if (before > OUTSIDE_TOLERANCE_VOXELS || beyond > OUTSIDE_TOLERANCE_VOXELS) {
                double outsideMm = Math.max(before, beyond) * image.spacing().along(axis);
                throw new InputException(new Problem(
                        RegionProblem.OUTSIDE_IMAGE,
                        "mask on image",
                        String.format(
                                Locale.ROOT, "the region's box reaches %.3f mm out of the image along %c", outsideMm,
                                "ijk".charAt(axis)),
                        "inside the image of " + image.size()
                                + " voxels (PyRadiomics: \"Bounding box of ROI is larger than image space\")",
                        "use a mask drawn on this image, or an image that covers the whole region"));
            }
        }
    }

    /// Refuses a region that is too small to be measured.
    static void checkExtent(Mask mask, MaskRules rules) {
        Size size = mask.box().size();
        int dimensions = (size.i() > 1 ? 1 : 0) + (size.j() > 1 ? 1 : 0) + (size.k() > 1 ? 1 : 0);
        if (dimensions == 0) {
            throw new InputException(new Problem(
                    RegionProblem.ONE_VOXEL,
                    "region on the grid that is measured",
                    "1 voxel",
                    "2 voxels or more (PyRadiomics: \"mask only contains 1 segmented voxel\")",
                    "check the label number and the outline, or leave this case out"));
        }
        if (dimensions < rules.minimumDimensions()) {
            throw new InputException(new Problem(
                    RegionProblem.TOO_FEW_DIMENSIONS,
                    "region on the grid that is measured",
                    "a box of " + size + " voxels: " + dimensions + " of 3 sides longer than 1",
                    "at least minimumROIDimensions = " + rules.minimumDimensions() + " (PyRadiomics: \"mask has too few "
                            + "dimensions (number of dimensions " + dimensions + ", minimum required "
                            + rules.minimumDimensions() + ")\")",
                    "check the label number and the outline, or leave this case out"));
        }
        if (rules.minimumVoxels().isPresent() && mask.voxelCount() <= rules.minimumVoxels().getAsDouble()) {
            throw new InputException(new Problem(
                    RegionProblem.TOO_FEW_VOXELS,
                    "region on the grid that is measured",
                    mask.voxelCount() + " voxels",
                    "more than minimumROISize = " + rules.minimumVoxels().getAsDouble()
                            + " (PyRadiomics: \"Size of the ROI is too small\")",
                    "check the label number and the outline, or leave this case out"));
        }
    }

    static InputException vanished(Grid grid, Mask mask) {
        return new InputException(new Problem(
                RegionProblem.VANISHED,
                "mask on the new grid",
                mask.voxelCount() + " voxels of " + mask.grid().spacing() + ", none is the nearest of any voxel of "
                        + grid.spacing(),
                "at least one voxel (PyRadiomics: \"Label not present in mask\")",
                "resample to a finer spacing, or leave this case out"));
    }

    private static String difference(Grid image, Grid mask) {
        if (!image.spacing().equals(mask.spacing())) {
            return "image " + image.spacing() + ", mask " + mask.spacing();
        }
        if (!image.originMm().equals(mask.originMm())) {
            return String.format(
                    Locale.ROOT,
                    "origins %.6g mm apart: image %s, mask %s",
                    image.originMm().distanceMm(mask.originMm()),
                    image.originMm(),
                    mask.originMm());
        }
        return "image " + image.direction() + ", mask " + mask.direction();
    }
}
