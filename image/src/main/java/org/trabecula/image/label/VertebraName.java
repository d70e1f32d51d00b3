package org.trabecula.image.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The names of vertebrae, from head to foot: C1 … C7, T1 … T13, L1 … L6, S1, sacrum, coccyx.
public final class VertebraName {
    private static final Pattern SPELLING = Pattern.compile(
            "(?:vertebrae?|vert)?[ _-]*(?:([CTLS])[ _-]?0?(\\d{1,2})|(sacrum)|(?:coccyx|(cocc)))", Pattern.CASE_INSENSITIVE);
    private static final List<String> FROM_HEAD = fromHead();

    private VertebraName() {}

    /// The name in one spelling: `vertebrae_L3`, `l3`, `Vertebra L03` are `L3`; empty where no vertebra is named.
    public static Optional<String> normal(String text) {
        Matcher spelling = SPELLING.matcher(text.strip());
        if (!spelling.matches()) {
            return Optional.empty();
        }
        String name = spelling.group(1) != null
                ? spelling.group(1).toUpperCase(Locale.ROOT) + Integer.parseInt(spelling.group(2))
                : spelling.group(3) != null ? "sacrum" : "coccyx";
        return FROM_HEAD.contains(name) ? Optional.of(name) : Optional.empty();
    }

    /// How far from the head, counted in names; empty where `name` is none.
    static OptionalInt place(String name) {
        int at = FROM_HEAD.indexOf(name);
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
    }

    private static List<String> fromHead() {
        List<String> names = new ArrayList<>();
        add(names, "C", 7);
        add(names, "T", 13);
        add(names, "L", 6);
        names.add("S1");
        names.add("sacrum");
        names.add("coccyx");
        return List.copyOf(names);
    }

    private static void add(List<String> names, String part, int count) {
        for (int n = 1; n <= count; n++) {
            names.add(part + n);
        }
    }
}
