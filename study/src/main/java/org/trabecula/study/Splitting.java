package org.trabecula.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.trabecula.cohort.Part;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.Suggestion;
import org.trabecula.learn.LearnProblem;
import org.trabecula.learn.Split;
import org.trabecula.stats.LabelledRows;
import org.trabecula.stats.Outcome;
import org.trabecula.study.problem.StudyProblem;
import org.trabecula.study.settings.Choice;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.study.settings.TestPart;

/// Protocol, step 1: the split that the manifest gives, else one at random by patient.
final class Splitting {
    private Splitting() {}

    static Split of(List<VertebraCase> cases, StudySettings.Split how, SplittableRandom random) {
        LabelledRows all = labelled(cases);
        Set<String> test = cases.stream()
                .filter(c -> c.part() == Part.TEST)
                .map(VertebraCase::caseId)
                .collect(Collectors.toSet());
        if (cases.stream().anyMatch(c -> c.part() != Part.NOT_GIVEN)) {
            requireWhole(cases);
            return Split.given(all, test);
        }
        return switch (how.test()) {
            case TestPart.Centres(List<String> names) -> Split.byCentre(all, ofCentres(cases, names));
            case TestPart.Share(double share) when share == 0 -> Split.trainOnly(all);
            case TestPart.Share(double share) -> how.by() == Choice.SplitBy.PATIENT
                    ? Split.byPatient(all, share, random)
                    : Split.byCase(all, share, random);
        };
    }

    private static Set<String> ofCentres(List<VertebraCase> cases, List<String> names) {
        Set<String> known = cases.stream().map(VertebraCase::centre).filter(name -> !name.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
        List<Problem> problems = names.stream()
                .filter(name -> !known.contains(name))
                .map(name -> new Problem(
                        StudyProblem.UNKNOWN_CENTRE, "split.test", "'" + name + "'",
                        known.isEmpty() ? "a column centre in the table of cases" : "one of: " + String.join(", ", known),
                        Suggestion.nearest(name, known).map(near -> "did you mean '" + near + "'?").orElse("name centres of the column centre")))
                .toList();
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return cases.stream().filter(one -> names.contains(one.centre())).map(VertebraCase::caseId).collect(Collectors.toSet());
    }

    /// A case of neither part would join one of them without a word, and a split of one part is none.
    private static void requireWhole(List<VertebraCase> cases) {
        List<VertebraCase> without = cases.stream().filter(c -> c.part() == Part.NOT_GIVEN).toList();
        if (!without.isEmpty()) {
            throw new InputException(new Problem(
                    LearnProblem.SPLIT_IN_PART, "case " + without.getFirst().caseId() + ", line " + without.getFirst().line(),
                    "no split in " + without.size() + " of " + cases.size() + " cases", "train or test for every case, or for none",
                    "fill in the column split, or give those rows a reason in column exclude"));
        }
        for (Part part : List.of(Part.TRAIN, Part.TEST)) {
            if (cases.stream().noneMatch(c -> c.part() == part)) {
                throw new InputException(new Problem(
                        LearnProblem.SPLIT_IN_PART, "column split", "no case says " + part.name().toLowerCase(Locale.ROOT),
                        "cases to train with and cases to test with", "correct the column split, or leave it out for a drawn one"));
            }
        }
    }

    /// Every case with its class.
    ///
    /// @throws InputException STU-004 if a case has no outcome
    static LabelledRows labelled(List<VertebraCase> cases) {
        boolean[] positive = new boolean[cases.size()];
        List<Problem> problems = new ArrayList<>();
        for (int row = 0; row < positive.length; row++) {
            VertebraCase c = cases.get(row);
            if (c.outcome().isPresent()) {
                positive[row] = c.outcome().getAsInt() == 1;
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
        return new LabelledRows(
                cases.stream().map(VertebraCase::caseId).toList(), cases.stream().map(VertebraCase::patientId).toList(),
                Outcome.of(positive));
    }
}
