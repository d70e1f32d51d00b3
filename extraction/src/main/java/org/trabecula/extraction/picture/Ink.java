package org.trabecula.extraction.picture;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;

/// The colours of these pictures, at most 256, so that a pixel takes one byte: greys for the CT, the tints of a lit bone, the outline,
/// letters.
final class Ink {
    static final int GREYS = 180;
    static final int TINTS = 72;
    static final int OUTLINE = GREYS + TINTS;
    static final int LETTERS = OUTLINE + 1;
    static final int LETTERS_RGB = 0xffffffff;

    private static final int[] BONE = {0xee, 0xe3, 0xcc};
    private static final int[] ORANGE = {0xff, 0xa0, 0x1e};
    private static final IndexColorModel MODEL = model();

    private Ink() {}

    static BufferedImage picture(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, MODEL);
    }

    /// @param share 0 black … 1 white
    static int grey(double share) {
        return Math.clamp(Math.round((GREYS - 1) * share), 0, GREYS - 1);
    }

    /// @param share 0 black … 1 fully lit
    static int tint(double share) {
        return GREYS + Math.clamp(Math.round((TINTS - 1) * share), 0, TINTS - 1);
    }

    private static IndexColorModel model() {
        byte[][] bands = new byte[3][LETTERS + 1];
        for (int band = 0; band < 3; band++) {
            for (int level = 0; level < GREYS; level++) {
                bands[band][level] = (byte) Math.round(255.0 * level / (GREYS - 1));
            }
            for (int level = 0; level < TINTS; level++) {
                bands[band][GREYS + level] = (byte) Math.round((double) BONE[band] * level / (TINTS - 1));
            }
            bands[band][OUTLINE] = (byte) ORANGE[band];
            bands[band][LETTERS] = (byte) 0xff;
        }
        return new IndexColorModel(8, LETTERS + 1, bands[0], bands[1], bands[2]);
    }
}
