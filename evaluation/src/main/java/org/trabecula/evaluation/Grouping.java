package org.trabecula.evaluation;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// One way to divide cases into groups, such as bands of age.
///
/// @param by     what divides them, such as `age`
/// @param groups in the order of tables
/// @param ofCase the group of a case by its id; cases of which it is not known are in none
public record Grouping(String by, List<String> groups, Map<String, String> ofCase) {
    public Grouping {
        groups = List.copyOf(groups);
        ofCase = Map.copyOf(ofCase);
        if (!groups.containsAll(ofCase.values())) {
            throw new IllegalArgumentException("groups " + ofCase.values() + " where there are " + groups);
        }
    }

    /// Rows of a group.
    int[] rowsOf(String group, List<String> ids) {
        return IntStream.range(0, ids.size()).filter(row -> group.equals(ofCase.get(ids.get(row)))).toArray();
    }

    /// The number of each row's group, -1 where it is not known.
    int[] numbers(List<String> ids) {
        return ids.stream().mapToInt(id -> groups.indexOf(ofCase.getOrDefault(id, ""))).toArray();
    }
}
