package org.trabecula.extraction.check;

import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.Problem;

/// A warning about one case.
///
/// @param vertebra the case
/// @param check    that found it
/// @param problem  with the numbers
public record QualityFinding(VertebraCase vertebra, QualityCheck check, Problem problem) {
    static QualityFinding of(VertebraCase vertebra, QualityCheck check, String found, String expected, String fix) {
        String where = "case " + vertebra.caseId() + (vertebra.level().isEmpty() ? "" : ", " + vertebra.level());
        return new QualityFinding(vertebra, check, new Problem(check, where, found, expected, fix));
    }

    public String caseId() {
        return vertebra.caseId();
    }

    /// What was found and what would be expected, on one line.
    public String sentence() {
        return check.code() + ", " + check.what() + ": " + problem.found() + "; expected " + problem.expected();
    }

    /// As people read it, five lines.
    public String text() {
        return problem.text().replaceFirst("^error", "warning");
    }
}
