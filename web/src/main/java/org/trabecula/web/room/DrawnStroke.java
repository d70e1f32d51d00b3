package org.trabecula.web.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.image.Mask;
import org.trabecula.outline.slices.SlicePlane;
import org.trabecula.outline.stroke.PlanePoint;
import org.trabecula.outline.stroke.Stroke;
import org.trabecula.web.server.Asked;

/// A movement of the hand as the page sends it: points on the picture of one slice.
///
/// @param plane    of the picture
/// @param slice    that was drawn on
/// @param tool     what the hand held
/// @param points   column and row, one after the other; whole numbers are the centres of pixels
/// @param radiusMm of the pen or the eraser; a polygon has none, 0
public record DrawnStroke(BodyPlane plane, int slice, Tool tool, double[] points, double radiusMm) {
    private static final int MOST_POINTS = 20_000;

    /// What the hand held.
    public enum Tool {
        PEN,
        ERASER,
        /// A closed line whose inside is filled.
        POLYGON,
        /// A closed line whose inside is removed.
        CUT
    }

    /// Whether it takes away.
    boolean erases() {
        return tool == Tool.ERASER || tool == Tool.CUT;
    }

    /// What it covers, whatever it does there, and what was covered before.
    ///
    /// @throws org.trabecula.core.InputException WEB-006 for what is no stroke on this scan
    Optional<Mask> painted(PlaneOfGrid lies, Optional<Mask> before) {
        Tool painting = tool == Tool.ERASER ? Tool.PEN : tool == Tool.CUT ? Tool.POLYGON : tool;
        return new DrawnStroke(plane, slice, painting, points, radiusMm).on(lies).on(lies.grid(), before);
    }

    /// The same in voxel indices of the grid.
    ///
    /// @throws org.trabecula.core.InputException WEB-006 for what is no stroke on this scan
    Stroke on(PlaneOfGrid lies) {
        if (slice < 0 || slice >= lies.slices() || points.length % 2 != 0 || points.length > 2 * MOST_POINTS) {
            throw Asked.malformed(
                    "the stroke", points.length + " numbers on slice " + slice,
                    "pairs of column and row, at most " + MOST_POINTS + ", on a slice from 0 to " + (lies.slices() - 1));
        }
        int[] voxel = lies.voxel(0, 0, slice);
        SlicePlane on = new SlicePlane(lies.axis(), voxel[lies.axis()]);
        try {
            List<PlanePoint> line = new ArrayList<>();
            for (int n = 0; n < points.length; n += 2) {
                double[] along = new double[3];
                along[lies.columnAxis()] = lies.columnFlips() ? lies.columns() - 1 - points[n] : points[n];
                along[lies.rowAxis()] = lies.rowFlips() ? lies.rows() - 1 - points[n + 1] : points[n + 1];
                line.add(new PlanePoint(along[on.firstAxis()], along[on.secondAxis()]));
            }
            return switch (tool) {
                case PEN -> new Stroke.Brush(on, line, radiusMm, false);
                case ERASER -> new Stroke.Brush(on, line, radiusMm, true);
                case POLYGON -> new Stroke.Polygon(on, line, false);
                case CUT -> new Stroke.Polygon(on, line, true);
            };
        } catch (IllegalArgumentException e) {
            throw Asked.malformed("the stroke", String.valueOf(e.getMessage()), "a stroke on the slice");
        }
    }
}
