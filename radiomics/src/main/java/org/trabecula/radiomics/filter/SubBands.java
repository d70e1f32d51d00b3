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
    ///
    /// @param values of the box, and on each axis that is still to be filtered of its surroundings
    /// @param size   of `values`
    /// @param box    the samples that are wanted
    /// @param period the size at which ends wrap
    record Block(double[] values, Size size, Box box, Size period) {
        /// The same box after one axis was filtered.
        Block filtered(double[] results, Size resultSize) {
            return new Block(results, resultSize, box, period);
        }
    }

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
        return new Block(copy, size, box, even);
    }

    /// The approximation (low-pass along every axis).
    static double[] approximation(Block block, WaveletTaps taps, int[] axes, boolean float32) {
        Block low = block;
        for (int axis : axes) {
            low = AxisFilter.of(low, axis, taps.length()).split(low, taps, float32).low();
        }
        return low.values();
    }

    /// Every sub-band, in the order of their names from LLL to HHH.
    static List<DerivedImage> all(Block block, WaveletTaps taps, int[] axes, String prefix, boolean float32) {
        List<Block> blocks = List.of(block);
        List<String> names = List.of("");
        for (int axis : axes) {
            AxisFilter filter = AxisFilter.of(blocks.getFirst(), axis, taps.length());
            List<Block> split = new ArrayList<>();
            List<String> splitNames = new ArrayList<>();
            for (int n = 0; n < blocks.size(); n++) {
                AxisFilter.Halves halves = filter.split(blocks.get(n), taps, float32);
                split.add(halves.low());
                splitNames.add(names.get(n) + "L");
                split.add(halves.high());
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
}
