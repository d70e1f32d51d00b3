package org.trabecula.deep.weights;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.trabecula.core.InputException;
import org.trabecula.deep.DeepProblem;

/// Weights that torchvision publishes, trained on ImageNet. The eight digits in a file's name begin its SHA-256.
///
/// Source: torchvision 0.14.1, `torchvision/models/resnet.py` and `vgg.py`.
///
/// @param network such as `resnet50`
/// @param recipe  `IMAGENET1K_V1`, or the longer training `IMAGENET1K_V2`
/// @param file    its name on the server
public record PublishedWeights(String network, String recipe, String file) {
    private static final URI SERVER = URI.create("https://download.pytorch.org/models/");
    private static final String V1 = "IMAGENET1K_V1";
    private static final String V2 = "IMAGENET1K_V2";

    private static final List<PublishedWeights> ALL = List.of(
            new PublishedWeights("resnet18", V1, "resnet18-f37072fd.pth"),
            new PublishedWeights("resnet34", V1, "resnet34-b627a593.pth"),
            new PublishedWeights("resnet50", V1, "resnet50-0676ba61.pth"),
            new PublishedWeights("resnet50", V2, "resnet50-11ad3fa6.pth"),
            new PublishedWeights("resnet101", V1, "resnet101-63fe2227.pth"),
            new PublishedWeights("resnet101", V2, "resnet101-cd907fc2.pth"),
            new PublishedWeights("resnet152", V1, "resnet152-394f9c45.pth"),
            new PublishedWeights("resnet152", V2, "resnet152-f82ba261.pth"),
            new PublishedWeights("vgg11", V1, "vgg11-8a719046.pth"),
            new PublishedWeights("vgg11_bn", V1, "vgg11_bn-6002323d.pth"),
            new PublishedWeights("vgg13", V1, "vgg13-19584684.pth"),
            new PublishedWeights("vgg13_bn", V1, "vgg13_bn-abd245e5.pth"),
            new PublishedWeights("vgg16", V1, "vgg16-397923af.pth"),
            new PublishedWeights("vgg16_bn", V1, "vgg16_bn-6c64b313.pth"),
            new PublishedWeights("vgg19", V1, "vgg19-dcbb9e9d.pth"),
            new PublishedWeights("vgg19_bn", V1, "vgg19_bn-c79401a0.pth"));

    public static List<PublishedWeights> all() {
        return ALL;
    }

    /// By network (the first recipe, as the study used), by network and recipe (`resnet50-v2`), or by file name.
    ///
    /// @throws InputException WTS-010
    public static PublishedWeights of(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(known -> wanted.equals(known.network) || wanted.equals(known.name()) || wanted.equals(known.file))
                .findFirst()
                .orElseThrow(() -> DeepProblem.UNKNOWN_NAME.refuse(
                        "weights fetch",
                        "'" + name + "'",
                        ALL.stream().map(PublishedWeights::name).collect(Collectors.joining(", ")),
                        "choose one of these names; resnet50 is the network of the study"));
    }

    /// Such as `resnet50-v2`.
    public String name() {
        return network + "-" + recipe.substring(recipe.length() - 2).toLowerCase(Locale.ROOT);
    }

    public URI address() {
        return SERVER.resolve(file);
    }

    /// The first eight hexadecimal digits of the file's SHA-256.
    public String hashPrefix() {
        return file.substring(file.indexOf('-') + 1, file.indexOf('.'));
    }

    /// The refusal of a download that cannot be made here: what to put where by hand.
    InputException notDownloaded(String found, Path target) {
        return DeepProblem.NOT_DOWNLOADED.refuse(
                address().toString(),
                found,
                "the file, from this address or through the proxy in HTTPS_PROXY",
                "where there is a network, download " + address() + " and put it at " + target.toAbsolutePath()
                        + "; then run trabecula weights check " + target);
    }
}
