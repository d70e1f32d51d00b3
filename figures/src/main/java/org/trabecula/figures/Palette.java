package org.trabecula.figures;

import java.util.List;

/// Colours that people with any colour vision tell apart: Okabe and Ito's set (Wong, Nat Methods 8 (2011) 441,
/// doi:10.1038/nmeth.1618), without its yellow, which vanishes on white. Lines differ in their dashes too, for grey
/// prints.
final class Palette {
    /// The positive class, acute; also what raises a score.
    static final String ACUTE = "#d55e00";
    /// The other class, chronic; also what lowers a score.
    static final String CHRONIC = "#0072b2";

    private static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#1c2430");
    private static final List<String> DASHES = List.of("", "7 3", "2 3", "9 3 2 3", "12 4", "4 2", "1 2");

    private Palette() {}

    static String colour(int series) {
        return COLOURS.get(series % COLOURS.size());
    }

    static Pen pen(int series) {
        return new Pen(colour(series), 2, DASHES.get(series % DASHES.size()));
    }

    /// From blue (−1) over white (0) to vermilion (+1).
    static String diverging(double share) {
        double strength = Math.min(1, Math.abs(share));
        int[] end = share < 0 ? new int[] {0x00, 0x72, 0xb2} : new int[] {0xd5, 0x5e, 0x00};
        int rgb = 0;
        for (int channel : end) {
            rgb = rgb << 8 | (int) Math.round(255 + strength * (channel - 255));
        }
        return String.format(java.util.Locale.ROOT, "#%06x", rgb);
    }
}
