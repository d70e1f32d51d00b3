package org.trabecula.core;

import java.util.List;
import java.util.stream.Collectors;

/// Input that is refused: everything found wrong in one stage, for the user to put right.
///
/// Bugs of our own are never told this way; they stay [IllegalStateException] and its like.
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /// One thing that is refused.
    public InputException(Problem problem) {
        this(List.of(problem));
    }

    /// @param problems at least one
    public InputException(List<Problem> problems) {
        super(problems.stream().map(Problem::text).collect(Collectors.joining("\n")));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("a refusal needs at least one problem");
        }
        this.problems = List.copyOf(problems);
    }

    /// One thing that is refused, because of what a reader threw.
    public InputException(Problem problem, Throwable cause) {
        this(problem);
        initCause(cause);
    }

    /// All that is refused, at least one.
    public List<Problem> problems() {
        return problems;
    }

    /// The same refusal, every problem placed at `place` (a case, a file).
    public InputException at(String place) {
        InputException placed = new InputException(problems.stream().map(p -> p.at(place)).toList());
        placed.initCause(this);
        return placed;
    }
}
