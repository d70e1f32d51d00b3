package org.trabecula.phantom;

import java.util.ArrayList;
import java.util.List;

/// Pedicles, laminae, facets, transverse and spinous process of one vertebra, as rounded bars in its frame.
final class PosteriorArch {
    /// A rounded bar: all points within `radiusMm` of the straight line from one end to the other; `flat` times thinner
    /// from left to right.
    private record Bar(double[] start, double[] end, double radiusMm, double flat) {}

    private final Vertebra vertebra;
    private final List<Bar> bars = new ArrayList<>();

    PosteriorArch(Vertebra vertebra) {
        this.vertebra = vertebra;
        boolean thoracic = vertebra.level().isThoracic();
        double b = vertebra.shape().halfDepthMm();
        double h = vertebra.shape().halfHeightMm();
        double s = vertebra.shape().halfHeightMm() / 13;
        double aside = thoracic ? 12.5 : 14.5;
        double thin = thoracic ? 2.6 : 3.6;
        for (int side = -1; side <= 1; side += 2) {
            double x = side * aside;
            add(x, b - 3, 0.35 * h, x, b + 10, 0.30 * h, (thin + 0.6) * s, 1); // pedicle
            add(x, b + 11, 1.05 * h, 1.1 * x, b + 13, -0.95 * h, (thin + 0.8) * s, 1); // articular pillar
            add(x, b + 14, -0.1 * h, 0, b + 20, -0.4 * h, 3.4 * s, 1); // lamina
            if (thoracic) {
                add(x, b + 11, 0.3 * h, 2.1 * x, b + 20, 0.5 * h, 3.4 * s, 1);
            } else {
                add(x, b + 11, 0.1 * h, 2.4 * x, b + 14, 0.2 * h, 3.6 * s, 1.2);
            }
        }
        if (thoracic) {
            add(0, b + 20, -0.4 * h, 0, b + 40, -2.4 * h, 5 * s, 1.8);
        } else {
            add(0, b + 22, -0.5 * h, 0, b + 46, -0.8 * h, 9 * s, 2.8);
        }
    }

    private void add(
            double u0, double v0, double w0, double u1, double v1, double w1, double radiusMm, double flat) {
        bars.add(new Bar(toPatient(u0, v0, w0), toPatient(u1, v1, w1), radiusMm, flat));
    }

    private double[] toPatient(double u, double v, double w) {
        double[][] axes = vertebra.axes();
        double[] centre = vertebra.centre();
        double[] place = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            place[axis] = centre[axis] + u * axes[0][axis] + v * axes[1][axis] + w * axes[2][axis];
        }
        return place;
    }

    /// Raises `depth` (mm below the surface, negative outside) to this arch's where it is deeper.
    void carve(Canvas canvas, float[] depth) {
        for (Bar bar : bars) {
            carve(canvas, depth, bar);
        }
    }

    private static void carve(Canvas canvas, float[] depth, Bar bar) {
        double reach = bar.radiusMm + canvas.reachMm();
        double[] d = {bar.end[0] - bar.start[0], bar.end[1] - bar.start[1], bar.end[2] - bar.start[2]};
        double squared = d[0] * d[0] + d[1] * d[1] + d[2] * d[2];
        int[] from = new int[3];
        int[] to = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            from[axis] = canvas.from(axis, Math.min(bar.start[axis], bar.end[axis]) - reach);
            to[axis] = canvas.to(axis, Math.max(bar.start[axis], bar.end[axis]) + reach);
        }
        for (int k = from[2]; k < to[2]; k++) {
            double z = canvas.place(2, k) - bar.start[2];
            for (int j = from[1]; j < to[1]; j++) {
                double y = canvas.place(1, j) - bar.start[1];
                for (int i = from[0]; i < to[0]; i++) {
                    double x = canvas.place(0, i) - bar.start[0];
                    double t = Math.max(0, Math.min(1, (x * d[0] + y * d[1] + z * d[2]) / squared));
                    double dx = bar.flat * (x - t * d[0]);
                    double dy = y - t * d[1];
                    double dz = z - t * d[2];
                    float inside = (float) (bar.radiusMm - Math.sqrt(dx * dx + dy * dy + dz * dz));
                    int at = canvas.index(i, j, k);
                    if (inside > depth[at]) {
                        depth[at] = inside;
                    }
                }
            }
        }
    }
}
