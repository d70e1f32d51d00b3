package org.trabecula.cohort;

import java.util.Locale;
import java.util.Optional;

/// As recorded; unknown is told apart from either.
public enum Sex {
    FEMALE,
    MALE,
    UNKNOWN;

    /// Reads F/M, female/male, w/m (German *weiblich*); an empty cell is unknown. 0 and 1 mean different things in
    /// different hospitals and are not understood.
    static Optional<Sex> parse(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "f", "female", "w" -> Optional.of(FEMALE);
            case "m", "male" -> Optional.of(MALE);
            case "", "na", "unknown" -> Optional.of(UNKNOWN);
            default -> Optional.empty();
        };
    }
}
