package org.trabecula.image.resample;

import org.trabecula.image.Size;
import org.trabecula.image.Volume;

/// A value at a fractional index (u, v, w) that lies in [−0.5, size − 0.5) on every axis.
interface PointValue {
    double at(double u, double v, double w);

    /// The voxel whose centre is nearest; halves go up.
    record Nearest(Volume source) implements PointValue {
        @Override
        public double at(double u, double v, double w) {
            int i = (int) Math.floor(u + 0.5);
            int j = (int) Math.floor(v + 0.5);
            int k = (int) Math.floor(w + 0.5);
            return source.voxels().at(source.indexOf(i, j, k));
        }
    }

    /// Straight lines along i, then j, then k; outside the outermost centres the edge value holds.
    record Linear(Volume source) implements PointValue {
        @Override
        public double at(double u, double v, double w) {
            Size size = source.grid().size();
            int i = Math.max((int) Math.floor(u), 0);
            int j = Math.max((int) Math.floor(v), 0);
            int k = Math.max((int) Math.floor(w), 0);
            double di = Math.max(u - i, 0);
            double dj = Math.max(v - j, 0);
            double dk = Math.max(w - k, 0);
            int iNext = Math.min(i + 1, size.i() - 1);
            int jNext = Math.min(j + 1, size.j() - 1);
            int kNext = Math.min(k + 1, size.k() - 1);
            double low = plane(i, iNext, j, jNext, k, di, dj);
            return low + (plane(i, iNext, j, jNext, kNext, di, dj) - low) * dk;
        }

        private double plane(int i, int iNext, int j, int jNext, int k, double di, double dj) {
            double first = row(i, iNext, j, k, di);
            return first + (row(i, iNext, jNext, k, di) - first) * dj;
        }

        private double row(int i, int iNext, int j, int k, double di) {
            double first = source.voxels().at(source.indexOf(i, j, k));
            return first + (source.voxels().at(source.indexOf(iNext, j, k)) - first) * di;
        }
    }

    /// The cubic B-spline of [SplineWindow]. Not thread-safe: it owns its scratch.
    final class Spline implements PointValue {
        private final SplineWindow window;
        private final double[] scratch = new double[12];

        Spline(SplineWindow window) {
            this.window = window;
        }

        @Override
        public double at(double u, double v, double w) {
            return window.at(u, v, w, scratch);
        }
    }
}
