package org.trabecula.radiomics.parameters;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.radiomics.settings.Settings;

/// Parameter files that ship with the product.
public enum Preset {
    /// The original image, every class but 2D shape, no resampling: 107 features.
    ORIGINAL,
    /// The 1,648 features of the acute-fracture study: 19 images, resampled to 1 mm.
    PAPER1648,
    /// Every image type but 2D patterns, every class but 2D shape, no resampling: 2,060 features.
    FULL,
    /// Local binary patterns on spheres: 279 features.
    LBP3D;

    /// As users write it.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The [#key] of each preset.
    public static List<String> keys() {
        return Arrays.stream(values()).map(Preset::key).toList();
    }

    /// @throws InputException PAR-005 for another name
    public static Preset named(String key) {
        for (Preset preset : values()) {
            if (preset.key().equals(key)) {
                return preset;
            }
        }
        throw new InputException(new Problem(
                ParameterProblem.UNKNOWN_PRESET,
                "--preset",
                "'" + key + "'",
                "one of: " + String.join(", ", keys()),
                ParameterNode.meant(key, keys(), "choose one of these, or name a parameter file with --params")));
    }

    /// The preset as settings.
    public Settings settings() {
        return ParameterFile.parse("preset " + key(), text());
    }

    /// The parameter file itself.
    public String text() {
        String file = key() + ".yaml";
        try (InputStream in = Objects.requireNonNull(Preset.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
