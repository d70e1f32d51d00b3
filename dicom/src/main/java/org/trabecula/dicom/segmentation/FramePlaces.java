package org.trabecula.dicom.segmentation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.dicom.DicomProblem;
import org.trabecula.dicom.series.ImagePlane;
import org.trabecula.dicom.series.Millimetres;
import org.trabecula.image.Grid;
import org.trabecula.image.ImageProblem;
import org.trabecula.image.PointMm;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;

/// Where the frames of a segmentation lie: a grid that holds them all, and each frame's first voxel on it.
///
/// Frames may come in any order, leave slices out and cover part of the matrix. Their distance is what they state, if their positions
/// are multiples of it; else the image's, the thickness of slices, or the smallest gap, and then that is said.
///
/// @param grid  LPS; k runs along the normal of the frames
/// @param first i, j, k of each frame's first voxel, three numbers a frame
/// @param notes what was assumed
record FramePlaces(Grid grid, int[] first, List<String> notes) {
    /// As for series: positions written with two or three digits.
    private static final double ROUNDED = 0.01;
    private static final double ROUNDED_MM = 0.01;
    private static final double UNEVEN_BUT_TAKEN = 0.1;
    private static final double SAME_SPACING = 1e-3;
    /// No patient is longer.
    private static final double LONGEST_MM = 10_000;
    private static final double WIDEST_GAP_MM = 100;
    private static final int MOST_SLICES = 20_000;
    private static final int WIDEST = 65_535;
    /// A grid is at most so many times as large as the frames in it, unless it is small anyway.
    private static final long MOST_PER_SAMPLE = 1000;
    private static final long ALWAYS_BELIEVED_VOXELS = 1L << 27;

    /// What is known of the distance of slices.
    ///
    /// @param stated    Spacing Between Slices
    /// @param thickness Slice Thickness
    /// @param image     the grid of the image that the mask is for
    record Distances(OptionalDouble stated, OptionalDouble thickness, Optional<Grid> image) {}

    /// @param where   names the file in refusals
    /// @param planes  one for each frame
    /// @param columns of every frame
    /// @param rows    of every frame
    /// @throws InputException DCM-012 if the frames share no lattice of voxels, DCM-008 if they share no distance, DCM-011 for one frame that
    /// states none, IMG-004 if they lie further apart than can be believed
    static FramePlaces of(String where, List<ImagePlane> planes, int columns, int rows, Distances distances) {
        List<String> notes = new ArrayList<>();
        ImagePlane plane = planes.get(0);
        double[] normal = plane.normal();
        double[] along = new double[planes.size()];
        int[] first = new int[3 * planes.size()];
        double worst = 0;
        for (int frame = 0; frame < planes.size(); frame++) {
            ImagePlane one = planes.get(frame);
            refuseOtherPlane(where, plane, one, frame);
            along[frame] = one.along(normal) - plane.along(normal);
            double i = offset(plane, one, 0) / plane.iSpacingMm();
            double j = offset(plane, one, 1) / plane.jSpacingMm();
            if (!(Math.abs(i) < WIDEST && Math.abs(j) < WIDEST)) {
                throw tooLarge(where, "frames that lie " + mm(Math.hypot(offset(plane, one, 0), offset(plane, one, 1))) + " mm beside each other");
            }
            first[3 * frame] = (int) Math.rint(i);
            first[3 * frame + 1] = (int) Math.rint(j);
            worst = Math.max(worst, Math.max(Math.abs(i - Math.rint(i)), Math.abs(j - Math.rint(j))));
        }
        refuseBetween(where, worst, "pixels", notes);
        double[] sorted = Arrays.stream(along).sorted().toArray();
        if (!(sorted[sorted.length - 1] - sorted[0] <= LONGEST_MM)) {
            throw tooLarge(where, "frames that lie " + mm(sorted[sorted.length - 1] - sorted[0]) + " mm apart");
        }
        double spacing = distance(where, sorted, normal, distances, notes);
        double low = sorted[0];
        worst = 0;
        for (int frame = 0; frame < planes.size(); frame++) {
            double k = (along[frame] - low) / spacing;
            first[3 * frame + 2] = (int) Math.rint(k);
            worst = Math.max(worst, Math.abs(k - Math.rint(k)));
        }
        if (worst * spacing > Math.max(ROUNDED_MM, ROUNDED * spacing)) {
            notes.add("frames lie up to " + mm(worst * spacing) + " mm off a regular grid of " + mm(spacing) + " mm; taken as rounding");
        }
        return new FramePlaces(grid(where, plane, first, columns, rows, low, spacing, planes.size()), first, notes);
    }

