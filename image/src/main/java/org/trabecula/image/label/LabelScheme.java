package org.trabecula.image.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Numberings of vertebrae that label maps without names follow.
///
/// | scheme | numbers | source |
/// |---|---|---|
/// | `totalsegmentator` | S1 26, L5 27 … L1 31, T12 32 … T1 43, C7 44 … C1 50 | class map of version 2, task `total` |
/// | `totalsegmentator-v1` | L5 18 … L1 22, T12 23 … T1 34, C7 35 … C1 41 | class map of version 1 |
/// | `verse` | C1 1 … C7 7, T1 8 … T12 19, L1 20 … L6 25, T13 28 | VerSe challenge 2019 and 2020, data description |
public enum LabelScheme {
    TOTALSEGMENTATOR("TotalSegmentator's numbering", upwards(26, "S1")),
    TOTALSEGMENTATOR_V1("the numbering of TotalSegmentator 1", upwards(18, "L5")),
    VERSE("VerSe's numbering", verse());

    private final String title;
    private final Map<Integer, String> levels;

    LabelScheme(String title, Map<Integer, String> levels) {
        this.title = title;
        this.levels = Collections.unmodifiableMap(levels);
    }

    /// As users write it: `totalsegmentator-v1`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// In a sentence, such as *TotalSegmentator's numbering*.
    public String title() {
        return title;
    }

    /// The [#key] of each scheme.
    public static List<String> keys() {
        return Arrays.stream(values()).map(LabelScheme::key).toList();
    }

    /// The scheme with this [#key].
    public static Optional<LabelScheme> of(String key) {
        return Arrays.stream(values()).filter(scheme -> scheme.key().equals(key)).findFirst();
    }

    /// The vertebra that a number stands for, such as `L3`.
    public Optional<String> level(int number) {
        return Optional.ofNullable(levels.get(number));
    }

    /// The number that stands for a vertebra.
    ///
    /// @param level as [VertebraLevel#of] spells it
    public OptionalInt number(String level) {
        return levels.entrySet().stream()
                .filter(entry -> entry.getValue().equals(level))
                .mapToInt(Map.Entry::getKey)
                .findFirst();
    }

    /// The place of a numbered vertebra in the spine, counted from the head; nothing for other numbers.
    public OptionalInt fromHead(int number) {
        return level(number).map(level -> OptionalInt.of(spine().indexOf(level))).orElseGet(OptionalInt::empty);
    }

    private static List<String> spine() {
        List<String> names = new ArrayList<>();
        add(names, "C", 7);
        add(names, "T", 13);
        add(names, "L", 6);
        add(names, "S", 1);
        return names;
    }

    private static void add(List<String> names, String region, int count) {
        for (int number = 1; number <= count; number++) {
            names.add(region + number);
        }
    }

    /// Numbers that rise from `lowest` towards the head; without T13 and L6, which this program does not mark.
    private static Map<Integer, String> upwards(int first, String lowest) {
        List<String> names = new ArrayList<>(spine());
        names.removeAll(List.of("T13", "L6"));
        Map<Integer, String> levels = new LinkedHashMap<>();
        int number = first;
        for (int at = names.indexOf(lowest); at >= 0; at--) {
            levels.put(number++, names.get(at));
        }
        return levels;
    }

    private static Map<Integer, String> verse() {
        List<String> names = new ArrayList<>(spine());
        names.removeAll(List.of("T13", "S1"));
        Map<Integer, String> levels = new LinkedHashMap<>();
        int number = 1;
        for (String name : names) {
            levels.put(number++, name);
        }
        levels.put(28, "T13");
        return levels;
    }
}
