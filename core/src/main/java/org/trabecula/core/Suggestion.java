package org.trabecula.core;

import java.util.Locale;
import java.util.Optional;

/// "Did you mean …?"
public final class Suggestion {
    private Suggestion() {}

    /// The known name nearest to a mistyped one by edit distance, capital letters aside, if it is near enough (two edits, or
    /// a third of its letters; one edit for names of three letters or fewer); the first of equals.
    public static Optional<String> nearest(String typed, Iterable<String> known) {
        String best = null;
        int fewest = Integer.MAX_VALUE;
        String from = typed.toLowerCase(Locale.ROOT);
        if (!anyIsAsLong(from, known)) {
            return Optional.empty();
        }
        for (String name : known) {
            int edits = edits(from, name.toLowerCase(Locale.ROOT));
            if (edits < fewest) {
                fewest = edits;
                best = name;
            }
        }
        return best != null && fewest <= farthest(best) ? Optional.of(best) : Optional.empty();
    }

    /// Whether the lengths alone leave a name near enough: a word of a megabyte is compared with none.
    private static boolean anyIsAsLong(String typed, Iterable<String> known) {
        for (String name : known) {
            if (Math.abs(typed.length() - name.toLowerCase(Locale.ROOT).length()) <= farthest(name)) {
                return true;
            }
        }
        return false;
    }

    private static int farthest(String name) {
        return name.length() <= 3 ? 1 : Math.max(2, name.length() / 3);
    }

    /// Levenshtein distance.
    public static int edits(String a, String b) {
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            int[] swap = previous;
            previous = current;
            current = swap;
        }
        return previous[b.length()];
    }
}
