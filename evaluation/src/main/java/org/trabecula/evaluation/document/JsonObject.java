package org.trabecula.evaluation.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trabecula.stats.Interval;

/// An object of a document, keys in the order they were put: full doubles, and `null` with a sibling `"why"` where a value
/// does not exist.
final class JsonObject {
    private final Map<String, @Nullable Object> keys = new LinkedHashMap<>();

    JsonObject put(String key, Object value) {
        keys.put(key, value);
        return this;
    }

    /// A value that does not exist; the first reason of an object stands.
    JsonObject none(String key, String why) {
        keys.put(key, null);
        keys.putIfAbsent("why", why);
        return this;
    }

    /// NaN and infinities become null.
    JsonObject number(String key, double value, String why) {
        return Double.isFinite(value) ? put(key, value) : none(key, why);
    }

    /// `[lower, upper]`, null when a limit does not exist.
    JsonObject interval(String key, Interval interval, String why) {
        return Double.isFinite(interval.lower()) && Double.isFinite(interval.upper())
                ? put(key, List.of(interval.lower(), interval.upper()))
                : none(key, why);
    }

    JsonObject putAll(JsonObject other) {
        keys.putAll(other.keys);
        return this;
    }

    Map<String, @Nullable Object> map() {
        return Collections.unmodifiableMap(keys);
    }

    /// A list of numbers, null where one does not exist.
    static List<@Nullable Object> list(double... values) {
        List<@Nullable Object> list = new ArrayList<>();
        for (double value : values) {
            list.add(Double.isFinite(value) ? (Object) value : null);
        }
        return list;
    }
}
