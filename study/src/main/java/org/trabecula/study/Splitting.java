package org.trabecula.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.trabecula.cohort.Part;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.learn.Split;
import org.trabecula.learn.Subject;
import org.trabecula.study.problem.StudyProblem;
import org.trabecula.study.settings.Choice;
import org.trabecula.study.settings.StudySettings;

/// Protocol, step 1: the split that the manifest gives, else one at random by patient.
final class Splitting {
    private Splitting() {}

    static Split of(List<VertebraCase> cases, StudySettings.Split how, SplittableRandom random) {
        List<Subject> subjects = subjects(cases);
        Set<String> test = cases.stream()
                .filter(c -> c.part() == Part.TEST)
                .map(VertebraCase::caseId)
                .collect(Collectors.toSet());
        if (!test.isEmpty()) {
            return Split.given(subjects, test);
        }
        return how.by() == Choice.SplitBy.PATIENT
                ? Split.byPatient(subjects, how.test(), random)
                : Split.byCase(subjects, how.test(), random);
    }

    /// Every case as learning sees it.
    ///
    /// @throws InputException STU-004 if a case has no outcome
    static List<Subject> subjects(List<VertebraCase> cases) {
        List<Subject> subjects = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (VertebraCase c : cases) {
            if (c.outcome().isPresent()) {
                subjects.add(new Subject(c.caseId(), c.patientId(), c.outcome().getAsInt()));
            } else if (problems.size() < 5) {
                problems.add(new Problem(
                        StudyProblem.NO_OUTCOME, "case " + c.caseId() + ", line " + c.line(), "an empty cell",
                        "1 (acute) or 0 (chronic) for every case of a study",
                        "fill in the outcome, or give a reason in column exclude"));
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return subjects;
    }
}
