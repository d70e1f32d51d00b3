package org.trabecula.dicom.series;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;

/// Problems of many files, told once each: a thousand slices without positions are one line, not a thousand.
final class SharedProblems {
    private static final int MOST_TOLD = 8;

    private SharedProblems() {}

    /// One refusal; problems that differ in their file alone become one that names the first file and counts the others.
    ///
    /// @param problems at least one
    static InputException refusal(List<Problem> problems) {
        Map<List<Object>, Problem> first = new LinkedHashMap<>();
        Map<List<Object>, Integer> counts = new LinkedHashMap<>();
        for (Problem problem : problems) {
            List<Object> kind = List.of(problem.code(), problem.found(), problem.expected());
            Problem earlier = first.putIfAbsent(kind, problem);
            if (earlier == null || !earlier.where().equals(problem.where())) {
                counts.merge(kind, 1, Integer::sum);
            }
        }
        return new InputException(first.entrySet().stream()
                .limit(MOST_TOLD)
                .map(entry -> told(entry.getValue(), counts.getOrDefault(entry.getKey(), 1)))
                .toList());
    }

    private static Problem told(Problem problem, int files) {
        return files == 1
                ? problem
                : new Problem(
                        problem.code(),
                        problem.where() + " and " + (files - 1) + (files == 2 ? " other file" : " other files"),
                        problem.found(),
                        problem.expected(),
                        problem.fix());
    }
}
