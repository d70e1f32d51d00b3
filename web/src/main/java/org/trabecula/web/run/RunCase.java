package org.trabecula.web.run;

import java.util.List;
import java.util.Optional;

/// A case of the study.
///
/// @param n       its place in `split.csv`, from 0
/// @param part    `train` or `test`
/// @param outcome what it is, by its class's name
/// @param level   as the table of cases has it; empty where that is not known
/// @param age     likewise
/// @param sex     likewise
/// @param hasCrop whether the folder holds a picture of it
/// @param scores  by every model, in-sample ones too, which are never called
public record RunCase(
        int n, String caseId, String part, String outcome, Optional<String> level, Optional<String> age, Optional<String> sex,
        boolean hasCrop, List<CaseScore> scores) {
    public RunCase {
        scores = List.copyOf(scores);
    }
}
