package org.trabecula.deep.network;

import java.util.Locale;

/// The four depths of torchvision's VGG: how many 3 × 3 convolutions in each of five blocks.
///
/// Source: Simonyan and Zisserman 2015, arXiv:1409.1556, table 1, columns A, B, D and E.
public enum VggDepth {
    VGG11(1, 1, 2, 2, 2),
    VGG13(2, 2, 2, 2, 2),
    VGG16(2, 2, 3, 3, 3),
    VGG19(2, 2, 4, 4, 4);

    /// Blocks of every depth.
    static final int BLOCKS = 5;
    private static final int WIDEST = 512;

    private final int[] convolutions;

    VggDepth(int... convolutions) {
        this.convolutions = convolutions;
    }

    /// Convolutions in block 1 … 5.
    public int convolutions(int block) {
        return convolutions[block - 1];
    }

    /// Output channels of block 1 … 5: 64, 128, 256, 512, 512.
    public int channels(int block) {
        return Math.min(WIDEST, 64 << (block - 1));
    }

    /// torchvision's name of the plain network, such as `vgg16`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
