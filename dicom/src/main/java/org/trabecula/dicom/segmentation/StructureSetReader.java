package org.trabecula.dicom.segmentation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.trabecula.dicom.series.SeriesIdentity;
import org.trabecula.image.Grid;
import org.trabecula.image.ImageFile;
import org.trabecula.image.Mat3;
import org.trabecula.image.PointMm;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;

/// Draws the regions of a structure set on an image.
///
/// Contours lie in planes; the axis of the image that these are perpendicular to is the one whose slices are drawn on, which is k
/// for the series that they were drawn on, and may be another axis where that was stored anew.
///
/// @param path  that was named
/// @param image that the contours are for
record StructureSetReader(Path path, ImageFile image) {
    /// Of a voxel; a contour that is flatter lies in the plane of slices.
    private static final double FLAT = 0.1;
    private static final double FLAT_MM = 0.01;
    /// So many contours tell which way all lie.
    private static final int ENOUGH = 32;

    RegionLayers read(StructureSet structures) {
        List<String> notes = new ArrayList<>(structures.references().check(image));
        int axis = sliceAxis(structures);
        Grid sliced = axis == 2 ? image.grid() : withLast(image.grid(), axis);
        Optional<SeriesIdentity> identity = MaskReferences.identity(Optional.of(image));
        Map<String, Integer> slices = axis == 2 ? identity.map(SeriesIdentity::slices).orElse(Map.of()) : Map.of();
        Optional<String> frame = identity.flatMap(SeriesIdentity::frameOfReference);
        boolean sameFrame = frame.map(structures.references().framesOfReference()::contains).orElse(false);
        List<SegmentedRegion> regions = new ArrayList<>();
        for (StructureSet.Roi roi : structures.rois()) {
            boolean elsewhere = sameFrame && roi.frameOfReference().isPresent() && !roi.frameOfReference().equals(frame);
            regions.add(elsewhere ? elsewhere(roi, structures) : drawn(roi, structures, sliced, slices));
        }
        RegionLayers layers = new RegionLayers(path, sliced, regions, notes);
        return axis == 2 ? layers : layers.on(image.grid());
    }

    private SegmentedRegion drawn(StructureSet.Roi roi, StructureSet all, Grid sliced, Map<String, Integer> slices) {
        ContourSlices contours = new ContourSlices(
                sliced, slices, all.references().where() + ", region " + roi.name() + " (" + roi.number() + ")");
        roi.contours().forEach(contours::add);
        NavigableMap<Integer, SliceRuns> found = contours.rasterised();
        List<String> odd = new ArrayList<>();
        if (roi.contours().isEmpty()) {
            odd.add("declared, and no contour is drawn");
        }
        odd.addAll(contours.notes());
        return region(roi, all, odd, found);
    }

    /// A region in coordinates that are not the image's.
    private static SegmentedRegion elsewhere(StructureSet.Roi roi, StructureSet all) {
        return region(roi, all, List.of("its frame of reference is not the image's"), new TreeMap<>());
    }

    /// 0 is the background of label maps: a region of that number gets the next free one.
    private static SegmentedRegion region(
            StructureSet.Roi roi, StructureSet all, List<String> odd, NavigableMap<Integer, SliceRuns> slices) {
        int number = roi.number();
        List<String> notes = new ArrayList<>(odd);
        if (number == 0) {
            number = all.rois().stream().mapToInt(StructureSet.Roi::number).max().orElse(0) + 1;
            notes.add("its number is 0, which means background in masks: number " + number + " here");
        }
        return new SegmentedRegion(number, roi.name(), List.of(), notes, slices);
    }

    /// The axis that most of the first contours are perpendicular to.
    private int sliceAxis(StructureSet structures) {
        int[] votes = new int[3];
        structures.rois().stream()
                .flatMap(roi -> roi.contours().stream())
                .filter(contour -> contour.isClosed() && contour.count() >= 3)
                .limit(ENOUGH)
                .forEach(contour -> votes[axisOf(contour)]++);
        return votes[2] >= votes[1] && votes[2] >= votes[0] ? 2 : votes[1] >= votes[0] ? 1 : 0;
    }

    private int axisOf(Contour contour) {
        Grid grid = image.grid();
        double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        double[] points = contour.points();
        for (int n = 0; n < points.length; n += 3) {
            double[] index = grid.toIndex(new PointMm(points[n], points[n + 1], points[n + 2]));
            for (int axis = 0; axis < 3; axis++) {
                low[axis] = Math.min(low[axis], index[axis]);
                high[axis] = Math.max(high[axis], index[axis]);
            }
        }
        for (int axis = 2; axis >= 0; axis--) {
            double spacing = grid.spacing().along(axis);
            if ((high[axis] - low[axis]) * spacing <= Math.max(FLAT_MM, FLAT * spacing)) {
                return axis;
            }
        }
        return 2;
    }

    /// The same lattice with `axis` as k.
    private static Grid withLast(Grid grid, int axis) {
        int a = axis == 0 ? 1 : 0;
        int b = axis == 2 ? 1 : 2;
        Mat3 direction = grid.direction();
        return new Grid(
                new Size(grid.size().along(a), grid.size().along(b), grid.size().along(axis)),
                new Spacing(grid.spacing().along(a), grid.spacing().along(b), grid.spacing().along(axis)),
                grid.originMm(),
                Mat3.ofColumns(direction.column(a), direction.column(b), direction.column(axis)));
    }
}
