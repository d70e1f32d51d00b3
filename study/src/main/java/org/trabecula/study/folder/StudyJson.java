package org.trabecula.study.folder;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// Records as JSON and back: strict, keys in declared order, doubles that read back to the same bits.
public final class StudyJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private StudyJson() {}

    public static String text(Object value) {
        return MAPPER.writeValueAsString(value) + "\n";
    }

    /// The same for readers other than this program: what does not exist is `null`, where [#text] has a string that reads back.
    public static String textWithoutNaN(Object value) {
        return text(withoutNaN(MAPPER.valueToTree(value)));
    }

    private static JsonNode withoutNaN(JsonNode node) {
        if (node instanceof ObjectNode object) {
            List.copyOf(object.propertyNames()).forEach(name -> object.set(name, withoutNaN(object.get(name))));
        } else if (node instanceof ArrayNode array) {
            for (int k = 0; k < array.size(); k++) {
                array.set(k, withoutNaN(array.get(k)));
            }
        } else if (node instanceof DoubleNode number && !Double.isFinite(number.doubleValue())) {
            return NullNode.getInstance();
        }
        return node;
    }

    /// @throws tools.jackson.core.JacksonException if the text is not such a record
    /// @throws IllegalArgumentException          if it is `null`
    public static <T> T read(String json, Class<T> type) {
        return existing(MAPPER.readValue(json, type));
    }

    /// The same for a text that an earlier version may have written.
    ///
    /// @param upgrade brings an object to what is written now
    public static <T> T read(String json, Class<T> type, Consumer<ObjectNode> upgrade) {
        JsonNode tree = MAPPER.readTree(json);
        if (tree instanceof ObjectNode object) {
            upgrade.accept(object);
        }
        return existing(MAPPER.treeToValue(tree, type));
    }

    private static <T> T existing(@Nullable T read) {
        if (read == null) { // the text `null` is JSON
            throw new IllegalArgumentException("nothing in it");
        }
        return read;
    }
}
