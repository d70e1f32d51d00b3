package org.trabecula.extraction.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Orientation;
import org.trabecula.image.PointMm;
import org.trabecula.image.Spacing;

/// What about a region should make people look again, although it can be measured: said once, on the case.
///
/// | said when | why there |
/// |---|---|
/// | the region's box reaches the outermost voxels of the image | what lies beyond is missing: shape and texture are of a part |
/// | voxels longer than 2 mm | the study's CT has 1.0 mm slices (P3) and is resampled to 1 mm (P7): above 2 mm more than half of the measured voxels are interpolated |
/// | less than 4 cm³ | half of the smallest thoracic body: an upper end plate of about 25 × 18 mm, four fifths of the box filled, 18 mm high make 6.5 cm³, and a severe fracture takes up to two fifths of the height |
/// | longer than 50 mm from front to back | the upper end plate of L5, among the longest, measures 35.7 ± 3.5 mm on CT (International Journal of Spine Surgery, Māori and European adults, Table 6: ijssurgery.com/highwire/markup/11003): 50 mm is four standard deviations above, while a whole vertebra has 60 to 90 mm. The study's masks are bodies (P4) |
final class RegionNotes {
    private static final double LONGEST_VOXEL_MM = 2;
    private static final double SMALLEST_BODY_CM3 = 4;
    private static final double DEEPEST_BODY_MM = 50;
    private static final double MM3_IN_CM3 = 1000;
    /// A mask on another grid may miss the last voxel by rounding.
    private static final double NEAR_EDGE_VOXELS = 0.5;

    private RegionNotes() {}

    /// @param mask  as drawn
    /// @param image that it lies on
    static List<String> of(Mask mask, Grid image) {
        List<String> notes = new ArrayList<>();
        cut(mask, image, notes);
        thick(image, notes);
        small(mask, notes);
        arches(mask, notes);
        return notes;
    }

    /// Without what the quality checks find too, and with more numbers: a region that is cut, or has another volume than a vertebra.
    static List<String> besideChecks(Mask mask, Grid image) {
        List<String> notes = new ArrayList<>();
        thick(image, notes);
        arches(mask, notes);
        return notes;
    }

    private static void cut(Mask mask, Grid image, List<String> notes) {
        double[][] reach = reach(mask, image);
        Orientation axes = Orientation.of(image.direction());
        for (int axis = 0; axis < 3; axis++) {
            int last = image.size().along(axis) - 1;
            boolean low = reach[0][axis] < NEAR_EDGE_VOXELS;
            boolean high = reach[1][axis] > last - NEAR_EDGE_VOXELS;
            if (last > 0 && (low || high)) {
                String end = axis == axes.axialAxis() ? (low ? "first" : "last") + " slice of the scan" : "edge of the image";
                notes.add("the region reaches the " + end + " (" + "ijk".charAt(axis) + " = " + (low ? 0 : last)
                        + "): what lies beyond is missing");
            }
        }
    }

    /// The lowest and the highest index that the centres of the region's corner voxels have in the image.
    private static double[][] reach(Mask mask, Grid image) {
        Box box = mask.box();
        double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int corner = 0; corner < 8; corner++) {
            double[] at = image.toIndex(corner(mask.grid(), box, corner));
            for (int axis = 0; axis < 3; axis++) {
                low[axis] = Math.min(low[axis], at[axis]);
                high[axis] = Math.max(high[axis], at[axis]);
            }
        }
        return new double[][] {low, high};
    }

    private static PointMm corner(Grid grid, Box box, int corner) {
        return grid.toWorld(
                (corner & 1) == 0 ? box.iMin() : box.iMax(),
                (corner & 2) == 0 ? box.jMin() : box.jMax(),
                (corner & 4) == 0 ? box.kMin() : box.kMax());
    }

    private static void thick(Grid image, List<String> notes) {
        Spacing spacing = image.spacing();
        double longest = Math.max(spacing.iMm(), Math.max(spacing.jMm(), spacing.kMm()));
        if (longest > LONGEST_VOXEL_MM) {
            notes.add(String.format(
                    Locale.ROOT,
                    "voxels of %.3g × %.3g × %.3g mm; the study's method is for slices of about 1 mm, and texture depends on it",
                    spacing.iMm(), spacing.jMm(), spacing.kMm()));
        }
    }

    private static void small(Mask mask, List<String> notes) {
        double cm3 = mask.volumeMm3() / MM3_IN_CM3;
        if (cm3 < SMALLEST_BODY_CM3) {
            notes.add(String.format(
                    Locale.ROOT, "the region has %d voxels, %.2g cm³: less than any vertebral body (%.0f cm³ or more)",
                    mask.voxelCount(), cm3, SMALLEST_BODY_CM3));
        }
    }

    private static void arches(Mask mask, List<String> notes) {
        int axis = Orientation.of(mask.grid().direction()).coronalAxis();
        double mm = (mask.box().max(axis) - mask.box().min(axis) + 1) * mask.grid().spacing().along(axis);
        if (mm > DEEPEST_BODY_MM) {
            notes.add(String.format(
                    Locale.ROOT,
                    "the region reaches %.0f mm from front to back, a vertebral body at most %.0f: with its arch, the vertebra is not"
                            + " what the study's method measures",
                    mm, DEEPEST_BODY_MM));
        }
    }
}
