package org.trabecula.image.label;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The names of vertebrae, in whatever spelling: `L3`, `l3`, `vertebrae_L3`, `Vertebra L3`, `L 3`, `Th12`.
public final class VertebraLevel {
    private static final Pattern LEVEL =
            Pattern.compile("[ _.:-]*(C|TH|T|D|L|S)[ _.-]*0?([1-9][0-9]?)");

    private VertebraLevel() {}

    /// Such as `L3` or `T12`; nothing for other names. `Th` and `D` (thoracic, dorsal) are `T`.
    public static Optional<String> of(String name) {
        Matcher level = LEVEL.matcher(name.strip().toUpperCase(Locale.ROOT).replaceFirst("^(VERTEBRAE?|VERT|LEVEL)", ""));
        if (!level.matches()) {
            return Optional.empty();
        }
        String region = level.group(1).equals("TH") || level.group(1).equals("D") ? "T" : level.group(1);
        int number = Integer.parseInt(level.group(2));
        int most = switch (region) {
            case "C" -> 7;
            case "T" -> 13;
            case "L" -> 6;
            default -> 5;
        };
        return number <= most ? Optional.of(region + number) : Optional.empty();
    }
}
