package org.trabecula.radiomics.filter;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.image.Box;
import org.trabecula.image.Size;

/// One level of the wavelet transform inside a box: the samples that the box depends on are copied around it once, ends
/// wrapped, and then filtered without regard to ends.
final class SubBands {
    private SubBands() {}

    /// A box of samples with what the filters reach around it.
    record Block(double[] values, Size size) {}

    /// The samples around `box`: F − 1 − F/2 before and F/2 after it on each filtered axis.
    ///
    /// @param stored the size of `values`
    /// @param even   the size with odd axes lengthened by a copy of their first sample; ends wrap around it
    static Block around(double[] values, Size stored, Size even, Box box, int[] axes, WaveletTaps taps) {
        int[] before = new int[3];
        int[] after = new int[3];
        for (int axis : axes) {
            before[axis] = taps.length() - 1 - taps.length() / 2;
            after[axis] = taps.length() / 2;
        }
        int[][] from = new int[3][];
        for (int axis = 0; axis < 3; axis++) {
            from[axis] = new int[box.size().along(axis) + before[axis] + after[axis]];
            for (int n = 0; n < from[axis].length; n++) {
                int at = Math.floorMod(box.min(axis) - before[axis] + n, even.along(axis));
                from[axis][n] = at < stored.along(axis) ? at : 0;
            }
        }
        Size size = new Size(from[0].length, from[1].length, from[2].length);
        double[] copy = new double[Math.toIntExact(size.voxels())];
        int to = 0;
        for (int k : from[2]) {
            for (int j : from[1]) {
                int row = stored.i() * (j + stored.j() * k);
                for (int i : from[0]) {
                    copy[to++] = values[row + i];
                }
            }
        }
        return new Block(copy, size);
    }

    /// The approximation (low-pass along every axis).
    static double[] approximation(Block block, WaveletTaps taps, int[] axes, boolean float32) {
        Block low = block;
        for (int axis : axes) {
            low = filtered(low, axis, taps.low(), taps.low32(), float32);
        }
        return low.values();
    }

    /// Every sub-band, in the order of their names from LLL to HHH.
    static List<DerivedImage> all(Block block, WaveletTaps taps, int[] axes, String prefix, boolean float32) {
        List<Block> blocks = List.of(block);
        List<String> names = List.of("");
        for (int axis : axes) {
            List<Block> split = new ArrayList<>();
            List<String> splitNames = new ArrayList<>();
            for (int n = 0; n < blocks.size(); n++) {
                split.add(filtered(blocks.get(n), axis, taps.low(), taps.low32(), float32));
                splitNames.add(names.get(n) + "L");
                split.add(filtered(blocks.get(n), axis, taps.high(), taps.high32(), float32));
                splitNames.add(names.get(n) + "H");
            }
            blocks = split;
            names = splitNames;
        }
        List<DerivedImage> bands = new ArrayList<>();
        for (int n = 0; n < blocks.size(); n++) {
            bands.add(new DerivedImage(prefix + names.get(n), blocks.get(n).values(), float32));
        }
        return bands;
    }

    /// Filters along one axis; the block loses F − 1 samples there.
    private static Block filtered(Block block, int axis, double[] f, float[] f32, boolean float32) {
        Size in = block.size();
        int lost = f.length - 1;
        Size out = new Size(
                in.i() - (axis == 0 ? lost : 0), in.j() - (axis == 1 ? lost : 0), in.k() - (axis == 2 ? lost : 0));
        int stride = axis == 0 ? 1 : axis == 1 ? in.i() : in.i() * in.j();
        double[] values = new double[Math.toIntExact(out.voxels())];
        int to = 0;
        for (int k = 0; k < out.k(); k++) {
            for (int j = 0; j < out.j(); j++) {
                int from = in.i() * (j + in.j() * k);
                if (float32) {
                    rowIn32Bits(block.values(), from, stride, f32, values, to, out.i());
                } else {
                    row(block.values(), from, stride, f, values, to, out.i());
                }
                to += out.i();
            }
        }
        return new Block(values, out);
    }

    private static void row(double[] x, int from, int stride, double[] f, double[] y, int to, int length) {
        for (int t = 0; t < f.length; t++) {
            double tap = f[t];
            int at = from + (f.length - 1 - t) * stride;
            for (int i = 0; i < length; i++) {
                y[to + i] += tap * x[at + i];
            }
        }
    }

    private static void rowIn32Bits(double[] x, int from, int stride, float[] f, double[] y, int to, int length) {
        for (int i = 0; i < length; i++) {
            float sum = 0;
            for (int t = 0; t < f.length; t++) {
                sum += f[t] * (float) x[from + (f.length - 1 - t) * stride + i];
            }
            y[to + i] = sum;
        }
    }
}
