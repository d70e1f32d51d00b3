package org.trabecula.radiomics.parameters;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.trabecula.radiomics.settings.KernelSettings;

/// The keys of `voxelSetting`, with PyRadiomics' meaning and defaults.
final class VoxelSettingKeys {
    private static final List<String> KNOWN = List.of("kernelRadius", "maskedKernel", "initValue", "voxelBatch");

    private final Map<String, ParameterNode> values;

    VoxelSettingKeys(Map<String, ParameterNode> values) {
        this.values = values;
        for (ParameterNode value : values.values()) {
            if (!KNOWN.contains(value.key())) {
                throw value.unknownKey("the setting of feature maps", KNOWN);
            }
        }
    }

    KernelSettings kernel() {
        KernelSettings byDefault = KernelSettings.DEFAULTS;
        return new KernelSettings(
                given("kernelRadius").map(node -> within(node, KernelSettings.LARGEST_RADIUS)).orElse(byDefault.radius()),
                given("maskedKernel").map(ParameterNode::bool).orElse(byDefault.masked()),
                given("initValue").map(VoxelSettingKeys::numberOrNaN).orElse(byDefault.initValue()),
                given("voxelBatch").map(node -> OptionalInt.of(within(node, Integer.MAX_VALUE))).orElse(byDefault.batch()));
    }

    private Optional<ParameterNode> given(String key) {
        return Optional.ofNullable(values.get(key)).filter(node -> !node.isNull());
    }

    private static int within(ParameterNode node, int most) {
        int value = node.integer();
        if (value < 1 || value > most) {
            throw node.wrong(most == Integer.MAX_VALUE ? "a whole number of at least 1" : "a whole number of voxels, 1 … " + most);
        }
        return value;
    }

    /// YAML writes it `.nan`; PyRadiomics also takes the word that Python reads.
    private static double numberOrNaN(ParameterNode node) {
        return node.text().matches("\\.?(nan|NaN|NAN)") ? Double.NaN : node.number();
    }
}
