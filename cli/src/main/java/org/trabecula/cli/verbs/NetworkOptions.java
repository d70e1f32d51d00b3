package org.trabecula.cli.verbs;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.deep.network.BottleneckStride;
import org.trabecula.deep.network.NetworkArchitecture;
import org.trabecula.deep.network.NetworkWeights;
import org.trabecula.deep.network.Networks;
import org.trabecula.deep.network.RandomInitialisation;
import org.trabecula.deep.network.ResNetArchitecture;
import org.trabecula.deep.network.VggArchitecture;
import picocli.CommandLine.Option;

/// Which network, for every verb that uses one.
final class NetworkOptions {
    private static final int IMAGENET_CLASSES = 1000;

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description = "Weights in torchvision's layout: .safetensors, or .pth of PyTorch. Without: random weights, said so.")
    Optional<Path> weights = Optional.empty();

    @Option(
            names = "--bottleneck-stride",
            paramLabel = "conv1|conv2",
            description = "Which convolution of a bottleneck halves the picture: the first 1x1 (conv1) or the 3x3 (conv2,"
                    + " torchvision). Default: as the file says, else conv2.")
    Optional<String> stride = Optional.empty();

    @Option(
            names = "--network",
            paramLabel = "NAME",
            description = "Network with random weights: resnet18, resnet34, resnet50, resnet101, resnet152, or vgg11, vgg13, vgg16, vgg19,"
                    + " each also as vgg16_bn with batch normalisation."
                    + " Default: ${DEFAULT-VALUE}.")
    String name = "resnet50";

    @Option(names = "--seed", paramLabel = "N", description = "Of everything random. Default: ${DEFAULT-VALUE}.")
    long seed = 1;

    @Option(
            names = "--network-threads",
            paramLabel = "N",
            description = "Threads inside the network; the last digits of a result belong to it. Default: ${DEFAULT-VALUE}.")
    int threads = 1;

    /// The files that are read, the weights among them.
    List<Path> withWeights(List<Path> inputs) {
        List<Path> all = new ArrayList<>(inputs);
        weights.ifPresent(all::add);
        return all;
    }

    /// The weights asked for. An edition without the network is refused here, before cases are looked at.
    ///
    /// @param messages told where nothing trained is used
    NetworkWeights load(PrintWriter messages, boolean quiet) {
        Networks.requirePresent();
        Optional<BottleneckStride> placement = stride.map(label -> BottleneckStride.of(label, "--bottleneck-stride"));
        if (weights.isPresent()) {
            NetworkWeights loaded = NetworkWeights.load(weights.get(), placement);
            if (!loaded.pretrained() && !quiet) {
                messages.println("note: " + loaded.origin() + " started from random weights");
            }
            return loaded;
        }
        NetworkArchitecture chosen = Networks.named(name, placement.orElse(BottleneckStride.CONV2), 3, IMAGENET_CLASSES)
                .orElseThrow(() -> new UsageException(
                        "--network is one of " + String.join(", ", Networks.labels()) + ", got '" + name + "'"));
        NetworkWeights random = RandomInitialisation.network(chosen, seed);
        if (!quiet) {
            messages.println("note: no --weights: " + chosen.label() + " with " + random.origin());
        }
        return random;
    }

    /// For results: what the network is and where its numbers come from.
    static String described(NetworkWeights weights) {
        return weights.architecture().label() + switch (weights.architecture()) {
            case ResNetArchitecture resnet -> ", stride in " + resnet.stride().label();
            case VggArchitecture _ -> "";
        } + ", " + weights.origin();
    }
}
