package org.trabecula.cohort;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Every case and why it is in or out: the numbers of a flow chart.
///
/// @param eligible  cases in the manifest
/// @param excluded  by reason, in order of first appearance
/// @param included  cases used
/// @param patients  patients among them
public record Flow(int eligible, Map<String, Excluded> excluded, int included, int patients) {
    /// Cases left out for one reason.
    ///
    /// @param cases    how many
    /// @param patients whose cases they are; other cases of them may be used
    public record Excluded(int cases, int patients) {}

    public Flow {
        excluded = Collections.unmodifiableMap(new LinkedHashMap<>(excluded));
    }

    public static Flow of(Cohort cohort) {
        Map<String, List<VertebraCase>> byReason = new LinkedHashMap<>();
        cohort.cases().forEach(c -> c.exclude().ifPresent(reason -> byReason.computeIfAbsent(reason, _ -> new ArrayList<>()).add(c)));
        Map<String, Excluded> excluded = new LinkedHashMap<>();
        byReason.forEach((reason, cases) -> excluded.put(
                reason, new Excluded(cases.size(), (int) cases.stream().map(VertebraCase::patientId).distinct().count())));
        return new Flow(cohort.cases().size(), excluded, cohort.included().size(), (int) cohort.patients());
    }
}
