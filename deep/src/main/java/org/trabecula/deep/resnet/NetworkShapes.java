package org.trabecula.deep.resnet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a ResNet makes of a square picture, part by part: channels and pixels along a side.
///
/// Every part that halves makes ⌈n / 2⌉ of n pixels: a 7 × 7 kernel with stride 2 and padding 3, 3 × 3 with stride 2 and padding 1,
/// and 1 × 1 with stride 2 alike.
///
/// Source: He et al. 2016, doi:10.1109/CVPR.2016.90, table 1.
public final class NetworkShapes {
    private NetworkShapes() {}

    /// @param name       torchvision's, such as `layer1`
    /// @param words      what it does
    /// @param channels   of its result
    /// @param sizePixels of its result along a side
    public record Part(String name, String words, int channels, int sizePixels) {}

    /// From the first convolution to the average pooling.
    ///
    /// @param sizePixels of the picture along a side
    public static List<Part> of(ResNetArchitecture architecture, int sizePixels) {
        ResNetDepth depth = architecture.depth();
        List<Part> parts = new ArrayList<>();
        int size = half(sizePixels);
        parts.add(new Part("conv1", "convolution 7 × 7, stride 2", 64, size));
        size = half(size);
        parts.add(new Part("maxpool", "largest of 3 × 3, stride 2", 64, size));
        for (int stage = 1; stage <= 4; stage++) {
            size = stage == 1 ? size : half(size);
            String block = depth.bottleneck() ? "1 × 1, 3 × 3, 1 × 1" : "two 3 × 3";
            parts.add(new Part(
                    "layer" + stage, String.format(Locale.ROOT, "%d residual blocks of %s", depth.blocks(stage), block),
                    depth.channels(stage), size));
        }
        parts.add(new Part("avgpool", "mean over the pixels", depth.features(), 1));
        return parts;
    }

    private static int half(int pixels) {
        return (pixels + 1) / 2;
    }
}
