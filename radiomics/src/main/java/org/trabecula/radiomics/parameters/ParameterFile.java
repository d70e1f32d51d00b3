package org.trabecula.radiomics.parameters;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.radiomics.catalogue.Catalogue;
import org.trabecula.radiomics.settings.ClassSettings;
import org.trabecula.radiomics.settings.FeatureClass;
import org.trabecula.radiomics.settings.ImageType;
import org.trabecula.radiomics.settings.ImageTypeSettings;
import org.trabecula.radiomics.settings.Settings;

/// Reads PyRadiomics' parameter files, YAML or JSON, unchanged.
///
/// Three parts, each of which may be missing: `imageType` (missing: the original image only), `featureClass` (missing: all
/// classes), `setting` (missing: PyRadiomics' defaults). `voxelSetting` is refused: feature maps are not built. Unknown keys
/// are refused with the nearest known one and their line.
public final class ParameterFile {
    private static final List<String> PARTS = List.of("imageType", "featureClass", "setting", "voxelSetting");
    private static final List<String> IMAGE_TYPES = List.of(
            "Original", "Wavelet", "LoG", "Square", "SquareRoot", "Logarithm", "Exponential", "Gradient", "LBP2D", "LBP3D");

    private final String file;

    private ParameterFile(String file) {
        this.file = file;
    }

    /// @throws InputException if the file is not a sound parameter file
    /// @throws IOException if it cannot be read
    public static Settings read(Path path) throws IOException {
        return parse(String.valueOf(path.getFileName()), Files.readString(path, StandardCharsets.UTF_8));
    }

    /// @param name how to call the text in refusals
    /// @param text YAML or JSON
    public static Settings parse(String name, String text) {
        return new ParameterFile(name).settings(text);
    }

    private Settings settings(String text) {
        Optional<ParameterNode> root = compose(text);
        Map<String, ParameterNode> parts = root.map(ParameterNode::entries).orElse(Map.of());
        for (ParameterNode part : parts.values()) {
            if (!PARTS.contains(part.key())) {
                throw part.unknownKey("the part", PARTS);
            }
        }
        refuseVoxelSetting(parts);
        SettingKeys general = new SettingKeys(
                parts.containsKey("setting") ? parts.get("setting").entries() : Map.of());
        return new Settings(
                general.label(),
                general.additionalInfo(),
                general.preparation(),
                general.features(),
                images(parts, general),
                classes(parts));
    }

    private Optional<ParameterNode> compose(String text) {
        LoadSettings yaml =
                LoadSettings.builder().setLabel(file).setAllowDuplicateKeys(true).build();
        try {
            Optional<Node> node = new Compose(yaml).composeString(isJson(text) ? text.replace('\t', ' ') : text);
            return node.map(n -> new ParameterNode(file, "", n));
        } catch (MarkedYamlEngineException e) {
            String line = e.getProblemMark().map(m -> ", line " + (m.getLine() + 1)).orElse("");
            throw unreadable(file + line, String.valueOf(e.getProblem()), e);
        } catch (YamlEngineException e) {
            throw unreadable(file, String.valueOf(e.getMessage()), e);
        }
    }

    /// JSON is YAML, but for tabs between its tokens (inside its words they cannot stand as they are).
    private static boolean isJson(String text) {
        return text.stripLeading().startsWith("{");
    }

    private static InputException unreadable(String where, String found, Exception cause) {
        return new InputException(
                new Problem(
                        ParameterProblem.PARAMETERS_UNREADABLE,
                        where,
                        found.lines().findFirst().orElse(""),
                        "YAML or JSON as PyRadiomics reads it",
                        "correct the line; a working file: trabecula features --preset original"),
                cause);
    }

    private static void refuseVoxelSetting(Map<String, ParameterNode> parts) {
        ParameterNode voxel = parts.get("voxelSetting");
        if (voxel != null && !voxel.entries().isEmpty()) {
            throw new InputException(new Problem(
                    ParameterProblem.NOT_SUPPORTED,
                    voxel.where(),
                    "settings for feature maps",
                    "features of whole regions; maps with a value per voxel are not built",
                    "remove voxelSetting to extract the region's features"));
        }
    }

    private static List<ImageTypeSettings> images(Map<String, ParameterNode> parts, SettingKeys general) {
        List<ImageTypeSettings> images = new ArrayList<>();
        Map<String, ParameterNode> wanted =
                parts.containsKey("imageType") ? parts.get("imageType").entries() : Map.of();
        if (wanted.isEmpty()) {
            images.add(new ImageTypeSettings(new ImageType.Original(), general.features()));
        }
        for (ParameterNode image : wanted.values()) {
            SettingKeys own = general.with(image.entries());
            ImageType type = switch (image.key()) {
                case "Original" -> new ImageType.Original();
                case "Wavelet" -> own.wavelet();
                case "LoG" -> own.laplacianOfGaussian();
                case "Square" -> new ImageType.Square();
                case "SquareRoot" -> new ImageType.SquareRoot();
                case "Logarithm" -> new ImageType.Logarithm();
                case "Exponential" -> new ImageType.Exponential();
                case "Gradient" -> own.gradient();
                case "LBP2D" -> own.localBinaryPattern2D();
                case "LBP3D" -> own.localBinaryPattern3D();
                default -> throw image.unknownKey("the image type", IMAGE_TYPES);
            };
            images.add(new ImageTypeSettings(type, own.features()));
        }
        return images;
    }

    private static List<ClassSettings> classes(Map<String, ParameterNode> parts) {
        List<ClassSettings> classes = new ArrayList<>();
        Map<String, ParameterNode> wanted =
                parts.containsKey("featureClass") ? parts.get("featureClass").entries() : Map.of();
        if (wanted.isEmpty()) {
            Arrays.stream(FeatureClass.values()).map(ClassSettings::all).forEach(classes::add);
        }
        List<String> keys = Arrays.stream(FeatureClass.values()).map(FeatureClass::key).toList();
        for (ParameterNode entry : wanted.values()) {
            int n = keys.indexOf(entry.key());
            if (n < 0) {
                throw entry.unknownKey("the feature class", keys);
            }
            FeatureClass featureClass = FeatureClass.values()[n];
            List<String> features = new ArrayList<>();
            for (ParameterNode item : entry.items()) {
                features.add(knownFeature(featureClass, item));
            }
            classes.add(new ClassSettings(featureClass, features));
        }
        return classes;
    }

    private static String knownFeature(FeatureClass featureClass, ParameterNode item) {
        List<String> known = Catalogue.names(featureClass);
        String name = item.text();
        if (!known.contains(name)) {
            throw new InputException(new Problem(
                    ParameterProblem.UNKNOWN_FEATURE,
                    item.where(),
                    "the feature '" + name + "'",
                    "a feature of " + featureClass.key() + "; trabecula features --list names them",
                    ParameterNode.meant(name, known, "remove the name")));
        }
        return name;
    }
}
