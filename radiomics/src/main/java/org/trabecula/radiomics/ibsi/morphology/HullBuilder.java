package org.trabecula.radiomics.ibsi.morphology;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The convex hull of points with whole-number coordinates, by the quickhull method.
///
/// Each test of a point against a face is exact in 64-bit integers (coordinates differ by less than 2²⁰), so the many
/// coplanar and collinear points of a voxel surface need no tolerance: a point belongs outside a face only if it lies
/// strictly beyond its plane.
///
/// Source: Barber, Dobkin and Huhdanpaa 1996, doi:10.1145/235815.235821.
final class HullBuilder {
    private final MeshPoints points;
    private final List<Face> faces = new ArrayList<>();
    private final Deque<Face> pending = new ArrayDeque<>();

    /// A triangle, anticlockwise seen from outside; `across[e]` is the face beyond the edge from corner e to corner e + 1.
    static final class Face {
        final int[] corners;
        private final Face[] across = new Face[3];
        private final List<Integer> beyond = new ArrayList<>();
        private final long nx;
        private final long ny;
        private final long nz;
        private final long offset;
        private boolean removed;

        private Face(MeshPoints p, int a, int b, int c) {
            corners = new int[] {a, b, c};
            long ux = p.i()[b] - p.i()[a];
            long uy = p.j()[b] - p.j()[a];
            long uz = p.k()[b] - p.k()[a];
            long vx = p.i()[c] - p.i()[a];
            long vy = p.j()[c] - p.j()[a];
            long vz = p.k()[c] - p.k()[a];
            nx = uy * vz - uz * vy;
            ny = uz * vx - ux * vz;
            nz = ux * vy - uy * vx;
            offset = nx * p.i()[a] + ny * p.j()[a] + nz * p.k()[a];
        }

        /// How far beyond the face's plane, times its normal's length: > 0 outside.
        private long height(MeshPoints p, int point) {
            return nx * p.i()[point] + ny * p.j()[point] + nz * p.k()[point] - offset;
        }
    }

    private HullBuilder(MeshPoints points) {
        this.points = points;
    }

    /// The faces of the hull.
    ///
    /// @throws IllegalArgumentException if all points lie in one plane
    static List<Face> faces(MeshPoints points) {
        HullBuilder builder = new HullBuilder(points);
        builder.startWithTetrahedron();
        while (!builder.pending.isEmpty()) {
            Face face = builder.pending.pop();
            if (!face.removed && !face.beyond.isEmpty()) {
                builder.add(builder.farthest(face), face);
            }
        }
        return builder.faces.stream().filter(face -> !face.removed).toList();
    }

    private void startWithTetrahedron() {
        int a = 0;
        int b = -1;
        int c = -1;
        int d = -1;
        for (int p = 1; p < points.count() && d < 0; p++) {
            if (b < 0) {
                b = distance(a, p) > 0 ? p : -1;
            } else if (c < 0) {
                Face line = new Face(points, a, b, p);
                c = line.nx != 0 || line.ny != 0 || line.nz != 0 ? p : -1;
            } else if (new Face(points, a, b, c).height(points, p) != 0) {
                d = p;
            }
        }
        if (d < 0) {
            throw new IllegalArgumentException("points in one plane have no hull in space");
        }
        if (new Face(points, a, b, c).height(points, d) > 0) {
            int swap = b;
            b = c;
            c = swap;
        }
        Face base = face(a, b, c);
        Face ab = face(a, d, b);
        Face bc = face(b, d, c);
        Face ca = face(c, d, a);
        base.across[0] = ab;
        base.across[1] = bc;
        base.across[2] = ca;
        link(ab, ca, bc, base);
        link(bc, ab, ca, base);
        link(ca, bc, ab, base);
        List<Face> tetrahedron = List.of(base, ab, bc, ca);
        for (int p = 0; p < points.count(); p++) {
            assign(p, tetrahedron);
        }
        tetrahedron.forEach(pending::push);
    }

    private static void link(Face side, Face before, Face after, Face base) {
        side.across[0] = before;
        side.across[1] = after;
        side.across[2] = base;
    }

    private Face face(int a, int b, int c) {
        Face face = new Face(points, a, b, c);
        faces.add(face);
        return face;
    }

    private long distance(int a, int b) {
        long x = points.i()[a] - points.i()[b];
        long y = points.j()[a] - points.j()[b];
        long z = points.k()[a] - points.k()[b];
        return x * x + y * y + z * z;
    }

    private int farthest(Face face) {
        int farthest = face.beyond.getFirst();
        for (int point : face.beyond) {
            if (face.height(points, point) > face.height(points, farthest)) {
                farthest = point;
            }
        }
        return farthest;
    }

    private void assign(int point, List<Face> candidates) {
        for (Face face : candidates) {
            if (face.height(points, point) > 0) {
                face.beyond.add(point);
                return;
            }
        }
    }

    /// Replaces the faces that see `point` by a cone from their rim to it.
    private void add(int point, Face seen) {
        List<Face> visible = new ArrayList<>();
        Map<Integer, Face> coneByStart = new HashMap<>();
        List<Face> cone = new ArrayList<>();
        Deque<Face> open = new ArrayDeque<>();
        seen.removed = true;
        open.push(seen);
        while (!open.isEmpty()) {
            Face face = open.pop();
            visible.add(face);
            for (int e = 0; e < 3; e++) {
                Face neighbour = face.across[e];
                if (neighbour.removed) {
                    continue;
                }
                if (neighbour.height(points, point) > 0) {
                    neighbour.removed = true;
                    open.push(neighbour);
                }
            }
        }
        for (Face face : visible) {
            for (int e = 0; e < 3; e++) {
                Face neighbour = face.across[e];
                if (!neighbour.removed) {
                    int from = face.corners[e];
                    int to = face.corners[(e + 1) % 3];
                    Face side = face(from, to, point);
                    side.across[0] = neighbour;
                    neighbour.across[edgeFrom(neighbour, to)] = side;
                    coneByStart.put(from, side);
                    cone.add(side);
                }
            }
        }
        for (Face side : cone) {
            Face next = found(coneByStart.get(side.corners[1]));
            side.across[1] = next;
            next.across[2] = side;
        }
        for (Face face : visible) {
            for (int orphan : face.beyond) {
                if (orphan != point) {
                    assign(orphan, cone);
                }
            }
        }
        cone.forEach(pending::push);
    }

    private static int edgeFrom(Face face, int corner) {
        for (int e = 0; e < 3; e++) {
            if (face.corners[e] == corner) {
                return e;
            }
        }
        throw new IllegalStateException("neighbours share an edge");
    }

    private static Face found(@Nullable Face face) {
        if (face == null) {
            throw new IllegalStateException("the rim of the visible faces is one closed line");
        }
        return face;
    }
}
