package org.trabecula.radiomics.filter;

import java.util.Arrays;
import org.trabecula.image.Size;

/// Low- and high-pass of a wavelet along one axis of a block, which loses F − 1 samples there.
///
/// Rows along i are copied to scratch before they are weighted: loops over arrays with one common index run on vectors, and
/// both halves share the copies.
///
/// @param in     the block's size
/// @param out    the halves' size
/// @param stride from a sample to the next along the axis
record AxisFilter(Size in, Size out, int stride) {
    /// The results along one axis.
    record Halves(SubBands.Block low, SubBands.Block high) {}

    static AxisFilter of(Size in, int axis, int taps) {
        int lost = taps - 1;
        Size out = new Size(
                in.i() - (axis == 0 ? lost : 0), in.j() - (axis == 1 ? lost : 0), in.k() - (axis == 2 ? lost : 0));
        return new AxisFilter(in, out, axis == 0 ? 1 : axis == 1 ? in.i() : in.i() * in.j());
    }

    /// @param float32 whether every product and sum is rounded to 32 bits
    Halves split(SubBands.Block block, WaveletTaps taps, boolean float32) {
        int voxels = Math.toIntExact(out.voxels());
        double[] low = new double[voxels];
        double[] high = new double[voxels];
        int length = out.i();
        double[] row = new double[length];
        double[] sumLow = new double[length];
        double[] sumHigh = new double[length];
        int to = 0;
        for (int k = 0; k < out.k(); k++) {
            for (int j = 0; j < out.j(); j++, to += length) {
                Arrays.fill(sumLow, 0);
                Arrays.fill(sumHigh, 0);
                int from = in.i() * (j + in.j() * k);
                for (int t = 0; t < taps.length(); t++) {
                    System.arraycopy(block.values(), from + (taps.length() - 1 - t) * stride, row, 0, length);
                    if (float32) {
                        addIn32Bits(row, taps.low32()[t], sumLow);
                        addIn32Bits(row, taps.high32()[t], sumHigh);
                    } else {
                        add(row, taps.low()[t], sumLow);
                        add(row, taps.high()[t], sumHigh);
                    }
                }
                System.arraycopy(sumLow, 0, low, to, length);
                System.arraycopy(sumHigh, 0, high, to, length);
            }
        }
        return new Halves(new SubBands.Block(low, out), new SubBands.Block(high, out));
    }

    private static void add(double[] row, double tap, double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += tap * row[i];
        }
    }

    private static void addIn32Bits(double[] row, float tap, double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (float) sum[i] + tap * (float) row[i];
        }
    }
}
