package org.trabecula.web.api;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.trabecula.core.InputException;
import org.trabecula.core.Printable;
import org.trabecula.core.Problem;
import org.trabecula.web.server.Asked;
import org.trabecula.web.server.WebProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/// Records as JSON and back; what is sent is read strictly.
final class RoomJson {
    /// Nothing that a page sends as JSON comes near it.
    private static final int LARGEST_BYTES = 4 << 20;

    private static final int LONGEST_REASON = 300;
    /// And the class around a class.
    private static final Pattern PACKAGES = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])(?:\\w+\\$)*");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES) // what may be left out is Optional
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .withCoercionConfig(LogicalType.Textual, texts -> Stream.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)
                    .forEach(other -> texts.setCoercion(other, CoercionAction.Fail)))
            .build();

    private RoomJson() {}

    static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /// @throws InputException WEB-006 if it is no such record, WEB-007 if it is longer than any is
    static <T> T read(Asked asked, Class<T> type) throws IOException {
        if (!asked.type().toLowerCase(Locale.ROOT).startsWith(Route.JSON)) { // what a form of another site can send is none
            throw Asked.malformed("the request's Content-Type", "'" + asked.type() + "'", Route.JSON);
        }
        byte[] bytes = asked.body().readNBytes(LARGEST_BYTES + 1);
        if (bytes.length > LARGEST_BYTES) {
            throw new InputException(new Problem(
                    WebProblem.TOO_LARGE, "the request's JSON", "more than " + LARGEST_BYTES + " bytes", "at most so many", "send less at once"));
        }
        T read;
        try {
            read = MAPPER.readValue(bytes, type);
        } catch (JacksonException | IllegalArgumentException e) {
            throw Asked.malformed("the request's JSON", reason(e), "a " + type.getSimpleName() + ", as /api/openapi.json describes it");
        }
        if (read == null) {
            throw Asked.malformed("the request's JSON", "null", "a " + type.getSimpleName());
        }
        return read;
    }

    /// In one line, without the packages of our own classes, which say nothing to who sent it.
    private static String reason(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String told = cause instanceof JacksonException json ? String.valueOf(json.getOriginalMessage()) : String.valueOf(cause.getMessage());
        String plain = Printable.line(PACKAGES.matcher(told).replaceAll(""));
        return plain.substring(0, Math.min(plain.length(), LONGEST_REASON));
    }
}
