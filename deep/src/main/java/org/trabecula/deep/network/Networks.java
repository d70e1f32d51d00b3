package org.trabecula.deep.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.deep.torch.Libtorch;

/// The networks that there are, by torchvision's names.
public final class Networks {
    private Networks() {}

    /// Every architecture with the same stride, channels and classes: ResNets from the shallowest, then VGGs, plain before normalised.
    ///
    /// @param stride of bottlenecks, where there are any
    public static List<NetworkArchitecture> all(BottleneckStride stride, int inputChannels, int classes) {
        List<NetworkArchitecture> all = new ArrayList<>();
        for (ResNetDepth depth : ResNetDepth.values()) {
            all.add(new ResNetArchitecture(depth, stride, inputChannels, classes));
        }
        for (VggDepth depth : VggDepth.values()) {
            for (boolean norm : new boolean[] {false, true}) {
                all.add(new VggArchitecture(depth, norm, inputChannels, classes));
            }
        }
        return all;
    }

    /// By torchvision's name, such as `resnet50` or `vgg16_bn`; empty if there is no such network.
    public static Optional<NetworkArchitecture> named(String label, BottleneckStride stride, int inputChannels, int classes) {
        return all(stride, inputChannels, classes).stream().filter(one -> one.label().equals(label)).findFirst();
    }

    /// torchvision's names.
    public static List<String> labels() {
        return all(BottleneckStride.CONV2, 1, 1).stream().map(NetworkArchitecture::label).toList();
    }

    /// Asks, without loading anything, whether this edition of the program can compute with a network.
    ///
    /// @throws org.trabecula.core.InputException NET-011 where it cannot
    public static void requirePresent() {
        Libtorch.requirePresent();
    }
}
