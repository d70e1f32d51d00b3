package org.trabecula.learn;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the numbers and names of everything fitted have in common; a fitted record that exists holds to it, whether it was
/// fitted here or read from a file that somebody edited.
public final class Sound {
    private Sound() {}

    /// @throws IllegalArgumentException if a number is NaN or infinite
    public static void finite(String what, double... values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(what + " must be finite, got " + value);
            }
        }
    }

    /// @throws IllegalArgumentException if a number is NaN or infinite, or their count another
    public static void finite(String what, List<Double> values, int count) {
        count(what, values.size(), count);
        values.forEach(value -> finite(what, value));
    }

    /// @throws IllegalArgumentException if a row has another length, or a number is NaN or infinite
    public static void finiteRows(String what, double[][] rows, int length) {
        for (double[] row : rows) {
            count(what, row.length, length);
            finite(what, row);
        }
    }

    /// @throws IllegalArgumentException if there are more or fewer
    public static void count(String what, int found, int expected) {
        if (found != expected) {
            throw new IllegalArgumentException(found + " " + what + " where " + expected + " belong");
        }
    }

    /// @throws IllegalArgumentException if a name is empty or stands twice
    public static void names(String what, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (name.isEmpty() || !seen.add(name)) {
                throw new IllegalArgumentException(what + " must have one name each, got '" + name + "' twice or empty");
            }
        }
    }
}
