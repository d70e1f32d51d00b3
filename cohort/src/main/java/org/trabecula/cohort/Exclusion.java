package org.trabecula.cohort;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a cell of the column `exclude` says: yes or no, as data frames and spreadsheets write it, or a reason.
final class Exclusion {
    /// The reason that a bare yes stands for.
    private static final String EXCLUDED = "excluded";

    private static final Set<String> NO = Set.of("no", "false", "0", "0.0", "n", "f", "include", "included", "keep");
    private static final Set<String> YES = Set.of("yes", "true", "1", "1.0", "y", "t", "x", "exclude", "excluded");

    private Exclusion() {}

    /// Why the case is left out; nothing when it is not.
    static Optional<String> reason(String cell) {
        String text = cell.toLowerCase(Locale.ROOT);
        return NO.contains(text) ? Optional.empty() : Optional.of(YES.contains(text) ? EXCLUDED : cell);
    }
}
