package org.trabecula.deep.network;

import java.util.Locale;
import org.trabecula.deep.DeepProblem;

/// Which convolution of the first bottleneck in stages 2, 3 and 4 halves the picture. Keys and shapes do not show it.
public enum BottleneckStride {
    /// The first 1×1: He's own and Keras' networks ("v1").
    CONV1,
    /// The 3×3: torchvision ("v1.5").
    CONV2;

    /// What weights files say under this key in their metadata.
    public static final String METADATA_KEY = "bottleneck_stride";

    /// `conv1` or `conv2`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws org.trabecula.core.InputException NET-005
    public static BottleneckStride of(String label, String where) {
        for (BottleneckStride stride : values()) {
            if (stride.label().equals(label)) {
                return stride;
            }
        }
        throw DeepProblem.UNKNOWN_STRIDE.refuse(
                where,
                "'" + label + "'",
                "conv1 (stride in the first 1×1 convolution) or conv2 (in the 3×3, torchvision)",
                "give --bottleneck-stride as the network was trained");
    }
}
