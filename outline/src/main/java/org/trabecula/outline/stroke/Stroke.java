package org.trabecula.outline.stroke;

import java.util.List;
import java.util.Optional;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.outline.slices.SlicePlane;

/// One movement of a hand on one slice, in index coordinates of the grid: what it covers is painted or erased.
///
/// Whatever lies outside of the grid is cut off. The same stroke on the same grid always covers the same voxels; the grid's
/// place and direction in the world do not matter.
public sealed interface Stroke {
    SlicePlane plane();

    /// Whether the stroke removes instead of adding.
    boolean erases();

    /// A round brush drawn along a line: every voxel of the slice whose centre lies within `radiusMm` of the line.
    ///
    /// A radius of less than half of a pixel's diagonal counts as that, so that each point covers at least the pixel it lies in.
    ///
    /// @param line     one point for a dab; straight between points
    /// @param radiusMm > 0, at most [#WIDEST_MM]
    record Brush(SlicePlane plane, List<PlanePoint> line, double radiusMm, boolean erases) implements Stroke {
        public static final double WIDEST_MM = 1000;

        public Brush {
            line = List.copyOf(line);
            if (line.isEmpty() || !(radiusMm > 0 && radiusMm <= WIDEST_MM)) {
                throw new IllegalArgumentException("a brush has a radius > 0 and <= " + WIDEST_MM
                        + " mm and at least one point, got " + radiusMm + " mm and " + line.size());
            }
        }
    }

    /// The inside of a closed polygon, by the even–odd rule on voxel centres.
    ///
    /// @param corners at least three; the last is joined to the first
    record Polygon(SlicePlane plane, List<PlanePoint> corners, boolean erases) implements Stroke {
        public Polygon {
            corners = List.copyOf(corners);
            if (corners.size() < 3) {
                throw new IllegalArgumentException("a polygon has at least three corners, got " + corners.size());
            }
        }
    }

    /// The drawing after this stroke.
    ///
    /// @param grid   the grid of the drawing
    /// @param before the drawing so far; empty where nothing is drawn
    default Optional<Mask> on(Grid grid, Optional<Mask> before) {
        return StrokePainting.paint(this, grid, before);
    }
}
