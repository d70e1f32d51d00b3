package org.trabecula.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
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

    /// Strongly connected components of two packages or more, after Tarjan, without recursion limits in mind: a room has few packages.
    private static List<Set<String>> circles(Map<String, Map<String, String>> uses) {
        List<Set<String>> found = new ArrayList<>();
        new Object() {
            private final Map<String, Integer> number = new HashMap<>();
            private final Map<String, Integer> lowest = new HashMap<>();
            private final Deque<String> open = new ArrayDeque<>();

            void visit(String at) {
                number.put(at, number.size());
                lowest.put(at, number.get(at));
                open.push(at);
                for (String next : uses.getOrDefault(at, Map.of()).keySet()) {
                    if (!number.containsKey(next)) {
                        visit(next);
                        lowest.merge(at, lowest.get(next), Math::min);
                    } else if (open.contains(next)) {
                        lowest.merge(at, number.get(next), Math::min);
                    }
                }
                if (lowest.get(at).equals(number.get(at))) {
                    Set<String> circle = new TreeSet<>();
                    String last;
                    do {
                        last = open.pop();
                        circle.add(last);
                    } while (!last.equals(at));
                    if (circle.size() > 1) {
                        found.add(circle);
                    }
                }
            }

            void all() {
                for (String start : uses.keySet()) {
                    if (!number.containsKey(start)) {
                        visit(start);
                    }
                }
            }
        }.all();
        return found;
    }
}
