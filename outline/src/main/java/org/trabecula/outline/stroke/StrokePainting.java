package org.trabecula.outline.stroke;

import java.util.List;
import java.util.Optional;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;

/// Turns a stroke into voxels and a mask into the next.
final class StrokePainting {
    private StrokePainting() {}

    static Optional<Mask> paint(Stroke stroke, Grid grid, Optional<Mask> before) {
        PlanePixels pixels = switch (stroke) {
            case Stroke.Brush brush -> brushed(brush, grid);
            case Stroke.Polygon polygon -> filled(polygon, grid);
        };
        if (pixels.isEmpty()) {
            return before;
        }
        Box window = pixels.box();
        FlagBlock block = FlagBlock.of(before, grid, stroke.erases() ? before.map(Mask::box).orElse(window) : window);
        boolean[] covered = pixels.flags();
        int at = 0;
        for (int k = window.kMin(); k <= window.kMax(); k++) {
            for (int j = window.jMin(); j <= window.jMax(); j++) {
                for (int i = window.iMin(); i <= window.iMax(); i++, at++) {
                    if (covered[at] && block.holds(i, j, k)) {
                        block.set(i, j, k, !stroke.erases());
                    }
                }
            }
        }
        return block.toMask();
    }

    private static PlanePixels brushed(Stroke.Brush brush, Grid grid) {
        double first = grid.spacing().along(brush.plane().firstAxis());
        double second = grid.spacing().along(brush.plane().secondAxis());
        double radiusMm = Math.max(brush.radiusMm(), 0.5 * Math.hypot(first, second));
        List<PlanePoint> line = brush.line();
        PlanePixels pixels = new PlanePixels(brush.plane(), grid, line, radiusMm);
        if (!pixels.isEmpty()) {
            pixels.coverLine(line.getFirst(), line.getFirst(), radiusMm);
            for (int n = 1; n < line.size(); n++) {
                pixels.coverLine(line.get(n - 1), line.get(n), radiusMm);
            }
        }
        return pixels;
    }

    private static PlanePixels filled(Stroke.Polygon polygon, Grid grid) {
        PlanePixels pixels = new PlanePixels(polygon.plane(), grid, polygon.corners(), 0);
        pixels.coverPolygon(polygon.corners().toArray(PlanePoint[]::new));
        return pixels;
    }
}
