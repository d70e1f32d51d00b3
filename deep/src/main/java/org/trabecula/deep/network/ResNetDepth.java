package org.trabecula.deep.network;

import java.util.Locale;

/// The five depths of torchvision: the kind of block and how many of it in each of four stages.
///
/// Source: He et al. 2016, doi:10.1109/CVPR.2016.90, table 1.
public enum ResNetDepth {
    RESNET18(false, 2, 2, 2, 2),
    RESNET34(false, 3, 4, 6, 3),
    RESNET50(true, 3, 4, 6, 3),
    RESNET101(true, 3, 4, 23, 3),
    RESNET152(true, 3, 8, 36, 3);

    private final boolean bottleneck;
    private final int[] blocks;

    ResNetDepth(boolean bottleneck, int... blocks) {
        this.bottleneck = bottleneck;
        this.blocks = blocks;
    }

    /// Blocks of 1×1, 3×3, 1×1 convolutions; else of two 3×3.
    public boolean bottleneck() {
        return bottleneck;
    }

    /// Blocks in stage 1 … 4.
    public int blocks(int stage) {
        return blocks[stage - 1];
    }

    /// Output channels of stage 1 … 4: 64·2^(stage−1), four times that with bottlenecks.
    public int channels(int stage) {
        return (64 << (stage - 1)) * (bottleneck ? 4 : 1);
    }

    /// Numbers in an embedding: the channels of stage 4, 512 or 2,048.
    public int features() {
        return channels(4);
    }

    /// torchvision's name, such as `resnet50`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
