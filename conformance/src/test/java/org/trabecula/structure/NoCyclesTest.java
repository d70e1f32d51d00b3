package org.trabecula.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Packages are layered within a room as rooms are in the house: no package reaches itself by way of others. A reader can then
/// read a room from the bottom up, and a package can be taken out with what lies below it.
class NoCyclesTest {
    @Test
    void packagesOfARoomAreLayered() {
        Map<String, Map<String, String>> uses = new TreeMap<>();
        for (JavaClass type : House.CLASSES) {
            for (Dependency use : type.getDirectDependenciesFromSelf()) {
                String from = type.getPackageName();
                String to = use.getTargetClass().getPackageName();
                if (!from.equals(to) && !House.room(to).isEmpty()) {
                    uses.computeIfAbsent(from, _ -> new TreeMap<>())
                            .putIfAbsent(to, type.getSimpleName() + " uses " + use.getTargetClass().getSimpleName());
                }
            }
        }
        List<String> circles = new ArrayList<>();
        for (Set<String> circle : circles(uses)) {
            StringBuilder text = new StringBuilder(String.join(" <-> ", circle));
            for (String from : circle) {
                uses.getOrDefault(from, Map.of()).forEach((to, why) -> {
                    if (circle.contains(to)) {
                        text.append("\n    ").append(from).append(" -> ").append(to).append(": ").append(why);
                    }
                });
            }
            circles.add(text.toString());
        }
        assertThat(String.join("\n", circles)).isEmpty();
    }

    /// Groups of packages that all reach each other.
    private static List<Set<String>> circles(Map<String, Map<String, String>> uses) {
        Map<String, Set<String>> reached = new TreeMap<>();
        uses.keySet().forEach(start -> reached.put(start, reachedFrom(start, uses)));
        List<Set<String>> found = new ArrayList<>();
        reached.forEach((start, ends) -> {
            Set<String> circle = new TreeSet<>();
            ends.forEach(end -> {
                if (reached.getOrDefault(end, Set.of()).contains(start)) {
                    circle.add(end);
                }
            });
            if (circle.size() > 1 && !found.contains(circle)) {
                found.add(circle);
            }
        });
        return found;
    }

    /// What a package reaches by one arrow or more; itself only by way of others.
    private static Set<String> reachedFrom(String start, Map<String, Map<String, String>> uses) {
        Set<String> reached = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            for (String next : uses.getOrDefault(open.pop(), Map.of()).keySet()) {
                if (reached.add(next)) {
                    open.push(next);
                }
            }
        }
        return reached;
    }
}
