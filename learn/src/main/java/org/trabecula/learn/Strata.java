package org.trabecula.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.trabecula.core.RandomStreams;

/// Groups (patients) by the outcomes of their cases, shuffled within each stratum.
final class Strata {
    private Strata() {}

    record Group(String name, int positives, int negatives) {
        /// Groups with both classes are dealt first: they move both counts at once, and the others can still even it out.
        int stratum() {
            return positives > 0 && negatives > 0 ? 0 : positives > 0 ? 1 : 2;
        }
    }

    /// The groups of each stratum, shuffled. The order depends on the cases' order and on `random` only.
    static List<List<Group>> shuffled(List<Subject> subjects, Function<Subject, String> group, SplittableRandom random) {
        Map<String, int[]> counts = new LinkedHashMap<>();
        subjects.forEach(s -> counts.computeIfAbsent(group.apply(s), _ -> new int[2])[s.outcome()]++);
        List<List<Group>> strata = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        counts.forEach((name, count) -> {
            Group made = new Group(name, count[1], count[0]);
            strata.get(made.stratum()).add(made);
        });
        List<List<Group>> mixed = new ArrayList<>();
        for (List<Group> stratum : strata) {
            int[] order = new int[stratum.size()];
            for (int at = 0; at < order.length; at++) {
                order[at] = at;
            }
            RandomStreams.shuffle(order, random);
            mixed.add(Arrays.stream(order).mapToObj(stratum::get).toList());
        }
        return mixed;
    }
}
