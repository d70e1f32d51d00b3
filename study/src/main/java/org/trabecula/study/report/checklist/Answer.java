package org.trabecula.study.report.checklist;

/// What a run can say to an item of a check-list. What it does not know it leaves to the authors.
public sealed interface Answer {
    /// @param where in the report or the run folder
    record Met(String where) implements Answer {}

    record NotMet(String why) implements Answer {}

    record NotApplicable(String why) implements Answer {}

    /// A blank that only the authors can fill.
    ///
    /// @param hint what the run has towards it; may be empty
    record ForAuthors(String hint) implements Answer {}

    /// In a word, for a table.
    default String word() {
        return switch (this) {
            case Met _ -> "met";
            case NotMet _ -> "not met";
            case NotApplicable _ -> "not applicable";
            case ForAuthors _ -> "for the authors";
        };
    }

    /// Where, why, or what the run has towards it.
    default String detail() {
        return switch (this) {
            case Met(String where) -> where;
            case NotMet(String why) -> why;
            case NotApplicable(String why) -> why;
            case ForAuthors(String hint) -> hint.isEmpty() ? "…" : "… (" + hint + ")";
        };
    }
}
