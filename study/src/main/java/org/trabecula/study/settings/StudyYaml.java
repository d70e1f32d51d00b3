package org.trabecula.study.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.trabecula.core.FileTrouble;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.Suggestion;
import org.trabecula.learn.classifier.Grids;
import org.trabecula.learn.classifier.NeighbourSettings;
import org.trabecula.radiomics.yaml.BoundedYaml;
import org.trabecula.radiomics.yaml.YamlRefusal;
import org.trabecula.study.problem.StudyProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/// Reads and writes `study.yaml`: a preset, then what differs from it. An unknown key is an error that names the nearest
/// known one and its line.
public final class StudyYaml {
    private static final List<String> PRESETS = List.of("paper", "as-published", "robust");
    /// Those whose file names what differs from `paper`.
    private static final List<String> ON_PAPER = List.of("robust");

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .addMixIn(NeighbourSettings.Weights.class, WeightsInYaml.class)
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .build();

    /// As they are written in a study's settings.
    private enum WeightsInYaml {
        @JsonProperty("uniform")
        UNIFORM,
        @JsonProperty("distance")
        DISTANCE
    }

    /// A list of plain values, an item a line; on one line it is easier to read.
    private static final Pattern BLOCK_LIST = Pattern.compile(":\\n((?: *- [\\w./+-]+\\n)+)");

    private StudyYaml() {}

    /// The settings of a preset.
    public static StudySettings preset(String name) {
        return MAPPER.treeToValue(presetTree(name, "--preset"), StudySettings.class);
    }

