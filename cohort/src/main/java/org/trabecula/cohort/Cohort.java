package org.trabecula.cohort;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/// The cases of a study, in manifest order, and what was assumed while reading them.
///
/// @param source  the manifest's name
/// @param cases   all of them, the excluded ones too
/// @param classes what people call the outcomes
/// @param notes   assumptions, one sentence each
public record Cohort(String source, List<VertebraCase> cases, ClassNames classes, List<String> notes) {
    /// The reason under which [#knownOutcomes] counts a case.
    public static final String NO_OUTCOME = "no outcome";

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

    /// The same with the centre of the cases that name none.
    public Cohort withCentre(String centre) {
        return new Cohort(
                source,
                cases.stream()
                        .map(c -> c.centre().isEmpty() ? c.withPatient(new Patient(c.ageYears(), c.sex(), centre)) : c)
                        .toList(),
                classes, notes);
    }

    /// Whether any case is marked as made up.
    public boolean isSynthetic() {
        return cases.stream().anyMatch(VertebraCase::isSynthetic);
    }

    /// The cohort as a study uses it: included cases whose outcome is not known are excluded for that reason, and counted in
    /// a note. A cohort in which no outcome is known stays as it is, for the study to refuse.
    public Cohort knownOutcomes() {
        long unknown = included().stream().filter(c -> c.outcome().isEmpty()).count();
        if (unknown == 0 || unknown == included().size()) {
            return this;
        }
        List<VertebraCase> known = cases.stream()
                .map(c -> c.exclude().isEmpty() && c.outcome().isEmpty() ? c.withUse(c.use().withExclude(NO_OUTCOME)) : c)
                .toList();
        List<String> told = new ArrayList<>(notes);
        told.add(unknown + (unknown == 1 ? " case has" : " cases have") + " no outcome and " + (unknown == 1 ? "is" : "are")
                + " left out");
        return new Cohort(source, known, classes, told);
    }
}