    private static Grid grid(
            String where, ImagePlane plane, int[] first, int columns, int rows, double low, double spacing, int frames) {
        int[] least = {Integer.MAX_VALUE, Integer.MAX_VALUE};
        int[] most = {Integer.MIN_VALUE, Integer.MIN_VALUE, 0};
        for (int n = 0; n < first.length; n += 3) {
            for (int axis = 0; axis < 3; axis++) {
                most[axis] = Math.max(most[axis], first[n + axis]);
                if (axis < 2) {
                    least[axis] = Math.min(least[axis], first[n + axis]);
                }
            }
        }
        for (int n = 0; n < first.length; n += 3) {
            first[n] -= least[0];
            first[n + 1] -= least[1];
        }
        Size size = new Size(most[0] - least[0] + columns, most[1] - least[1] + rows, most[2] + 1);
        long believed = Math.max(ALWAYS_BELIEVED_VOXELS, MOST_PER_SAMPLE * columns * rows * frames);
        if (size.k() > MOST_SLICES || size.voxels() > Math.min(believed, Integer.MAX_VALUE - 8L)) {
            throw tooLarge(where, frames + " frames of " + columns + " × " + rows + " in a grid of " + size);
        }
        double a = least[0] * plane.iSpacingMm();
        double b = least[1] * plane.jSpacingMm();
        double[] i = plane.axes().column(0);
        double[] j = plane.axes().column(1);
        double[] k = plane.normal();
        PointMm from = plane.position();
        PointMm origin = new PointMm(
                from.x() + a * i[0] + b * j[0] + low * k[0],
                from.y() + a * i[1] + b * j[1] + low * k[1],
                from.z() + a * i[2] + b * j[2] + low * k[2]);
        return new Grid(size, new Spacing(plane.iSpacingMm(), plane.jSpacingMm(), spacing), origin, plane.axes());
    }

    private static void refuseOtherPlane(String where, ImagePlane plane, ImagePlane one, int frame) {
        boolean sameSpacing = Math.abs(plane.iSpacingMm() - one.iSpacingMm()) <= SAME_SPACING * plane.iSpacingMm()
                && Math.abs(plane.jSpacingMm() - one.jSpacingMm()) <= SAME_SPACING * plane.jSpacingMm();
        if (!plane.isParallelTo(one) || !sameSpacing) {
            throw new InputException(new Problem(
                    DicomProblem.SEGMENTATION,
                    where + ", frame " + (frame + 1),
                    plane.isParallelTo(one)
                            ? "pixels of " + mm(one.iSpacingMm()) + " × " + mm(one.jSpacingMm()) + " mm, and of "
                                    + mm(plane.iSpacingMm()) + " × " + mm(plane.jSpacingMm()) + " mm in frame 1"
                            : "a plane that is not parallel to that of frame 1",
                    "one orientation and pixel spacing for all frames",
                    "export the segmentation again, one grid a file"));
        }
    }

    /// The distance from the first voxel of one frame to that of another along an axis of the plane, in mm.
    private static double offset(ImagePlane from, ImagePlane to, int axis) {
        double[] unit = from.axes().column(axis);
        return (to.position().x() - from.position().x()) * unit[0]
                + (to.position().y() - from.position().y()) * unit[1]
                + (to.position().z() - from.position().z()) * unit[2];
    }

    private static void refuseBetween(String where, double worst, String of, List<String> notes) {
        if (worst > UNEVEN_BUT_TAKEN) {
            throw new InputException(new Problem(
                    DicomProblem.SEGMENTATION, where,
                    String.format(Locale.ROOT, "frames that lie %.2f %s beside a common lattice", worst, of),
                    "frames on one lattice of voxels", "export the segmentation on the grid of its image"));
        }
        if (worst > ROUNDED) {
            notes.add(String.format(Locale.ROOT, "frames lie up to %.3f %s beside a common lattice; taken as rounding", worst, of));
        }
    }