    /// Reads a file: its preset (`paper` when it names none), then its own values.
    public static StudySettings read(Path file) {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new InputException(
                    new Problem(
                            StudyProblem.UNREADABLE_SETTINGS, file.toString(), FileTrouble.words(e),
                            "a YAML file", "check the path; `trabecula study --print-config` prints a complete one"),
                    e);
        }
    }

    /// The same, from text; `source` names it in messages.
    public static StudySettings parse(String text, String source) {
        Node root;
        JsonNode own;
        try {
            root = BoundedYaml.compose(text, LoadSettings.builder().setAllowDuplicateKeys(false).build()).orElse(null);
            own = text.isBlank() ? MAPPER.createObjectNode() : MAPPER.readTree(text);
        } catch (YamlRefusal e) {
            throw new InputException(unreadable(source + e.line(), e.found()), e);
        } catch (JacksonException e) {
            throw new InputException(unreadable(source + place(e), firstLine(e)), e);
        }
        if (root != null && !own.isObject() && !own.isNull()) {
            throw new InputException(unreadable(source, own.isArray() ? "a list" : "one value"));
        }
        Map<String, Integer> lines = new HashMap<>();
        collectLines(root, "", lines);
        String preset = own.path("preset").asString("paper");
        ObjectNode merged = presetTree(preset, source);
        List<Problem> problems = new ArrayList<>();
        if (own instanceof ObjectNode values) {
            overlay(merged, values, "", source, lines, problems);
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return bind(merged, source, lines);
    }

    /// The settings as a complete file.
    public static String write(StudySettings settings) {
        return BLOCK_LIST.matcher(MAPPER.writeValueAsString(settings))
                .replaceAll(list -> ": [" + String.join(", ", list.group(1).strip().substring(2).split("\\s+- ")) + "]\n");
    }

    private static ObjectNode presetTree(String name, String source) {
        if (!PRESETS.contains(name)) {
            throw new InputException(new Problem(
                    StudyProblem.BAD_SETTING, source + ", preset", "'" + name + "'", "one of: " + String.join(", ", PRESETS),
                    Suggestion.nearest(name, PRESETS).map(near -> "did you mean '" + near + "'?").orElse("use paper")));
        }
        ObjectNode own = presetFile(name);
        if (!ON_PAPER.contains(name)) {
            return own;
        }
        ObjectNode whole = presetFile("paper");
        List<Problem> problems = new ArrayList<>();
        overlay(whole, own, "", name + ".yaml", Map.of(), problems);
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return whole;
    }

    private static ObjectNode presetFile(String name) {
        try (InputStream in = Objects.requireNonNull(
                StudyYaml.class.getResourceAsStream("/org/trabecula/study/presets/" + name + ".yaml"))) {
            ObjectNode preset = (ObjectNode) MAPPER.readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            preset.set("grids", MAPPER.valueToTree(Grids.USUAL)); // the same in all presets; their reasons stand beside them in the code
            return preset;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Puts the user's values over the preset's; keys that the preset does not have are unknown.
    private static void overlay(
            ObjectNode base, ObjectNode own, String path, String source, Map<String, Integer> lines, List<Problem> problems) {
        for (Map.Entry<String, JsonNode> entry : own.properties()) {
            String key = path + entry.getKey();
            JsonNode known = base.get(entry.getKey());
            if (known == null) {
                problems.add(new Problem(
                        StudyProblem.UNKNOWN_KEY, source + line(lines, key), "'" + key + "'",
                        "one of: " + String.join(", ", base.propertyNames()),
                        Suggestion.nearest(entry.getKey(), base.propertyNames())
                                .map(near -> "did you mean '" + path + near + "'?")
                                .orElse("remove the line")));
            } else if (known instanceof ObjectNode inner && entry.getValue() instanceof ObjectNode values) {
                overlay(inner, values, key + ".", source, lines, problems);
            } else {
                base.set(entry.getKey(), entry.getValue());
            }
        }
    }

    private static StudySettings bind(ObjectNode merged, String source, Map<String, Integer> lines) {
        try {
            return MAPPER.treeToValue(merged, StudySettings.class);
        } catch (JacksonException e) {
            if (rootOf(e) instanceof SettingException setting) {
                throw new InputException(
                        new Problem(
                                StudyProblem.BAD_SETTING, source + line(lines, setting.key()),
                                setting.key() + ": " + setting.found(), setting.expected(), setting.fix()),
                        e);
            }
            String key = String.join(".", e.getPath().stream()
                    .map(JacksonException.Reference::getPropertyName)
                    .filter(Objects::nonNull)
                    .toList());
            if (e instanceof InvalidFormatException wrong && wrong.getTargetType().isEnum()) {
                throw new InputException(notAChoice(wrong, key, source + line(lines, key)), e);
            }
            throw new InputException(
                    new Problem(
                            StudyProblem.BAD_SETTING, source + line(lines, key),
                            key + ": " + (rootOf(e) instanceof IllegalArgumentException refused ? refused.getMessage() : firstLine(e)),
                            "a value of the kind that the preset has", "compare with `trabecula study --print-config`"),
                    e);
        }
    }

    /// A value that is none of a closed choice.
    private static Problem notAChoice(InvalidFormatException e, String key, String place) {
        String found = String.valueOf(e.getValue());
        List<String> choices = Arrays.stream(e.getTargetType().getEnumConstants())
                .map(one -> MAPPER.valueToTree(one).asString())
                .toList();
        return new Problem(
                StudyProblem.BAD_SETTING, place, key + ": '" + found + "'", "one of: " + String.join(", ", choices),
                Suggestion.nearest(found, choices)
                        .map(near -> "did you mean '" + near + "'?")
                        .orElse("choose one of these"));
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static void collectLines(@Nullable Node node, String path, Map<String, Integer> lines) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple pair : mapping.getValue()) {
                if (pair.getKeyNode() instanceof ScalarNode name) {
                    String key = path + name.getValue();
                    name.getStartMark().ifPresent(mark -> lines.put(key, mark.getLine() + 1));
                    collectLines(pair.getValueNode(), key + ".", lines);
                }
            }
        }
    }

    private static String line(Map<String, Integer> lines, String key) {
        Integer line = lines.get(key);
        return line == null ? "" : ", line " + line;
    }

    private static Problem unreadable(String where, String found) {
        return new Problem(
                StudyProblem.UNREADABLE_SETTINGS, where, found, "YAML: `key: value` lines",
                "correct the line; `trabecula study --print-config` prints a complete file");
    }

    private static String place(JacksonException e) {
        return e.getLocation() != null && e.getLocation().getLineNr() > 0 ? ", line " + e.getLocation().getLineNr() : "";
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("not readable").strip();
    }
}
