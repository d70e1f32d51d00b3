package org.trabecula.dicom.segmentation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.trabecula.dicom.series.Millimetres;
import org.trabecula.image.Grid;
import org.trabecula.image.PointMm;

/// Brings the contours of one region onto the slices of a grid, by their coordinates alone, and says what does not fit.
final class ContourSlices {
    /// Coordinates are written with two or three digits; what lies within these is on the slice.
    private static final double ROUNDED_MM = 0.01;
    private static final double ROUNDED = 0.01;
    /// Of the distance of slices: taken for the slice, and said. Beyond, a contour belongs to no slice.
    private static final double UNEVEN_BUT_TAKEN = 0.1;
    private static final int MOST_NAMED = 6;

    private final Grid grid;
    private final Map<String, Integer> sliceOfImage;
    private final String where;
    private final NavigableMap<Integer, List<double[]>> polygons = new TreeMap<>();
    private final Map<String, Integer> open = new LinkedHashMap<>();
    private final NavigableMap<Double, Integer> between = new TreeMap<>();
    private int beyond;
    private int tilted;
    private int degenerate;
    private int misnamed;
    private int repeated;
    private int cut;
    private double offMm;
    private double furthestBetweenMm;

    /// @param grid         whose slices along k are drawn on
    /// @param sliceOfImage k of the images that contours may name
    /// @param where        names file and region in refusals
    ContourSlices(Grid grid, Map<String, Integer> sliceOfImage, String where) {
        this.grid = grid;
        this.sliceOfImage = sliceOfImage;
        this.where = where;
    }

    void add(Contour contour) {
        if (!contour.isClosed()) {
            open.merge(contour.type().isEmpty() ? "empty" : contour.type(), 1, Integer::sum);
            return;
        }
        if (contour.count() < 3) {
            degenerate++;
            return;
        }
        double[] points = contour.points();
        double[] polygon = new double[points.length / 3 * 2];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int n = 0; n < contour.count(); n++) {
            double[] index = grid.toIndex(new PointMm(points[3 * n], points[3 * n + 1], points[3 * n + 2]));
            polygon[2 * n] = index[0];
            polygon[2 * n + 1] = index[1];
            low = Math.min(low, index[2]);
            high = Math.max(high, index[2]);
        }
        place(contour, polygon, low, high);
    }

    private void place(Contour contour, double[] polygon, double low, double high) {
        double spacing = grid.spacing().kMm();
        double k = Math.rint((low + high) / 2);
        double off = Math.max(Math.abs(low - k), Math.abs(high - k)) * spacing;
        if ((high - low) * spacing > Math.max(ROUNDED_MM, UNEVEN_BUT_TAKEN * spacing)) {
            tilted++;
        } else if (k < 0 || k >= grid.size().k()) {
            beyond++;
        } else if (off > Math.max(ROUNDED_MM, UNEVEN_BUT_TAKEN * spacing)) {
            between.merge((low + high) / 2, 1, Integer::sum);
            furthestBetweenMm = Math.max(furthestBetweenMm, off);
        } else {
            offMm = off > Math.max(ROUNDED_MM, ROUNDED * spacing) ? Math.max(offMm, off) : offMm;
            draw((int) k, contour, polygon);
        }
    }

    private void draw(int k, Contour contour, double[] polygon) {
        List<Integer> named = contour.images().stream().filter(sliceOfImage::containsKey).map(sliceOfImage::get).toList();
        misnamed += !named.isEmpty() && !named.contains(k) ? 1 : 0;
        List<double[]> there = polygons.computeIfAbsent(k, _ -> new ArrayList<>());
        if (there.stream().anyMatch(other -> Arrays.equals(other, polygon))) {
            repeated++; // by the even-odd rule a copy would undo its original
            return;
        }
        there.add(polygon);
        boolean inside = true;
        for (int n = 0; n < polygon.length && inside; n += 2) {
            inside = polygon[n] >= -0.5 && polygon[n] <= grid.size().i() - 0.5
                    && polygon[n + 1] >= -0.5 && polygon[n + 1] <= grid.size().j() - 0.5;
        }
        cut += inside ? 0 : 1;
    }

    /// The voxels, by k.
    NavigableMap<Integer, SliceRuns> rasterised() {
        NavigableMap<Integer, SliceRuns> slices = new TreeMap<>();
        polygons.forEach((k, drawn) -> {
            SliceRuns runs = EvenOddRaster.of(drawn, grid.size().i(), grid.size().j(), where);
            if (!runs.isEmpty()) {
                slices.put(k, runs);
            }
        });
        return slices;
    }

    /// How many contours enclose no voxel's centre.
    private long withoutCentre() {
        return polygons.values().stream()
                .flatMap(List::stream)
                .filter(ContourSlices::isSmall)
                .filter(polygon -> EvenOddRaster.of(List.of(polygon), grid.size().i(), grid.size().j(), where).isEmpty())
                .count();
    }

    /// Only small ones can.
    private static boolean isSmall(double[] polygon) {
        double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int n = 0; n < polygon.length; n++) {
            low[n % 2] = Math.min(low[n % 2], polygon[n]);
            high[n % 2] = Math.max(high[n % 2], polygon[n]);
        }
        return high[0] - low[0] < 2 && high[1] - low[1] < 2;
    }

    /// What did not fit, one sentence each.
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!between.isEmpty()) {
            int count = between.values().stream().mapToInt(Integer::intValue).sum();
            String places = between.keySet().stream()
                    .limit(MOST_NAMED)
                    .map(k -> String.format(Locale.ROOT, "%.2f", k))
                    .collect(Collectors.joining(", "));
            notes.add(contours(count) + (count == 1 ? " lies" : " lie") + " between slices, up to " + Millimetres.text(furthestBetweenMm)
                    + " mm from the nearest (at slice " + places + (between.size() > MOST_NAMED ? " and others" : "")
                    + "), and " + left(count));
        }
        say(notes, beyond, "beyond the first or the last slice, and " + left(beyond));
        say(notes, tilted, "not in the plane of the slices, and " + left(tilted));
        say(notes, degenerate, "of fewer than three points, and " + left(degenerate));
        open.forEach((type, count) -> notes.add(
                contours(count) + " of type " + type + (count == 1 ? " encloses" : " enclose") + " nothing, and " + left(count)));
        say(notes, repeated, "there twice; taken once");
        int crossing = CrossingContours.slices(polygons.values());
        if (crossing > 0) {
            notes.add("contours cross each other on " + crossing + (crossing == 1 ? " slice" : " slices")
                    + "; what two of them enclose together is outside (even-odd rule)");
        }
        say(notes, cut, "partly outside the image, and cut at its edge");
        if (misnamed > 0) {
            notes.add(contours(misnamed) + (misnamed == 1 ? " names" : " name")
                    + " another slice than the one where the coordinates lie; coordinates count");
        }
        if (offMm > 0) {
            notes.add("contours lie up to " + Millimetres.text(offMm) + " mm off their slices; taken for them");
        }
        long small = withoutCentre();
        if (small > 0) {
            notes.add(contours((int) small) + (small == 1 ? " encloses" : " enclose") + " no voxel's centre");
        }
        return notes;
    }

    private static void say(List<String> notes, int count, String what) {
        if (count > 0) {
            notes.add(contours(count) + (count == 1 ? " is " : " are ") + what);
        }
    }

    private static String contours(int count) {
        return count + (count == 1 ? " contour" : " contours");
    }

    private static String left(int count) {
        return count == 1 ? "is left out" : "are left out";
    }
}
