package org.trabecula.web.server;

import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.InputException;
import org.trabecula.core.Printable;
import org.trabecula.core.Problem;

/// A request that [Guard] let in.
///
/// @param path   as it was sent, still with its escapes
/// @param query  decoded
/// @param length of the body, where the browser says so
/// @param body   to be read with a limit
public record Asked(String method, String path, Map<String, String> query, String type, OptionalLong length, InputStream body) {
    /// What was asked of a query such as `name=a&low=-500`.
    static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        if (raw == null || raw.isEmpty()) {
            return query;
        }
        for (String pair : raw.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            query.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
        }
        return query;
    }

    /// @throws InputException WEB-006 for an escape that is none
    public static String decoded(String escaped) {
        try {
            return URLDecoder.decode(escaped, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw malformed("the address", "'" + Printable.line(escaped) + "'", "escapes of two hexadecimal digits");
        }
    }

    /// @throws InputException WEB-006 where it is missing
    public String needed(String name) {
        return Optional.ofNullable(query.get(name))
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> malformed("the query", "no " + name, name + "=…"));
    }

    /// What a request that cannot be understood is told.
    public static InputException malformed(String where, String found, String expected) {
        return new InputException(new Problem(
                WebProblem.MALFORMED, where, found, expected, "look at /api/openapi.json, which describes every request"));
    }
}
