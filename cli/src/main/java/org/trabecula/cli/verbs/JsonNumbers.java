package org.trabecula.cli.verbs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trabecula.stats.Interval;

/// Numbers of JSON documents: full doubles, and `null` with a sibling `"why"` where a value does not exist.
final class JsonNumbers {
    private JsonNumbers() {}

    /// Puts a number; NaN and infinities become null, and `why` is kept unless an earlier reason stands.
    static void put(Map<String, @Nullable Object> object, String key, double value, String why) {
        if (Double.isFinite(value)) {
            object.put(key, value);
        } else {
            object.put(key, null);
            object.putIfAbsent("why", why);
        }
    }

    /// Puts `[lower, upper]`, or null when a limit does not exist.
    static void put(Map<String, @Nullable Object> object, String key, Interval interval, String why) {
        if (Double.isFinite(interval.lower()) && Double.isFinite(interval.upper())) {
            object.put(key, List.of(interval.lower(), interval.upper()));
        } else {
            object.put(key, null);
            object.putIfAbsent("why", why);
        }
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
