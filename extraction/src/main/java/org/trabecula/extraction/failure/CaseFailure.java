package org.trabecula.extraction.failure;

import java.util.List;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;

/// A case that could not be used, with the reasons. It lands in `failures.csv`; the others go on.
public record CaseFailure(String caseId, List<Problem> problems) {
    public static CaseFailure of(String caseId, InputException refused) {
        return new CaseFailure(caseId, refused.problems());
    }
}