    /// @param sorted positions along the normal, from that of the first frame
    private static double distance(String where, double[] sorted, double[] normal, Distances known, List<String> notes) {
        double smallest = Double.POSITIVE_INFINITY;
        for (int n = 1; n < sorted.length; n++) {
            double gap = sorted[n] - sorted[n - 1];
            smallest = gap > ROUNDED_MM ? Math.min(smallest, gap) : smallest;
        }
        OptionalDouble stated = known.stated();
        OptionalDouble image = known.image().map(grid -> alongNormal(grid, normal)).orElseGet(OptionalDouble::empty);
        Optional<Double> taken = fitting(sorted, stated);
        if (taken.isPresent()) {
            return taken.get();
        }
        if (stated.isPresent() && stated.getAsDouble() > 0) {
            notes.add("Spacing Between Slices, " + mm(stated.getAsDouble()) + " mm, is not that of the frames' positions");
        }
        taken = fitting(sorted, image);
        if (taken.isPresent()) {
            return taken.get();
        }
        taken = fitting(sorted, known.thickness());
        if (taken.isPresent()) {
            notes.add("the distance of slices is not stated; taken as their thickness, " + mm(taken.get()) + " mm");
            return taken.get();
        }
        if (smallest == Double.POSITIVE_INFINITY) {
            throw new InputException(new Problem(
                    DicomProblem.ONE_SLICE, where, "frames at one place, and neither Spacing Between Slices nor Slice Thickness",
                    "frames that say how far slices are apart", "name the image that the mask was drawn on: --reference"));
        }
        taken = smallest <= WIDEST_GAP_MM ? fitting(sorted, OptionalDouble.of(smallest)) : Optional.empty();
        if (taken.isPresent()) {
            notes.add("the distance of slices is not stated; taken as the smallest between frames, " + mm(taken.get())
                    + " mm: slices that were left out of the file everywhere are not known");
            return taken.get();
        }
        throw new InputException(new Problem(
                DicomProblem.UNEVEN, where,
                "frames that are no multiples of one distance apart; the smallest is " + mm(smallest) + " mm"
                        + (stated.isPresent() ? ", " + mm(stated.getAsDouble()) + " mm is stated" : ""),
                "one distance from slice to slice", "name the image that the mask was drawn on: --reference"));
    }

    /// The spacing of the image along the normal of the frames; absent if no axis of it runs there.
    private static OptionalDouble alongNormal(Grid image, double[] normal) {
        for (int axis = 0; axis < 3; axis++) {
            double[] unit = image.direction().column(axis);
            double cosine = unit[0] * normal[0] + unit[1] * normal[1] + unit[2] * normal[2];
            if (Math.abs(Math.abs(cosine) - 1) <= Grid.ORTHONORMAL_WITHIN) {
                return OptionalDouble.of(image.spacing().along(axis));
            }
        }
        return OptionalDouble.empty();
    }

    /// The distance near `candidate` of which all positions are multiples: from the first to the last by their number, so that roundings
    /// cancel out. Absent if there is none.
    private static Optional<Double> fitting(double[] sorted, OptionalDouble candidate) {
        if (candidate.isEmpty() || !(candidate.getAsDouble() > ROUNDED_MM)) {
            return Optional.empty();
        }
        double whole = sorted[sorted.length - 1] - sorted[0];
        double steps = Math.rint(whole / candidate.getAsDouble());
        double spacing = steps >= 1 ? whole / steps : candidate.getAsDouble();
        if (!(Math.abs(spacing - candidate.getAsDouble()) <= ROUNDED * candidate.getAsDouble()) || !(steps < MOST_SLICES)) {
            return Optional.empty();
        }
        for (double one : sorted) {
            double k = (one - sorted[0]) / spacing;
            if (!(Math.abs(k - Math.rint(k)) <= UNEVEN_BUT_TAKEN)) {
                return Optional.empty();
            }
        }
        return Optional.of(spacing);
    }

    private static InputException tooLarge(String where, String found) {
        return new InputException(new Problem(
                ImageProblem.TOO_LARGE, where, found, "frames that lie beside each other as slices of one image do",
                "look at the header: a damaged position is far away"));
    }

    private static String mm(double value) {
        return Millimetres.text(value);
    }
}
