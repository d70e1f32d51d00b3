package org.trabecula.figures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Names shortened to fit a figure, so that no two that differ read the same.
public final class ShortNames {
    private static final String CUT = "…";

    private ShortNames() {}

    /// Shortens in the middle, where the names of features differ least; names that would then read the same are cut where they
    /// are equal instead, and numbered if that does not help either.
    ///
    /// @param characters at most, more than 8
    public static List<String> of(List<String> names, int characters) {
        List<String> shorts = new ArrayList<>(names.stream().map(name -> middle(name, characters)).toList());
        for (List<Integer> alike : alike(names, shorts)) {
            int equal = commonStart(alike.stream().map(names::get).toList());
            for (int n : alike) {
                shorts.set(n, from(names.get(n), Math.max(0, equal - 3), characters));
            }
        }
        for (List<Integer> alike : alike(names, shorts)) {
            for (int n = 0; n < alike.size(); n++) {
                String number = " (" + (n + 1) + ")";
                int at = alike.get(n);
                shorts.set(at, middle(names.get(at), characters - number.length()) + number);
            }
        }
        return shorts;
    }

    /// A text no longer than `characters`, shortened in the middle.
    static String middle(String name, int characters) {
        if (name.length() <= characters) {
            return name;
        }
        int head = (characters - 1) / 2;
        return name.substring(0, head) + CUT + name.substring(name.length() - (characters - 1 - head));
    }

    private static String from(String name, int start, int characters) {
        String rest = start == 0 ? name : CUT + name.substring(start);
        return rest.length() <= characters ? rest : rest.substring(0, characters - 1) + CUT;
    }

    /// Groups of places whose names differ but whose short names do not.
    private static List<List<Integer>> alike(List<String> names, List<String> shorts) {
        Map<String, List<Integer>> places = new HashMap<>();
        List<List<Integer>> groups = new ArrayList<>();
        for (int n = 0; n < shorts.size(); n++) {
            List<Integer> group = places.computeIfAbsent(shorts.get(n), none -> {
                List<Integer> fresh = new ArrayList<>();
                groups.add(fresh);
                return fresh;
            });
            group.add(n);
        }
        return groups.stream()
                .filter(group -> group.stream().map(names::get).distinct().count() > 1)
                .toList();
    }

    private static int commonStart(List<String> names) {
        String first = names.getFirst();
        int length = first.length();
        for (String name : names) {
            int n = 0;
            while (n < Math.min(length, name.length()) && name.charAt(n) == first.charAt(n)) {
                n++;
            }
            length = Math.min(length, n);
        }
        return length;
    }
}
