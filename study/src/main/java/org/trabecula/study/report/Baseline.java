package org.trabecula.study.report;

import java.util.List;
import java.util.stream.IntStream;
import org.trabecula.cohort.Sex;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.stats.LabelledRows;
import org.trabecula.stats.table1.Summary;
import org.trabecula.study.result.StudyResult;

/// Who the cases of one part and class are: a column of the baseline table.
///
/// @param name     such as `Train, acute`
/// @param cases    how many
/// @param patients distinct
/// @param age      of the cases, in years
/// @param women    cases of women
/// @param sexKnown cases of known sex
/// @param thoracic cases of a thoracic level
/// @param levelKnown cases of known level
record Baseline(
        String name, int cases, long patients, Summary age, long women, long sexKnown, long thoracic, long levelKnown) {
    /// Training and test, each by class.
    static List<Baseline> columns(StudyResult result) {
        String yes = result.cohort().classes().positive();
        String no = result.cohort().classes().negative();
        LabelledRows train = result.split().train();
        LabelledRows test = result.split().test();
        return List.of(
                of("Train, " + yes, result, train, true), of("Train, " + no, result, train, false),
                of("Test, " + yes, result, test, true), of("Test, " + no, result, test, false));
    }

    private static Baseline of(String name, StudyResult result, LabelledRows part, boolean positive) {
        List<VertebraCase> group = IntStream.range(0, part.size())
                .filter(row -> part.outcome().isCase(row) == positive)
                .mapToObj(row -> result.cohort().find(part.ids().get(row)))
                .toList();
        return new Baseline(
                name,
                group.size(),
                group.stream().map(VertebraCase::patientId).distinct().count(),
                Summary.of(group.stream().mapToDouble(VertebraCase::ageYears).toArray()),
                group.stream().filter(c -> c.sex() == Sex.FEMALE).count(),
                group.stream().filter(c -> c.sex() != Sex.UNKNOWN).count(),
                group.stream().filter(c -> c.level().startsWith("T")).count(),
                group.stream().filter(c -> !c.level().isEmpty()).count());
    }
}
