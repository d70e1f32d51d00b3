package org.trabecula.extraction.picture;

/// A colour map in which equal steps of a value look equally large, also in grey and to the colour-blind: viridis (Smith and van der Walt
/// 2015, matplotlib, CC0), linear between ten of its colours.
final class Viridis {
    private static final int[] COLOURS = {
        0x440154, 0x482878, 0x3e4a89, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6dcd59, 0xb4de2c, 0xfde725
    };

    private Viridis() {}

    /// @param share 0 dark blue … 1 yellow
    static int rgb(double share) {
        double at = Math.clamp(share, 0, 1) * (COLOURS.length - 1);
        int below = Math.min((int) at, COLOURS.length - 2);
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = COLOURS[below] >> shift & 0xff;
            int to = COLOURS[below + 1] >> shift & 0xff;
            rgb = rgb << 8 | (int) Math.round(from + (to - from) * (at - below));
        }
        return rgb;
    }
}
