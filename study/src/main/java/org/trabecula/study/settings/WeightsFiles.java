package org.trabecula.study.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Pretrained weights (step 10): `weights: FILE`, or a file by network, `weights: {resnet50: FILE, vgg16: FILE}`.
public sealed interface WeightsFiles {
    /// As in the file: a path, or paths by network.
    @JsonValue
    Object yaml();

    /// The file for a network; empty where there is none.
    Optional<String> of(Choice.Architecture network);

    /// With other paths to the same files.
    WeightsFiles map(UnaryOperator<String> path);

    /// Whatever network the file holds is used.
    ///
    /// @param file its path
    record Any(String file) implements WeightsFiles {
        @Override
        public Object yaml() {
            return file;
        }

        @Override
        public Optional<String> of(Choice.Architecture network) {
            return Optional.of(file);
        }

        @Override
        public Any map(UnaryOperator<String> path) {
            return new Any(path.apply(file));
        }
    }

    /// Each file holds the network that it is named for.
    ///
    /// @param files paths by network, at least one
    record Each(Map<Choice.Architecture, String> files) implements WeightsFiles {
        public Each {
            if (files.isEmpty()) {
                throw new SettingException(KEY, EXPECTED, "{}");
            }
            files = Collections.unmodifiableMap(new EnumMap<>(files));
        }

        @Override
        public Object yaml() {
            Map<String, String> named = new LinkedHashMap<>();
            files.forEach((network, file) -> named.put(network.yaml(), file));
            return named;
        }

        @Override
        public Optional<String> of(Choice.Architecture network) {
            return Optional.ofNullable(files.get(network));
        }

        @Override
        public Each map(UnaryOperator<String> path) {
            Map<Choice.Architecture, String> others = new EnumMap<>(Choice.Architecture.class);
            files.forEach((network, file) -> others.put(network, path.apply(file)));
            return new Each(others);
        }
    }

    String KEY = "network.weights";
    String EXPECTED = "a file, or a file by network such as {resnet50: resnet50.pth, vgg16: vgg16.pth}";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static WeightsFiles of(JsonNode node) {
        if (node.isString()) {
            return new Any(node.asString());
        }
        if (!node.isObject()) {
            throw new SettingException(KEY, EXPECTED, node.toString());
        }
        Map<Choice.Architecture, String> files = new EnumMap<>(Choice.Architecture.class);
        node.properties().forEach(entry -> {
            Choice.Architecture network = Stream.of(Choice.Architecture.values())
                    .filter(one -> one.yaml().equals(entry.getKey()))
                    .findFirst()
                    .orElseThrow(() -> new SettingException(KEY, EXPECTED, "'" + entry.getKey() + "', which is no network"));
            if (!entry.getValue().isString()) {
                throw new SettingException(KEY, EXPECTED, entry.getKey() + ": " + entry.getValue());
            }
            files.put(network, entry.getValue().asString());
        });
        return new Each(files);
    }
}
