package org.trabecula.radiomics.ibsi.morphology;

/// A box around the mesh's vertices, by its sides.
///
/// Source: IBSI reference manual, "Volume density - axis-aligned bounding box" (`PBX1`, `R59B`) and "- oriented minimum
/// bounding box" (`ZH1A`, `IQYR`).
public record EnclosingBox(double aMm, double bMm, double cMm) {
    public double volumeMm3() {
        return aMm * bMm * cMm;
    }

    public double areaMm2() {
        return 2 * (aMm * bMm + bMm * cMm + cMm * aMm);
    }

    /// The box along the image's axes.
    public static EnclosingBox aligned(ConvexHull hull) {
        double[] side = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            double[] unit = new double[3];
            unit[axis] = 1;
            side[axis] = extent(hull, unit);
        }
        return new EnclosingBox(side[0], side[1], side[2]);
    }

    /// The smallest box that has a side on a face of the hull: over all faces, the hull's height above the face times the
    /// least rectangle around its outline on the face.
    ///
    /// The smallest box of all may touch no face (O'Rourke 1985, doi:10.1007/BF00991005) and so be a little smaller; the
    /// IBSI leaves the method open and has no reference value.
    public static EnclosingBox oriented(ConvexHull hull) {
        EnclosingBox best = aligned(hull);
        double[][] vertices = hull.vertices();
        for (int[] face : hull.faces()) {
            double[] u = PointVectors.minus(vertices[face[1]], vertices[face[0]]);
            double[] normal = PointVectors.cross(u, PointVectors.minus(vertices[face[2]], vertices[face[0]]));
            u = PointVectors.scaled(u, 1 / PointVectors.length(u));
            normal = PointVectors.scaled(normal, 1 / PointVectors.length(normal));
            Outline outline = Outline.of(vertices, u, PointVectors.cross(normal, u));
            double[] rectangle = outline.leastRectangle();
            EnclosingBox box = new EnclosingBox(extent(hull, normal), rectangle[0], rectangle[1]);
            if (box.volumeMm3() < best.volumeMm3()) {
                best = box;
            }
        }
        return best;
    }

    private static double extent(ConvexHull hull, double[] direction) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double[] vertex : hull.vertices()) {
            double position = PointVectors.dot(vertex, direction);
            min = Math.min(min, position);
            max = Math.max(max, position);
        }
        return max - min;
    }
}
