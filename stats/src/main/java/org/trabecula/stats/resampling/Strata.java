package org.trabecula.stats.resampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.trabecula.core.RandomStreams;

/// Groups (patients) by the classes of their cases, shuffled within each stratum.
///
/// Groups of several classes come first: they move several counts at once, and the others can still even it out. Then the
/// groups of one class, the highest class first.
public final class Strata {
    private Strata() {}

    /// A group and how many of its cases belong to each class.
    ///
    /// @param name        of the group
    /// @param casesOfClass one count per class, lowest class first
    public record Group(String name, int[] casesOfClass) {
        boolean has(int classIndex) {
            return casesOfClass[classIndex] > 0;
        }

        /// 0 with several classes, else the more the lower the class.
        private int stratum() {
            int only = -1;
            for (int at = 0; at < casesOfClass.length; at++) {
                if (has(at)) {
                    if (only >= 0) {
                        return 0;
                    }
                    only = at;
                }
            }
            return casesOfClass.length - only;
        }
    }

    /// The groups of each stratum, shuffled. The order depends on the cases' order and on `random` only.
    ///
    /// @param groupOfCase names, one per case
    /// @param classOfCase any labels, one per case
    /// @param classes     the labels that may occur, rising
    public static List<List<Group>> shuffled(
            List<String> groupOfCase, int[] classOfCase, int[] classes, SplittableRandom random) {
        Map<String, int[]> counts = new LinkedHashMap<>();
        for (int row = 0; row < classOfCase.length; row++) {
            int at = Arrays.binarySearch(classes, classOfCase[row]);
            counts.computeIfAbsent(groupOfCase.get(row), _ -> new int[classes.length])[at]++;
        }
        List<List<Group>> strata = new ArrayList<>();
        for (int stratum = 0; stratum <= classes.length; stratum++) {
            strata.add(new ArrayList<>());
        }
        counts.forEach((name, count) -> {
            Group group = new Group(name, count);
            strata.get(group.stratum()).add(group);
        });
        List<List<Group>> mixed = new ArrayList<>();
        for (List<Group> stratum : strata) {
            int[] order = new int[stratum.size()];
            Arrays.setAll(order, at -> at);
            RandomStreams.shuffle(order, random);
            mixed.add(Arrays.stream(order).mapToObj(stratum::get).toList());
        }
        return mixed;
    }
}
