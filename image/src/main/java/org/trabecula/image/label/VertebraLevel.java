package org.trabecula.image.label;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The names of vertebrae, in whatever spelling: `L3`, `l3`, `vertebrae_L3`, `Vertebra L3`, `L3 vertebral body`, `L 3`, `Th12`,
/// `Third lumbar vertebra`.
public final class VertebraLevel {
    private static final Pattern LEVEL =
            Pattern.compile("[ _.:-]*(C|TH|T|D|L|S)[ _.-]*0?([1-9][0-9]?)([ _.-]+VERTEBRA(E|L[ _]BODY)?|[ _.-]+BODY)?");
    private static final Pattern IN_WORDS =
            Pattern.compile("([A-Z]+|[1-9][0-9]?(?:ST|ND|RD|TH)) (CERVICAL|THORACIC|LUMBAR|SACRAL) VERTEBRA(L BODY)?");
    private static final List<String> ORDINALS = List.of(
            "FIRST", "SECOND", "THIRD", "FOURTH", "FIFTH", "SIXTH", "SEVENTH", "EIGHTH", "NINTH", "TENTH", "ELEVENTH", "TWELFTH");

    private VertebraLevel() {}

    /// Such as `L3` or `T12`; nothing for other names. `Th` and `D` (thoracic, dorsal) are `T`.
    public static Optional<String> of(String name) {
        String upper = name.strip().toUpperCase(Locale.ROOT);
        Matcher level = LEVEL.matcher(upper.replaceFirst("^(VERTEBRAE?|VERT|LEVEL)", ""));
        if (level.matches()) {
            String region = level.group(1).equals("TH") || level.group(1).equals("D") ? "T" : level.group(1);
            return spelt(region, Integer.parseInt(level.group(2)));
        }
        Matcher words = IN_WORDS.matcher(upper);
        return words.matches() ? spelt(words.group(2).substring(0, 1), ordinal(words.group(1))) : Optional.empty();
    }

    private static int ordinal(String word) {
        return Character.isDigit(word.charAt(0)) ? Integer.parseInt(word.replaceAll("\\D", "")) : ORDINALS.indexOf(word) + 1;
    }

    private static Optional<String> spelt(String region, int number) {
        int most = switch (region) {
            case "C" -> 7;
            case "T" -> 13;
            case "L" -> 6;
            default -> 5;
        };
        return number >= 1 && number <= most ? Optional.of(region + number) : Optional.empty();
    }
}
