package org.trabecula.cli.frame;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.core.Problem;

/// Refusals as people read them: five lines each, but a fault that a table has in every row is told for its first rows and counted,
/// so that the whole stays within a screen.
final class RefusalText {
    private static final int MOST_ALIKE = 2;
    private static final int MOST_PLACES = 5;
    private static final int MOST_KINDS = 6;

    /// What problems have in common that one sentence can tell.
    private record Kind(String code, String expected) {}

    private RefusalText() {}

    /// Ends with a line break.
    static String of(List<Problem> problems) {
        Map<Kind, List<Problem>> kinds = new LinkedHashMap<>();
        for (Problem problem : problems) {
            kinds.computeIfAbsent(new Kind(problem.code().code(), problem.expected()), _ -> new ArrayList<>()).add(problem);
        }
        StringBuilder text = new StringBuilder();
        int told = 0;
        int rest = 0;
        for (List<Problem> alike : kinds.values()) {
            if (told++ >= MOST_KINDS) {
                rest += alike.size();
                continue;
            }
            alike.stream().limit(MOST_ALIKE).forEach(problem -> text.append(problem.text()).append('\n'));
            if (alike.size() > MOST_ALIKE) {
                text.append("  and ").append(alike.size() - MOST_ALIKE).append(" more like these: ")
                        .append(String.join("; ", alike.stream().skip(MOST_ALIKE).limit(MOST_PLACES).map(Problem::where).toList()))
                        .append(alike.size() > MOST_ALIKE + MOST_PLACES ? "; …\n" : "\n");
            }
        }
        if (rest > 0) {
            text.append("and ").append(rest).append(rest == 1 ? " more fault" : " more faults").append(" of other kinds\n");
        }
        return text.toString();
    }
}
