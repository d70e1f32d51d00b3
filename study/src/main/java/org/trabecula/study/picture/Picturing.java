package org.trabecula.study.picture;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.Progress;
import org.trabecula.core.StageStore;
import org.trabecula.extraction.picture.CaseMontages;
import org.trabecula.study.input.StudyInputs;
import org.trabecula.study.result.StudyResult;

/// Draws what the report shows of single cases; what is drawn is kept.
///
/// @param store of finished parts
public record Picturing(StageStore store, int jobs, Progress progress) {
    /// Of a finished study; empty where it has no images.
    public Optional<CasePictures> of(StudyResult result) {
        if (result.crops().isEmpty()) {
            return Optional.empty();
        }
        TypicalCases typical = TypicalCases.of(result.split().train(), result.raw());
        return Optional.of(new CasePictures(
                typical.byVolume(),
                CaseMontages.of(
                        cases(result, typical.cases()), store, StudyInputs.opener(result.settings().features(), progress), jobs, progress)));
    }

    private static List<VertebraCase> cases(StudyResult result, List<String> ids) {
        Map<String, VertebraCase> byId = result.cohort().cases().stream()
                .collect(Collectors.toMap(VertebraCase::caseId, Function.identity()));
        return ids.stream().map(byId::get).toList();
    }
}
