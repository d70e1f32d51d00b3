package org.trabecula.radiomics.filter;

import java.util.Arrays;
import org.trabecula.image.Size;

/// Low- and high-pass of a wavelet along one axis of a block, which loses F − 1 samples there.
///
/// Products are added in PyWavelets' order: by ascending tap, but where a filter reaches beyond the last sample and wraps, those
/// of the wrapped samples first, by descending tap. It decides the last bits near that end, and with them everything in a
/// sub-band that holds nothing but rounding.
///
/// Rows along i are copied to scratch before they are weighted: loops over arrays with one common index run on vectors, and
/// both halves share the copies.
///
/// @param in     the block's size
/// @param out    the halves' size
/// @param axis   the filtered axis
/// @param first  the place of the first result on the axis
/// @param period the axis' length, where it wraps
record AxisFilter(Size in, Size out, int axis, int first, int period) {
    /// The results along one axis.
    record Halves(SubBands.Block low, SubBands.Block high) {}

    static AxisFilter of(SubBands.Block block, int axis, int taps) {
        Size in = block.size();
        int lost = taps - 1;
        Size out = new Size(
                in.i() - (axis == 0 ? lost : 0), in.j() - (axis == 1 ? lost : 0), in.k() - (axis == 2 ? lost : 0));
        return new AxisFilter(in, out, axis, block.box().min(axis), block.period().along(axis));
    }

    /// @param float32 whether every product and sum is rounded to 32 bits
    Halves split(SubBands.Block block, WaveletTaps taps, boolean float32) {
        int voxels = Math.toIntExact(out.voxels());
        double[] low = new double[voxels];
        double[] high = new double[voxels];
        int length = out.i();
        int straight = axis == 0 ? Math.clamp(period - taps.length() / 2 - first, 0, length) : length;
        double[] row = new double[length];
        double[] sumLow = new double[length];
        double[] sumHigh = new double[length];
        int to = 0;
        for (int k = 0; k < out.k(); k++) {
            for (int j = 0; j < out.j(); j++, to += length) {
                int from = in.i() * (j + in.j() * k);
                int place = axis == 1 ? j : k;
                int wrapped = axis == 0 ? 0 : wrapped(place, taps.length());
                addTaps(block.values(), from, straight, wrapped, taps, float32, row, sumLow, sumHigh);
                System.arraycopy(sumLow, 0, low, to, straight);
                System.arraycopy(sumHigh, 0, high, to, straight);
                for (int i = straight; i < length; i++) {
                    addTaps(
                            block.values(), from + i, 1, wrapped(i, taps.length()), taps, float32, row, sumLow, sumHigh);
                    low[to + i] = sumLow[0];
                    high[to + i] = sumHigh[0];
                }
            }
        }
        return new Halves(block.filtered(low, out), block.filtered(high, out));
    }

    /// How many taps reach beyond the axis' last sample from the n-th result.
    private int wrapped(int n, int taps) {
        return Math.clamp(first + n + taps / 2 - period + 1, 0, taps);
    }

    /// Both filters for `count` neighbouring results; `wrapped` as for all of them.
    private void addTaps(
            double[] values, int from, int count, int wrapped, WaveletTaps taps, boolean float32,
            double[] row, double[] sumLow, double[] sumHigh) {
        int stride = axis == 0 ? 1 : axis == 1 ? in.i() : in.i() * in.j();
        Arrays.fill(sumLow, 0, count, 0);
        Arrays.fill(sumHigh, 0, count, 0);
        for (int n = 0; n < taps.length(); n++) {
            int t = n < wrapped ? wrapped - 1 - n : n;
            System.arraycopy(values, from + (taps.length() - 1 - t) * stride, row, 0, count);
            if (float32) {
                addIn32Bits(row, taps.low32()[t], sumLow, count);
                addIn32Bits(row, taps.high32()[t], sumHigh, count);
            } else {
                add(row, taps.low()[t], sumLow, count);
                add(row, taps.high()[t], sumHigh, count);
            }
        }
    }

    private static void add(double[] row, double tap, double[] sum, int count) {
        for (int i = 0; i < count; i++) {
            sum[i] += tap * row[i];
        }
    }

    private static void addIn32Bits(double[] row, float tap, double[] sum, int count) {
        for (int i = 0; i < count; i++) {
            sum[i] = (float) sum[i] + tap * (float) row[i];
        }
    }
}
