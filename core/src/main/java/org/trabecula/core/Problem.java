package org.trabecula.core;

import java.util.Objects;

/// One thing that the user can put right, told in five lines.
///
/// What it quotes from files is [Printable]: control characters are written out, in every face and list.
///
/// @param code     which kind of problem
/// @param where    case, file, line or fold
/// @param found    what was met, with value and unit
/// @param expected the rule, with its origin
/// @param fix      one safe step: it overwrites nothing, loosens no check, guesses no physics
public record Problem(ProblemCode code, String where, String found, String expected, String fix) {
    public Problem {
        Objects.requireNonNull(code, "code");
        where = Printable.line(where);
        found = Printable.line(found);
        expected = Printable.line(expected);
        fix = Printable.line(fix);
    }

    /// The same problem, placed more precisely: `where` becomes `place: where`.
    public Problem at(String place) {
        return new Problem(code, place + ": " + where, found, expected, fix);
    }

    /// The five lines that people read, without a trailing line break.
    public String text() {
        return "error " + code.code() + "  " + code.what()
                + "\n  where     " + where
                + "\n  found     " + found
                + "\n  expected  " + expected
                + "\n  fix       " + fix;
    }
}
