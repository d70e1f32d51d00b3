package org.trabecula.extraction.picture;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/// A region's surface, seen from the front, the left and above, without perspective, lit from the viewer's upper left; what lies
/// deeper is darker.
final class SurfacePicture {
    /// From the front towards the patient's left, and upwards.
    private static final double AZIMUTH_RAD = StrictMath.toRadians(38);

    private static final double ELEVATION_RAD = StrictMath.toRadians(24);
    private static final int SAMPLES = 2;
    private static final double[] KEY_LIGHT = unit(-0.45, 0.6, 0.75);
    private static final double[] FILL_LIGHT = unit(0.8, 0.1, 0.4);

    private final SurfaceNet net;
    private final double[] depth;
    private final double[] shade;
    private final int side;
    private final double fieldMm;

    private SurfacePicture(SurfaceNet net, double fieldMm, int side) {
        this.net = net;
        this.fieldMm = fieldMm;
        this.side = side;
        this.depth = new double[side * side];
        this.shade = new double[side * side];
        Arrays.fill(depth, Double.NEGATIVE_INFINITY);
    }

    /// @param fieldMm what the picture shows, along both sides
    static BufferedImage of(SurfaceNet net, double fieldMm, int pixels) {
        SurfacePicture large = new SurfacePicture(net, fieldMm, SAMPLES * pixels);
        large.paint();
        BufferedImage picture = Ink.picture(pixels, pixels);
        for (int row = 0; row < pixels; row++) {
            for (int column = 0; column < pixels; column++) {
                double sum = 0;
                for (int sample = 0; sample < SAMPLES * SAMPLES; sample++) {
                    sum += large.shade[(row * SAMPLES + sample / SAMPLES) * large.side + column * SAMPLES + sample % SAMPLES];
                }
                picture.getRaster().setSample(column, row, 0, Ink.tint(sum / (SAMPLES * SAMPLES)));
            }
        }
        return picture;
    }

    private static double[] unit(double... v) {
        double length = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
        return new double[] {v[0] / length, v[1] / length, v[2] / length};
    }

    /// To the right of the picture, to its top, to the viewer, as directions of the patient.
    private static double[][] view() {
        double sinA = StrictMath.sin(AZIMUTH_RAD);
        double cosA = StrictMath.cos(AZIMUTH_RAD);
        double sinE = StrictMath.sin(ELEVATION_RAD);
        double cosE = StrictMath.cos(ELEVATION_RAD);
        return new double[][] {{cosA, sinA, 0}, {-sinA * sinE, cosA * sinE, cosE}, {sinA * cosE, -cosA * cosE, sinE}};
    }

    private void paint() {
        double[][] view = view();
        double[] normals = net.normals();
        double[][] place = new double[net.vertexCount()][];
        for (int vertex = 0; vertex < place.length; vertex++) {
            double[] seen = new double[3];
            double[] normal = new double[3];
            for (int to = 0; to < 3; to++) {
                for (int axis = 0; axis < 3; axis++) {
                    seen[to] += view[to][axis] * net.mm(vertex, axis);
                    normal[to] += view[to][axis] * normals[3 * vertex + axis];
                }
            }
            place[vertex] = new double[] {
                (seen[0] / fieldMm + 0.5) * side, (0.5 - seen[1] / fieldMm) * side, seen[2], light(normal, seen[2])
            };
        }
        for (int face = 0; face < net.faceCount(); face++) {
            double[] a = place[net.vertex(face, 0)];
            double[] c = place[net.vertex(face, 2)];
            triangle(a, place[net.vertex(face, 1)], c);
            triangle(a, c, place[net.vertex(face, 3)]);
        }
    }

    private double light(double[] normal, double towardsViewerMm) {
        double lit = 0.16 + 0.74 * Math.max(0, dot(normal, KEY_LIGHT)) + 0.22 * Math.max(0, dot(normal, FILL_LIGHT));
        return Math.min(1, lit) * Math.clamp(0.86 + 0.7 * towardsViewerMm / fieldMm, 0.45, 1.0);
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    /// Corners: column, row, depth, shade. Faces that turn away are left out.
    private void triangle(double[] a, double[] b, double[] c) {
        double area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
        if (!(area < 0)) { // rows grow downwards: counter-clockwise is negative
            return;
        }
        int top = clamped(Math.ceil(least(a[1], b[1], c[1]) - 0.5));
        int bottom = clamped(Math.floor(most(a[1], b[1], c[1]) - 0.5));
        int left = clamped(Math.ceil(least(a[0], b[0], c[0]) - 0.5));
        int right = clamped(Math.floor(most(a[0], b[0], c[0]) - 0.5));
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                double x = column + 0.5;
                double y = row + 0.5;
                double u = ((b[0] - x) * (c[1] - y) - (b[1] - y) * (c[0] - x)) / area;
                double v = ((c[0] - x) * (a[1] - y) - (c[1] - y) * (a[0] - x)) / area;
                double w = 1 - u - v;
                double z = u * a[2] + v * b[2] + w * c[2];
                int at = row * side + column;
                if (u >= 0 && v >= 0 && w >= 0 && z > depth[at]) {
                    depth[at] = z;
                    shade[at] = u * a[3] + v * b[3] + w * c[3];
                }
            }
        }
    }

    private int clamped(double pixel) {
        return (int) Math.clamp(pixel, 0, side - 1);
    }

    private static double least(double a, double b, double c) {
        return Math.min(a, Math.min(b, c));
    }

    private static double most(double a, double b, double c) {
        return Math.max(a, Math.max(b, c));
    }
}
