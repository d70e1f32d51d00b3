package org.trabecula.extraction.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.image.label.LabelScheme;

/// By which numbering the labels of a map without names are understood.
///
/// @param key `auto`, `itk-snap` (a label description beside the mask), or a [LabelScheme]'s
public record SchemeChoice(String key) {
    private static final String GUESS = "auto";
    private static final String DESCRIPTION = "itk-snap";

    /// A description beside the mask, else what the numbers and their order in the spine fit; the guess is said.
    public static final SchemeChoice AUTO = new SchemeChoice(GUESS);

    public SchemeChoice {
        if (!keys().contains(key)) {
            throw new IllegalArgumentException("no numbering '" + key + "'; there are " + String.join(", ", keys()));
        }
    }

    /// What users may write.
    public static List<String> keys() {
        List<String> keys = new ArrayList<>(LabelScheme.keys());
        keys.add(DESCRIPTION);
        keys.add(GUESS);
        return keys;
    }

    Optional<LabelScheme> named() {
        return LabelScheme.of(key);
    }

    boolean guesses() {
        return key.equals(GUESS);
    }

    boolean wantsDescription() {
        return key.equals(DESCRIPTION);
    }

    boolean looksForDescription() {
        return guesses() || wantsDescription();
    }
}
