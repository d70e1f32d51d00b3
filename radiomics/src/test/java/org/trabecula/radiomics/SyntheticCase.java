package org.trabecula.radiomics;

import java.util.function.DoubleUnaryOperator;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.radiomics.settings.Settings;

/// An uneven blob in a smooth image with noise; a function of the voxel's place, so that it can be turned, flipped and padded.
///
/// @param mask at least 3 voxels from every face of the image
record SyntheticCase(Volume volume, Mask mask) {
    private static final int[] SIZE = {18, 17, 15};
    private static final double[] SPACING_MM = {0.8, 0.9, 1.5};
    private static final int[] SAME_ORDER = {0, 1, 2};
    private static final boolean[] NOT_FLIPPED = new boolean[3];

    static SyntheticCase plain() {
        return of(SAME_ORDER, NOT_FLIPPED, 0, x -> x);
    }

    /// With axes in another order.
    ///
    /// @param order which of the plain case's axes becomes i, j, k
    static SyntheticCase turned(int... order) {
        return of(order, NOT_FLIPPED, 0, x -> x);
    }

    static SyntheticCase flipped(int axis) {
        boolean[] flips = new boolean[3];
        flips[axis] = true;
        return of(SAME_ORDER, flips, 0, x -> x);
    }

    /// With voxels of −1000 on every side.
    static SyntheticCase padded(int voxels) {
        return of(SAME_ORDER, NOT_FLIPPED, voxels, x -> x);
    }

    /// With every value changed.
    static SyntheticCase changed(DoubleUnaryOperator change) {
        return of(SAME_ORDER, NOT_FLIPPED, 0, change);
    }

    FeatureRow extract(Settings settings) {
        return Radiomics.with(settings).extract(volume, mask);
    }

    private static double value(int i, int j, int k) {
        int noise = Math.floorMod(i * 7919 + j * 104_729 + k * 1_299_709, 61);
        return Math.rint(200 * Math.sin(0.4 * i) * Math.cos(0.3 * j + 0.2 * k) + noise);
    }

    private static boolean inside(int i, int j, int k) {
        double squares = Math.pow((i - 8.3) / 5.2, 2) + Math.pow((j - 8.1) / 4.6, 2) + Math.pow((k - 7.2) / 3.4, 2);
        return squares <= 1 && (i + j + k) % 11 != 0;
    }

    private static SyntheticCase of(int[] order, boolean[] flips, int pad, DoubleUnaryOperator change) {
        int[] size = new int[3];
        double[] spacing = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            size[axis] = SIZE[order[axis]] + 2 * pad;
            spacing[axis] = SPACING_MM[order[axis]];
        }
        Grid grid = Grid.axisAligned(new Size(size[0], size[1], size[2]), new Spacing(spacing[0], spacing[1], spacing[2]));
        short[] voxels = new short[size[0] * size[1] * size[2]];
        boolean[] flags = new boolean[voxels.length];
        for (int at = 0; at < voxels.length; at++) {
            int[] here = {at % size[0], at / size[0] % size[1], at / size[0] / size[1]};
            int[] there = new int[3];
            boolean in = true;
            for (int axis = 0; axis < 3; axis++) {
                int n = flips[axis] ? size[axis] - 1 - here[axis] : here[axis];
                there[order[axis]] = n - pad;
                in &= n >= pad && n < size[axis] - pad;
            }
            voxels[at] = (short) change.applyAsDouble(in ? value(there[0], there[1], there[2]) : -1000);
            flags[at] = in && inside(there[0], there[1], there[2]);
        }
        return new SyntheticCase(Volume.ofShorts(grid, voxels), Mask.of(grid, grid.wholeBox(), flags));
    }
}
