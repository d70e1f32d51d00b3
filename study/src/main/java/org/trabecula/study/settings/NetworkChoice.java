package org.trabecula.study.settings;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which network gives the deep features, and where its weights come from (step 10):
/// `network: {architecture: resnet50, weights: FILE}`, or `network: {compare: [resnet18, vgg16]}`, of which the best inside training is taken.
///
/// @param architecture `resnet18` … `resnet152`, `vgg11` … `vgg19`, `vgg11_bn` … `vgg19_bn`; of no account where networks are compared
/// @param weights      pretrained weights; absent: random, and said so everywhere
/// @param compare      networks to choose among inside training; none: `architecture` it is
/// @param choose       how often, where networks are compared
public record NetworkChoice(
        Choice.Architecture architecture, Optional<WeightsFiles> weights, List<Choice.Architecture> compare, Choice.NetworkChosen choose) {
    public NetworkChoice {
        compare = List.copyOf(compare);
        Set<Choice.Architecture> used = new HashSet<>(compare.isEmpty() ? List.of(architecture) : compare);
        if (compare.size() == 1 || !compare.isEmpty() && used.size() < compare.size()) {
            throw new SettingException("network.compare", "none, or at least two different networks such as [resnet18, vgg16]", names(compare));
        }
        weights.ifPresent(files -> {
            switch (files) {
                case WeightsFiles.Any(String file) -> {
                    if (used.size() > 1) {
                        throw new SettingException(
                                WeightsFiles.KEY, "a file by network, such as {" + List.copyOf(used).getFirst().yaml() + ": FILE}, where networks are compared",
                                file);
                    }
                }
                case WeightsFiles.Each(Map<Choice.Architecture, String> each) -> each.keySet().stream()
                        .filter(network -> !used.contains(network))
                        .findFirst()
                        .ifPresent(network -> {
                            throw new SettingException(
                                    WeightsFiles.KEY, "files of networks that this study uses: " + names(List.copyOf(used)), network.yaml());
                        });
            }
        });
    }

    private static String names(List<Choice.Architecture> networks) {
        return networks.stream().sorted().map(Choice.Architecture::yaml).toList().toString();
    }

    /// Whether there is a choice to be made.
    public boolean compares() {
        return !compare.isEmpty();
    }

    /// Every network that this study may use: those compared, else the one.
    public List<Choice.Architecture> used() {
        return compare.isEmpty() ? List.of(architecture) : compare;
    }

    /// The same as if one network had been asked for.
    public NetworkChoice only(Choice.Architecture network) {
        return new NetworkChoice(
                network,
                weights.flatMap(files -> switch (files) {
                    case WeightsFiles.Any any -> Optional.of(any);
                    case WeightsFiles.Each each -> each.of(network).map(file -> new WeightsFiles.Each(Map.of(network, file)));
                }),
                List.of(), choose);
    }

    NetworkChoice withWeights(WeightsFiles files) {
        return new NetworkChoice(architecture, Optional.of(files), compare, choose);
    }

    NetworkChoice withArchitecture(Choice.Architecture other) {
        return new NetworkChoice(other, weights, compare, choose);
    }
}
