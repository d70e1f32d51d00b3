package org.trabecula.study.input;

import java.util.List;
import java.util.Optional;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.extraction.check.WarnedCases;
import org.trabecula.extraction.failure.CaseFailure;
import org.trabecula.extraction.network.Crops;
import org.trabecula.study.fit.CentreColumns;
import org.trabecula.study.fit.SecondOutlines;
import org.trabecula.study.problem.StudyProblem;
import org.trabecula.table.FeatureTable;

/// What the protocol learns from, whether it came from images or from a ready table.
///
/// @param cohort   everybody, the excluded too
/// @param raw      raw hand-crafted features of all usable cases
/// @param again    the same from second outlines
/// @param crops    empty for a ready table
/// @param failures cases that could not be used
/// @param findings of the quality checks; empty for a ready table, of which none can be made
public record StudyData(
        Cohort cohort, FeatureTable raw, SecondOutlines again, Optional<Crops> crops, List<CaseFailure> failures,
        Optional<WarnedCases> findings) {
    private static final int FEWEST_CASES = 20;

    public StudyData {
        failures = List.copyOf(failures);
    }

    /// A study of a table that holds features already.
    public static StudyData ofTable(Cohort cohort, FeatureTable features) {
        return new StudyData(cohort, features, SecondOutlines.NONE, Optional.empty(), List.of(), Optional.empty());
    }

    /// The same, with cases of unknown outcome excluded and counted.
    public StudyData knownOutcomes() {
        return new StudyData(cohort.knownOutcomes(), raw, again, crops, failures, findings);
    }

    /// The same of other facts about the same cases.
    public StudyData withCohort(Cohort other) {
        return new StudyData(other, raw, again, crops, failures, findings);
    }

    /// The same, whose features know where their cases come from.
    public StudyData withCentres() {
        return new StudyData(cohort, CentreColumns.beside(raw, cohort.cases()), again, crops, failures, findings);
    }

    /// The included cases that have everything.
    ///
    /// @throws InputException STU-005 if fewer than twenty are left
    public List<VertebraCase> usable() {
        List<VertebraCase> usable = cohort.included().stream()
                .filter(c -> raw.hasCase(c.caseId()))
                .filter(c -> crops.isEmpty() || crops.get().all().containsKey(c.caseId()))
                .toList();
        requireEnough(usable, cohort);
        return usable;
    }

    /// @throws InputException STU-005 if `usable` are fewer than twenty
    public static void requireEnough(List<VertebraCase> usable, Cohort cohort) {
        if (usable.size() < FEWEST_CASES) {
            throw new InputException(new Problem(
                    StudyProblem.TOO_FEW_CASES, cohort.source(),
                    usable.size() + " usable cases of " + cohort.cases().size(),
                    "at least " + FEWEST_CASES + ", better hundreds", "see failures.csv and the column exclude"));
        }
    }
}
