package org.trabecula.image.label;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The numbers that segmentation programs and data sets give to vertebrae.
public enum LabelScheme implements LabelNaming {
    /// Task `total` since version 2 (2023): sacrum 25, S1 26, L5 27 up to C1 50, in 117 classes.
    TOTALSEGMENTATOR("TotalSegmentator, version 2", 117, 25, "sacrum", "S1", "L5", "L4", "L3", "L2", "L1", "T12", "T11", "T10",
            "T9", "T8", "T7", "T6", "T5", "T4", "T3", "T2", "T1", "C7", "C6", "C5", "C4", "C3", "C2", "C1"),
    /// Version 1 (2022): L5 18 up to C1 41, in 104 classes.
    TOTALSEGMENTATOR_V1("TotalSegmentator, version 1", 104, 18, "L5", "L4", "L3", "L2", "L1", "T12", "T11", "T10", "T9", "T8",
            "T7", "T6", "T5", "T4", "T3", "T2", "T1", "C7", "C6", "C5", "C4", "C3", "C2", "C1"),
    /// The VerSe challenges (2019, 2020): C1 1 down to L6 25, sacrum 26, coccyx 27; a thirteenth thoracic vertebra is 28.
    VERSE("VerSe", 28, 1, "C1", "C2", "C3", "C4", "C5", "C6", "C7", "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "T10",
            "T11", "T12", "L1", "L2", "L3", "L4", "L5", "L6", "sacrum", "coccyx", "T13");

    private final String title;
    private final int highest;
    private final Map<Integer, String> names = new LinkedHashMap<>();

    LabelScheme(String title, int highest, int first, String... names) {
        this.title = title;
        this.highest = highest;
        for (int n = 0; n < names.length; n++) {
            this.names.put(first + n, names[n]);
        }
    }

    /// As users write it: `totalsegmentator`, `totalsegmentator-v1`, `verse`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(LabelScheme::key).toList();
    }

    /// The scheme of that key, capital letters aside.
    public static Optional<LabelScheme> named(String key) {
        return Arrays.stream(values()).filter(scheme -> scheme.key().equalsIgnoreCase(key)).findFirst();
    }

    @Override
    public String title() {
        return title;
    }

    /// The highest number that the scheme gives to anything.
    public int highest() {
        return highest;
    }

    @Override
    public Optional<String> nameOf(int number) {
        return Optional.ofNullable(names.get(number));
    }

    @Override
    public OptionalInt numberOf(String name) {
        String normal = VertebraName.normal(name).orElse("");
        return names.entrySet().stream()
                .filter(entry -> entry.getValue().equals(normal))
                .mapToInt(Map.Entry::getKey)
                .findFirst();
    }

    /// How far from the head the vertebra of that number lies, counted in names; empty for what is no vertebra here.
    public OptionalInt place(int number) {
        return nameOf(number).map(VertebraName::place).orElse(OptionalInt.empty());
    }
}
