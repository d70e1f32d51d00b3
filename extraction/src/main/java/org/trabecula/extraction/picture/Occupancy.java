package org.trabecula.extraction.picture;

import org.trabecula.extraction.picture.PatientAxes.Axis;
import org.trabecula.image.Box;
import org.trabecula.image.Mask;

/// How much of its surroundings a region fills, on a lattice of equal steps in the patient's axes (x to the left, y to the back, z to the
/// head), so that a surface can be laid through it: the mask's bits, linear between voxel centres, then smoothed by a Gaussian.
///
/// Smoothing takes the stairs of thick slices off and rounds what is thinner than about two standard deviations: it is for looking,
/// nothing is measured on it. One `float` a lattice point, and once more while smoothing.
final class Occupancy {
    private static final double FINEST_STEP_MM = 0.8;
    private static final int MOST_STEPS = 96;
    private static final double LEAST_SD_MM = 0.8;

    private final int[] size;
    private final double stepMm;
    private final float[] values;

    /// Takes ownership of `values`, x fastest.
    Occupancy(int[] size, double stepMm, float[] values) {
        this.size = size.clone();
        this.stepMm = stepMm;
        this.values = values;
    }

    static Occupancy of(Mask mask) {
        PatientAxes axes = PatientAxes.of(mask.grid());
        Axis[] xyz = {axes.left(), axes.back(), axes.up()};
        Box box = mask.box();
        double[] extent = new double[3];
        double longest = 0;
        double coarsest = 0;
        for (int axis = 0; axis < 3; axis++) {
            int index = xyz[axis].index();
            extent[axis] = (box.max(index) - box.min(index) + 1) * xyz[axis].spacingMm();
            longest = Math.max(longest, extent[axis]);
            coarsest = Math.max(coarsest, xyz[axis].spacingMm());
        }
        double step = Math.max(FINEST_STEP_MM, longest / MOST_STEPS);
        double sd = Math.max(LEAST_SD_MM, coarsest / 2);
        double margin = 3 * sd + coarsest + 2 * step; // everything has faded out there
        int[] size = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            size[axis] = (int) Math.ceil((extent[axis] + 2 * margin) / step) + 1;
        }
        float[] values = sampled(mask, xyz, size, step);
        return new Occupancy(size, step, smoothed(values, size, sd / step));
    }

    int size(int axis) {
        return size[axis];
    }

    /// 0 outside … 1 inside.
    float at(int x, int y, int z) {
        return values[x + size[0] * (y + size[1] * z)];
    }

    /// Of a lattice point, which may be a fraction, from the middle of the lattice.
    double mm(int axis, double index) {
        return (index - (size[axis] - 1) / 2.0) * stepMm;
    }

    private static float[] sampled(Mask mask, Axis[] xyz, int[] size, double step) {
        float[] values = new float[size[0] * size[1] * size[2]];
        double[] at = new double[3];
        int to = 0;
        for (int z = 0; z < size[2]; z++) {
            at[xyz[2].index()] = index(mask, xyz[2], z, size[2], step);
            for (int y = 0; y < size[1]; y++) {
                at[xyz[1].index()] = index(mask, xyz[1], y, size[1], step);
                for (int x = 0; x < size[0]; x++) {
                    at[xyz[0].index()] = index(mask, xyz[0], x, size[0], step);
                    values[to++] = (float) linear(mask, at);
                }
            }
        }
        return values;
    }

    private static double index(Mask mask, Axis axis, int point, int points, double step) {
        double middle = (mask.box().min(axis.index()) + mask.box().max(axis.index())) / 2.0;
        return middle + axis.voxels((point - (points - 1) / 2.0) * step);
    }

    private static double linear(Mask mask, double[] at) {
        int i = (int) Math.floor(at[0]);
        int j = (int) Math.floor(at[1]);
        int k = (int) Math.floor(at[2]);
        double sum = 0;
        for (int corner = 0; corner < 8; corner++) {
            int di = corner & 1;
            int dj = corner >> 1 & 1;
            int dk = corner >> 2;
            if (mask.at(i + di, j + dj, k + dk)) {
                sum += share(at[0] - i, di) * share(at[1] - j, dj) * share(at[2] - k, dk);
            }
        }
        return sum;
    }

    private static double share(double fraction, int upper) {
        return upper == 1 ? fraction : 1 - fraction;
    }

    /// Along x, y and z one after the other; beyond the lattice it is empty.
    ///
    /// @param sd in steps
    private static float[] smoothed(float[] values, int[] size, double sd) {
        int reach = (int) Math.ceil(3 * sd);
        double[] kernel = new double[2 * reach + 1];
        double sum = 0;
        for (int n = -reach; n <= reach; n++) {
            kernel[n + reach] = StrictMath.exp(-n * n / (2 * sd * sd)); // strict: the same bits on every machine
            sum += kernel[n + reach];
        }
        float[] from = values;
        int stride = 1;
        for (int axis = 0; axis < 3; axis++) {
            float[] to = new float[from.length];
            for (int at = 0; at < from.length; at++) {
                int place = at / stride % size[axis];
                double total = 0;
                for (int n = Math.max(-reach, -place); n <= Math.min(reach, size[axis] - 1 - place); n++) {
                    total += kernel[n + reach] * from[at + n * stride];
                }
                to[at] = (float) (total / sum);
            }
            from = to;
            stride *= size[axis];
        }
        return from;
    }
}
