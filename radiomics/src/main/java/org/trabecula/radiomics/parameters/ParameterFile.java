package org.trabecula.radiomics.parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.radiomics.catalogue.Catalogue;
import org.trabecula.radiomics.settings.ClassSettings;
import org.trabecula.radiomics.settings.FeatureClass;
import org.trabecula.radiomics.settings.ImageType;
import org.trabecula.radiomics.settings.ImageTypeSettings;
import org.trabecula.radiomics.settings.KernelSettings;
import org.trabecula.radiomics.settings.Settings;

/// Reads PyRadiomics' parameter files, YAML or JSON, unchanged.
///
/// Four parts, each of which may be missing: `imageType` (missing: the original image only), `featureClass` (missing: all
/// classes), `setting` and `voxelSetting` (missing: PyRadiomics' defaults); a part that is there but empty means the same, and is noted.
/// `voxelSetting` says how feature maps are made ([NotedSettings#kernel]) and changes nothing else. Unknown keys are refused with the
/// nearest known one and their line.
public final class ParameterFile {
    private static final List<String> PARTS = List.of("imageType", "featureClass", "setting", "voxelSetting");
    private static final List<String> IMAGE_TYPES = List.of(
            "Original", "Wavelet", "LoG", "Square", "SquareRoot", "Logarithm", "Exponential", "Gradient", "LBP2D", "LBP3D");

    private final String file;

    private ParameterFile(String file) {
        this.file = file;
    }

    /// @throws InputException if the file cannot be read or is not a sound parameter file
    public static Settings read(Path path) {
        return open(path).settings();
    }

    /// The settings and what the file left to be assumed.
    ///
    /// @throws InputException as [#read]
    public static NotedSettings open(Path path) {
        return new ParameterFile(String.valueOf(path.getFileName())).settings(ParameterText.read(path));
    }

    /// @param name how to call the text in refusals
    /// @param text YAML or JSON
    public static Settings parse(String name, String text) {
        return noted(name, text).settings();
    }

    /// As [#parse], with what the text left to be assumed.
    public static NotedSettings noted(String name, String text) {
        return new ParameterFile(name).settings(text);
    }

    private NotedSettings settings(String text) {
        Optional<ParameterNode> root = YamlTree.of(file, text).map(node -> new ParameterNode(file, "", node));
        Map<String, ParameterNode> parts = root.map(ParameterNode::entries).orElse(Map.of());
        for (ParameterNode part : parts.values()) {
            if (!PARTS.contains(part.key())) {
                throw part.unknownKey("the part", PARTS);
            }
        }
        KernelSettings kernel = kernel(parts);
        SettingKeys general = new SettingKeys(
                parts.containsKey("setting") ? parts.get("setting").entries() : Map.of());
        Settings settings = new Settings(
                general.label(),
                general.additionalInfo(),
                general.preparation(),
                general.features(),
                images(parts, general),
                classes(parts));
        return new NotedSettings(settings, kernel, notes(parts));
    }

    /// PyRadiomics takes an empty part as one that is missing, without a word.
    private List<String> notes(Map<String, ParameterNode> parts) {
        List<String> notes = new ArrayList<>();
        if (parts.isEmpty()) {
            notes.add(file + " holds nothing: PyRadiomics' defaults are taken (the original image, every feature class)");
        }
        if (isEmpty(parts, "imageType")) {
            notes.add("imageType in " + file + " names none: the original image is taken, as PyRadiomics does");
        }
        if (isEmpty(parts, "featureClass")) {
            notes.add("featureClass in " + file + " names none: every feature class is taken, as PyRadiomics does");
        }
        return notes;
    }

    private static boolean isEmpty(Map<String, ParameterNode> parts, String part) {
        ParameterNode node = parts.get(part);
        return node != null && node.entries().isEmpty();
    }

    private static KernelSettings kernel(Map<String, ParameterNode> parts) {
        return parts.containsKey("voxelSetting") ? new VoxelSettingKeys(parts.get("voxelSetting").entries()).kernel() : KernelSettings.DEFAULTS;
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
                    "the feature '" + ParameterNode.shown(name) + "'",
                    "a feature of " + featureClass.key() + "; trabecula features --list names them",
                    ParameterNode.meant(name, known, "remove the name")));
        }
        return name;
    }
}
