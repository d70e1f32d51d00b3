package org.trabecula.web.server;

import java.util.List;
import org.trabecula.core.Problem;
import tools.jackson.databind.json.JsonMapper;

/// How the page is told what was refused; the same five facts as on the command line.
///
/// @param problems empty after a bug of ours, which the room's terminal tells
public record RefusalDocument(List<Told> problems) {
    /// One of them.
    ///
    /// @param code such as `MSK-001`
    public record Told(String code, String what, String where, String found, String expected, String fix) {
        static Told of(Problem problem) {
            return new Told(
                    problem.code().code(), problem.code().what(), problem.where(), problem.found(), problem.expected(), problem.fix());
        }
    }

    public RefusalDocument {
        problems = List.copyOf(problems);
    }

    public static RefusalDocument of(List<Problem> problems) {
        return new RefusalDocument(problems.stream().map(Told::of).toList());
    }

    String text() {
        return JsonMapper.shared().writeValueAsString(this);
    }
}
