package org.trabecula.study.report;

import org.trabecula.cohort.VertebraCase;
import org.trabecula.study.result.StudyResult;

/// What a picture's case is called: its class and level, never its name.
final class CaseWords {
    private CaseWords() {}

    /// `acute, L1`.
    static String of(StudyResult result, String caseId) {
        VertebraCase vertebra =
                result.cohort().cases().stream().filter(one -> one.caseId().equals(caseId)).findFirst().orElseThrow();
        String name = name(result, vertebra.outcome().orElse(0) == 1);
        return vertebra.level().isEmpty() ? name : name + ", " + vertebra.level();
    }

    /// Of a class.
    static String name(StudyResult result, boolean positive) {
        return positive ? result.cohort().classes().positive() : result.cohort().classes().negative();
    }
}
