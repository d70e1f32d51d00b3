package org.trabecula.deep.network;

import java.util.List;

/// What a network makes of a square picture, part by part: channels and pixels along a side.
///
/// Sources: He et al. 2016, doi:10.1109/CVPR.2016.90, table 1; Simonyan and Zisserman 2015, arXiv:1409.1556, table 1.
public final class NetworkShapes {
    private NetworkShapes() {}

    /// @param name       torchvision's, such as `layer1`; `block1` for the first block of a VGG, whose layers have numbers alone
    /// @param words      what it does
    /// @param channels   of its result
    /// @param sizePixels of its result along a side
    public record Part(String name, String words, int channels, int sizePixels) {}

    /// From the first convolution to the average pooling.
    ///
    /// @param sizePixels of the picture along a side
    public static List<Part> of(NetworkArchitecture architecture, int sizePixels) {
        return architecture.parts(sizePixels);
    }

    /// Cells along a side after stage 1 … 4.
    public static int cells(NetworkArchitecture architecture, int sizePixels, int stage) {
        List<Part> parts = architecture.parts(sizePixels);
        return parts.get(parts.size() - 1 - LAST_STAGE + stage - 1).sizePixels();
    }

    private static final int LAST_STAGE = 4;

    static Part averagePooling(int features) {
        return new Part("avgpool", "mean over the pixels", features, 1);
    }
}
