package org.trabecula.cohort;

import java.util.Locale;
import java.util.Optional;

/// The side of the split that a table gives a case, if it does.
public enum Part {
    TRAIN,
    TEST,
    NOT_GIVEN;

    /// `train` or `test`, in capitals or not; an empty cell gives no side. Empty for another word.
    public static Optional<Part> parse(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "" -> Optional.of(NOT_GIVEN);
            case "train" -> Optional.of(TRAIN);
            case "test" -> Optional.of(TEST);
            default -> Optional.empty();
        };
    }
}
