package org.trabecula.web.api;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trabecula.core.Version;
import org.trabecula.web.server.RefusalDocument;

/// The routes as an OpenAPI 3.1 document, made from the list that is served and the records that travel: it cannot fall behind them.
final class OpenApi {
    private static final Pattern NAME = Pattern.compile("\\{([A-Za-z]+)}");

    private final Map<String, Object> schemas = new TreeMap<>();

    private OpenApi() {}

    static Map<String, Object> of(List<Route> routes) {
        OpenApi made = new OpenApi();
        Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
        for (Route route : routes) {
            paths.computeIfAbsent(route.path(), _ -> new LinkedHashMap<>()).put(route.method().toLowerCase(Locale.ROOT), made.operation(route));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put("info", Map.of("title", "Trabecula, reading room", "version", Version.text()));
        document.put("paths", paths);
        document.put("components", Map.of("schemas", made.schemas));
        return document;
    }

    private Map<String, Object> operation(Route route) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("summary", route.summary());
        List<Object> parameters = new ArrayList<>();
        Matcher names = NAME.matcher(route.path());
        while (names.find()) {
            parameters.add(parameter("path", names.group(1), "", true));
        }
        route.query().forEach(word -> parameters.add(parameter("query", word.name(), word.meaning(), word.needed())));
        operation.put("parameters", parameters);
        route.body().ifPresent(body -> operation.put("requestBody", Map.of("required", true, "content", body == byte[].class
                ? Map.of("application/octet-stream", Map.of())
                : Map.of(Route.JSON, Map.of("schema", schema(body))))));
        Map<String, Object> responses = new LinkedHashMap<>();
        if (route.type().isEmpty()) {
            responses.put("204", Map.of("description", "done"));
        } else {
            Map<String, Object> content = route.answer().isPresent() ? Map.of("schema", schema(route.answer().get())) : Map.of();
            responses.put("200", Map.of("description", "done", "content", Map.of(route.type(), content)));
        }
        responses.put("default", Map.of(
                "description", "refused", "content", Map.of(Route.JSON, Map.of("schema", schema(RefusalDocument.class)))));
        operation.put("responses", responses);
        return operation;
    }

    private static Map<String, Object> parameter(String in, String name, String meaning, boolean needed) {
        return Map.of("in", in, "name", name, "description", meaning, "required", needed, "schema", Map.of("type", "string"));
    }

    private Map<String, Object> schema(Type type) {
        return switch (type) {
            case Class<?> one when one.isRecord() -> reference(one);
            case Class<?> one when one.isEnum() -> Map.of("type", "string");
            case Class<?> one when one == String.class -> Map.of("type", "string");
            case Class<?> one when one == boolean.class || one == Boolean.class -> Map.of("type", "boolean");
            case Class<?> one when one == int.class || one == long.class || one == Integer.class || one == Long.class -> Map.of("type", "integer");
            case Class<?> one when one == double.class || one == Double.class -> Map.of("type", "number");
            case Class<?> one when one == OptionalDouble.class -> Map.of("type", List.of("number", "null"));
            case Class<?> one when one == OptionalInt.class || one == OptionalLong.class -> Map.of("type", List.of("integer", "null"));
            case Class<?> one when one.isArray() -> Map.of("type", "array", "items", schema(one.getComponentType()));
            case ParameterizedType many when many.getRawType() == List.class ->
                    Map.of("type", "array", "items", schema(many.getActualTypeArguments()[0]));
            case ParameterizedType map when map.getRawType() == Map.class ->
                    Map.of("type", "object", "additionalProperties", schema(map.getActualTypeArguments()[1]));
            case ParameterizedType maybe when maybe.getRawType() == Optional.class ->
                    Map.of("anyOf", List.of(schema(maybe.getActualTypeArguments()[0]), Map.of("type", "null")));
            case WildcardType some -> schema(some.getUpperBounds()[0]);
            default -> Map.of();
        };
    }

    private Map<String, Object> reference(Class<?> type) {
        String name = type.getSimpleName();
        if (!schemas.containsKey(name)) {
            Map<String, Object> properties = new LinkedHashMap<>();
            schemas.put(name, Map.of()); // a record that holds itself must not be looked at for ever
            List<String> all = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) {
                properties.put(component.getName(), schema(component.getGenericType()));
                if (!component.getType().getSimpleName().startsWith("Optional")) {
                    all.add(component.getName());
                }
            }
            Map<String, Object> made = new LinkedHashMap<>();
            made.put("type", "object");
            made.put("properties", properties);
            made.put("required", all);
            schemas.put(name, made);
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }
}
