package org.trabecula.cohort;

import java.util.OptionalInt;

/// What two readers called the outcome of a case, each by himself; 1 or 0. The outcome is what they agreed on.
///
/// @param first  absent where the first did not read
/// @param second absent where the second did not
public record Readings(OptionalInt first, OptionalInt second) {
    public static final Readings NONE = new Readings(OptionalInt.empty(), OptionalInt.empty());

    public boolean areTwo() {
        return first.isPresent() && second.isPresent();
    }
}
