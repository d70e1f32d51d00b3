package org.trabecula.web.reading;

import java.util.OptionalInt;
import java.util.OptionalLong;

/// How a session is to begin.
///
/// @param patients  to draw; empty: 30 for second outlines, everybody for the others
/// @param seed      empty: one is drawn, and told
/// @param pauseDays of the same reader's second outlines; empty: 14
public record BeginWanted(ReadingKind kind, OptionalInt patients, OptionalLong seed, OptionalInt pauseDays) {
    public BeginWanted {
        if (kind == null) {
            throw new IllegalArgumentException("no kind of session");
        }
    }
}
