package org.trabecula.cli.verbs;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.trabecula.core.Problem;
import org.trabecula.core.Shown;
import org.trabecula.extraction.check.QualityFinding;
import org.trabecula.extraction.failure.CaseFailure;

/// What `check` says in words: how many first, then what. Few are listed; of many, how often each was found and where first, so that all
/// of it fits one screen.
///
/// @param failures of cases, and of all together
/// @param warned   of cases
record CheckText(List<CaseFailure> failures, List<QualityFinding> warned) {
    /// That many, five lines each, are read; more are counted.
    private static final int MOST_LISTED = 20;
    private static final int NAMED = 5;

    /// One kind of problem or warning.
    private record Kind(Problem first, List<String> cases, int count) {
        private Kind with(String caseId) {
            List<String> more = new ArrayList<>(cases);
            if (!caseId.isEmpty() && !more.contains(caseId)) {
                more.add(caseId);
            }
            return new Kind(first, more, count + 1);
        }
    }

    void print(PrintWriter words, boolean all) {
        Map<String, Kind> problems = new LinkedHashMap<>();
        failures.forEach(failure -> failure.problems().forEach(problem -> count(problems, problem, failure.caseId())));
        Map<String, Kind> warnings = new LinkedHashMap<>();
        warned.forEach(odd -> count(warnings, odd.problem(), odd.caseId()));
        int found = failures.stream().mapToInt(failure -> failure.problems().size()).sum() + warned.size();
        boolean many = found > MOST_LISTED;
        if (many) {
            kinds(words, "error", problems);
            kinds(words, "warning", warnings);
        }
        if (!many || all) {
            failures.forEach(failure -> failure.problems().forEach(p -> words.println(p.text())));
            warned.forEach(odd -> words.println(odd.text()));
        } else {
            words.println("-v lists all " + found + ", --json as a document, -o DIR in tables with pictures");
        }
    }

    private static void count(Map<String, Kind> kinds, Problem problem, String caseId) {
        kinds.put(problem.code().code(), kinds.getOrDefault(problem.code().code(), new Kind(problem, List.of(), 0)).with(caseId));
    }

    private static void kinds(PrintWriter words, String what, Map<String, Kind> kinds) {
        kinds.values().stream()
                .sorted((one, other) -> one.first().code().code().compareTo(other.first().code().code()))
                .forEach(kind -> {
                    words.println(String.format(Locale.ROOT, "%-7s %s  %d × %s", what, kind.first().code().code(), kind.count(), kind.first().code().what()));
                    if (!kind.cases().isEmpty()) {
                        words.println("  cases     " + Shown.count(kind.cases().size(), "case") + ": "
                                + kind.cases().stream().limit(NAMED).collect(Collectors.joining(", ")) + (kind.cases().size() > NAMED ? ", …" : ""));
                    }
                    words.println("  such as   " + kind.first().found());
                    words.println("  fix       " + kind.first().fix());
                });
    }
}
