package org.trabecula.extraction.picture;

import java.util.Arrays;

/// The surface on which an [Occupancy] is ½, as a closed net of four-sided faces: one vertex in every cell that the surface cuts, at
/// the mean of the places where it cuts the cell's edges, and one face around every edge that it cuts, between the vertices of the four
/// cells at that edge.
///
/// Source: Gibson 1998, "Constrained elastic surface nets", doi:10.1007/BFb0056277, in its form without relaxation.
final class SurfaceNet {
    private static final float LEVEL = 0.5f;

    private double[] vertices = new double[3 * 1024];
    private int[] faces = new int[4 * 1024];
    private int vertexCount;
    private int faceCount;

    private SurfaceNet() {}

    /// @param field less than ½ on its outermost points
    static SurfaceNet of(Occupancy field) {
        SurfaceNet net = new SurfaceNet();
        int[] vertexOfCell = net.placeVertices(field);
        net.joinFaces(field, vertexOfCell);
        net.vertices = Arrays.copyOf(net.vertices, 3 * net.vertexCount);
        net.faces = Arrays.copyOf(net.faces, 4 * net.faceCount);
        return net;
    }

    int vertexCount() {
        return vertexCount;
    }

    int faceCount() {
        return faceCount;
    }

    /// In mm from the middle: 0 to the left, 1 to the back, 2 to the head.
    double mm(int vertex, int axis) {
        return vertices[3 * vertex + axis];
    }

    /// The four vertices of a face, counter-clockwise seen from outside.
    int vertex(int face, int corner) {
        return faces[4 * face + corner];
    }

    /// Of the vertices, outwards, length 1: the sum of the normals of the faces at each, which are as long as a face is large.
    double[] normals() {
        double[] normals = new double[3 * vertexCount];
        for (int face = 0; face < faceCount; face++) {
            double[] across = new double[3];
            double[] along = new double[3];
            for (int axis = 0; axis < 3; axis++) {
                across[axis] = mm(vertex(face, 2), axis) - mm(vertex(face, 0), axis);
                along[axis] = mm(vertex(face, 3), axis) - mm(vertex(face, 1), axis);
            }
            for (int axis = 0; axis < 3; axis++) {
                int b = (axis + 1) % 3;
                int c = (axis + 2) % 3;
                double normal = across[b] * along[c] - across[c] * along[b];
                for (int corner = 0; corner < 4; corner++) {
                    normals[3 * vertex(face, corner) + axis] += normal;
                }
            }
        }
        for (int vertex = 0; vertex < vertexCount; vertex++) {
            double x = normals[3 * vertex];
            double y = normals[3 * vertex + 1];
            double z = normals[3 * vertex + 2];
            double length = Math.sqrt(x * x + y * y + z * z);
            for (int axis = 0; axis < 3 && length > 0; axis++) {
                normals[3 * vertex + axis] /= length;
            }
        }
        return normals;
    }

    /// @return the vertex of each cell, −1 where the surface does not cut it; x fastest
    private int[] placeVertices(Occupancy field) {
        int nx = field.size(0) - 1;
        int ny = field.size(1) - 1;
        int nz = field.size(2) - 1;
        int[] vertexOfCell = new int[nx * ny * nz];
        float[] corners = new float[8];
        int cell = 0;
        for (int z = 0; z < nz; z++) {
            for (int y = 0; y < ny; y++) {
                for (int x = 0; x < nx; x++, cell++) {
                    int inside = 0;
                    for (int corner = 0; corner < 8; corner++) {
                        corners[corner] = field.at(x + (corner & 1), y + (corner >> 1 & 1), z + (corner >> 2));
                        inside += corners[corner] >= LEVEL ? 1 : 0;
                    }
                    boolean cut = inside > 0 && inside < 8;
                    vertexOfCell[cell] = cut ? place(field, corners, x, y, z) : -1;
                }
            }
        }
        return vertexOfCell;
    }

    /// At the mean of the cuts of the twelve edges.
    private int place(Occupancy field, float[] corners, int x, int y, int z) {
        double[] sum = new double[3];
        int cuts = 0;
        for (int axis = 0; axis < 3; axis++) {
            int step = 1 << axis;
            for (int corner = 0; corner < 8; corner++) {
                if ((corner & step) == 0 && corners[corner] >= LEVEL != corners[corner | step] >= LEVEL) {
                    double share = (LEVEL - corners[corner]) / (corners[corner | step] - corners[corner]);
                    for (int a = 0; a < 3; a++) {
                        sum[a] += a == axis ? share : corner >> a & 1;
                    }
                    cuts++;
                }
            }
        }
        if (vertices.length < 3 * (vertexCount + 1)) {
            vertices = Arrays.copyOf(vertices, 2 * vertices.length);
        }
        vertices[3 * vertexCount] = field.mm(0, x + sum[0] / cuts);
        vertices[3 * vertexCount + 1] = field.mm(1, y + sum[1] / cuts);
        vertices[3 * vertexCount + 2] = field.mm(2, z + sum[2] / cuts);
        return vertexCount++;
    }

    private void joinFaces(Occupancy field, int[] vertexOfCell) {
        int nx = field.size(0) - 1;
        int ny = field.size(1) - 1;
        int[] strides = {1, nx, nx * ny};
        for (int z = 1; z < field.size(2) - 1; z++) {
            for (int y = 1; y < field.size(1) - 1; y++) {
                for (int x = 1; x < field.size(0) - 1; x++) {
                    boolean inside = field.at(x, y, z) >= LEVEL;
                    int cell = x + nx * (y + ny * z);
                    for (int axis = 0; axis < 3; axis++) {
                        boolean next = field.at(x + (axis == 0 ? 1 : 0), y + (axis == 1 ? 1 : 0), z + (axis == 2 ? 1 : 0)) >= LEVEL;
                        if (inside != next) {
                            face(vertexOfCell, cell, strides[(axis + 1) % 3], strides[(axis + 2) % 3], inside);
                        }
                    }
                }
            }
        }
    }

    /// Around the edge that starts at the first corner of `cell`; outside lies along the axis where it starts inside.
    private void face(int[] vertexOfCell, int cell, int b, int c, boolean startsInside) {
        if (faces.length < 4 * (faceCount + 1)) {
            faces = Arrays.copyOf(faces, 2 * faces.length);
        }
        int at = 4 * faceCount++;
        faces[at] = vertexOfCell[cell];
        faces[at + 1] = vertexOfCell[startsInside ? cell - b : cell - c];
        faces[at + 2] = vertexOfCell[cell - b - c];
        faces[at + 3] = vertexOfCell[startsInside ? cell - c : cell - b];
    }
}
