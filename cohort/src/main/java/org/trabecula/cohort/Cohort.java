package org.trabecula.cohort;

import java.util.List;
import java.util.NoSuchElementException;

/// The cases of a study, in manifest order, and what was assumed while reading them.
///
/// @param source  the manifest's name
/// @param cases   all of them, the excluded ones too
/// @param classes what people call the outcomes
/// @param notes   assumptions, one sentence each
public record Cohort(String source, List<VertebraCase> cases, ClassNames classes, List<String> notes) {
    public Cohort {
        cases = List.copyOf(cases);
        notes = List.copyOf(notes);
    }

    /// The cases that are used.
    public List<VertebraCase> included() {
        return cases.stream().filter(c -> c.exclude().isEmpty()).toList();
    }

    public VertebraCase find(String caseId) {
        return cases.stream()
                .filter(c -> c.caseId().equals(caseId))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no case " + caseId));
    }

    public long patients() {
        return included().stream().map(VertebraCase::patientId).distinct().count();
    }
}
