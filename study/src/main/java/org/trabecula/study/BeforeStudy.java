package org.trabecula.study;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.Part;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.RandomStreams;
import org.trabecula.extraction.check.RepeatedCases;
import org.trabecula.learn.LearnProblem;
import org.trabecula.study.fit.GivenFolds;
import org.trabecula.study.input.StudyData;
import org.trabecula.study.settings.Choice;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.table.Spellings;

/// What a study refuses, found before anything is computed: the study asks before its first feature, `check` asks the same.
public final class BeforeStudy {
    private BeforeStudy() {}

    /// Everything at once; empty when the study can begin.
    ///
    /// @param cohort with its cases of unknown outcome excluded, as [Cohort#knownOutcomes] does
    public static List<Problem> problems(Cohort cohort, StudySettings settings) {
        List<Problem> problems = new ArrayList<>();
        List<VertebraCase> cases = cohort.included();
        add(problems, () -> StudyData.requireEnough(cases, cohort));
        if (cohort.patients() == 1 && settings.split().by() == Choice.SplitBy.PATIENT) {
            problems.add(new Problem(
                    LearnProblem.TOO_FEW_PATIENTS, cohort.source(),
                    cases.size() + " cases, all of patient " + cases.getFirst().patientId(),
                    "patients to train with and others to test with",
                    "check column patient_id: every patient needs an id of its own"));
        } else if (problems.isEmpty() || cases.stream().anyMatch(c -> c.part() != Part.NOT_GIVEN)) {
            // with too few cases a random split fails for that reason
            add(problems, () -> GivenFolds.of(cases)
                    .require(Splitting.of(cases, settings.split(), new RandomStreams(settings.seed()).stream("split")).train()));
        }
        Spellings.problem(
                        cohort.source() + ", column patient_id", cases.stream().map(VertebraCase::patientId).toList(), row -> cases.get(row).line(),
                        pair -> cases.get(pair.first()).part() != cases.get(pair.second()).part())
                .ifPresent(problems::add);
        problems.addAll(RepeatedCases.of(cohort.source(), cases));
        return problems;
    }

    /// @throws InputException with all of [#problems]
    static void require(Cohort cohort, StudySettings settings) {
        List<Problem> problems = problems(cohort, settings);
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
    }

    private static void add(List<Problem> problems, Runnable check) {
        try {
            check.run();
        } catch (InputException e) {
            problems.addAll(e.problems());
        }
    }
}
