package org.trabecula.cohort;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Every case and why it is in or out: the numbers of a flow chart.
///
/// @param eligible  cases in the manifest
/// @param excluded  cases by reason, in order of first appearance
/// @param included  cases used
/// @param patients  patients among them
public record Flow(int eligible, Map<String, Integer> excluded, int included, int patients) {
    public static Flow of(Cohort cohort) {
        Map<String, Integer> reasons = new LinkedHashMap<>();
        cohort.cases().forEach(c -> c.exclude().ifPresent(reason -> reasons.merge(reason, 1, Integer::sum)));
        List<VertebraCase> used = cohort.included();
        return new Flow(cohort.cases().size(), reasons, used.size(), (int) cohort.patients());
    }
}
