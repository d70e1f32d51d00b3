package org.trabecula.study.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.cohort.CaseUse;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.DoctorCells;
import org.trabecula.cohort.Part;
import org.trabecula.cohort.Patient;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.Progress;
import org.trabecula.core.ScratchFolder;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.evaluation.Scores;
import org.trabecula.learn.model.ModelId;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.stats.roc.AucComparison;
import org.trabecula.stats.roc.AucEstimate;
import org.trabecula.stats.roc.AucInterval;
import org.trabecula.study.Study;
import org.trabecula.study.TableCohort;
import org.trabecula.study.input.StudyData;
import org.trabecula.study.result.Scrutiny;
import org.trabecula.study.result.StudyResult;
import org.trabecula.study.settings.StudyYaml;

/// Studies of made-up tables, run once, and what is left of them when something is missing.
final class MadeUpStudies {
    private static final StudyResult ORDINARY = run(TableCohort.of(60, 12, 1, 1).data());

    private static final StudyResult ROBUST = robust(1);

    private static final StudyResult NOISE = run(TableCohort.of(60, 12, 0, 2).data());

    private MadeUpStudies() {}

    /// With age and sex, a test part, a signature.
    static StudyResult ordinary() {
        return ORDINARY;
    }

    /// Neither age nor sex is known.
    static StudyResult withoutAgeAndSex() {
        return run(TableCohort.of(60, 12, 1, 1).withoutAgeAndSex().data());
    }

    /// Thoracic and lumbar vertebrae of two centres; of every tenth neither is known.
    static StudyResult withLevelsAndCentres() {
        List<VertebraCase> cases = new ArrayList<>();
        for (VertebraCase one : ORDINARY.cohort().cases()) {
            boolean known = cases.size() % 10 != 9;
            Patient patient = new Patient(one.ageYears(), one.sex(), !known ? "" : cases.size() % 3 == 0 ? "A" : "B");
            String level = !known ? "" : cases.size() % 2 == 0 ? "T12" : "L1";
            cases.add(new VertebraCase(one.identity(), level, one.files(), patient, one.use(), one.extra()));
        }
        return with(ORDINARY, new Cohort(ORDINARY.cohort().source(), cases, ORDINARY.cohort().classes(), List.of()));
    }

    /// Centres by patient, harmonised; two of them, and perhaps a third whose cases test.
    static StudyResult harmonised(boolean thirdTests) {
        TableCohort cohort = TableCohort.of(60, 12, 1, 1);
        List<VertebraCase> cases = new ArrayList<>();
        for (VertebraCase one : cohort.cases()) {
            String centre = thirdTests && one.part() == Part.TEST ? "C" : Integer.parseInt(one.patientId().substring(1)) % 4 < 2 ? "A" : "B";
            cases.add(one.withPatient(new Patient(one.ageYears(), one.sex(), centre)));
        }
        return run(
                new TableCohort(cases, cohort.columns()).data(),
                "classifiers: [svm]\nlasso: {folds: 4}\ngrid_folds: 3\ncrossfit: 3\nharmonise: combat\n"
                        + "evaluation: {bootstrap: 0, bands: 0, optimism: 0}\n");
    }

    /// With a doctor's calls: by number of the case, wrong for every fourth, unsure for every tenth, none for every fifteenth. With a model, every fifth has
    /// none, and of the wrong ones every second is right.
    static StudyResult withDoctor() {
        List<VertebraCase> cases = new ArrayList<>();
        for (VertebraCase one : ORDINARY.cohort().cases()) {
            int number = cases.size();
            boolean positive = one.outcome().orElseThrow() == 1 != (number % 4 == 0);
            String call = number % 15 == 14 ? "" : number % 10 == 9 ? "unsure" : number % 2 == 0 ? (positive ? "1" : "0") : positive ? "ACUTE" : "chronic";
            CaseUse use = one.use();
            String again = number % 5 == 4 ? "" : number % 8 == 0 ? call : positive ? (number % 4 == 0 ? "0" : "acute") : number % 4 == 0 ? "1" : "chronic";
            DoctorCells doctor = new DoctorCells(Optional.of(call), Optional.of(again));
            cases.add(one.withUse(new CaseUse(use.outcome(), use.part(), use.exclude(), doctor, use.readings(), use.folds())));
        }
        return with(ORDINARY, new Cohort(ORDINARY.cohort().source(), cases, ORDINARY.cohort().classes(), List.of()));
    }

    /// Nothing was evaluated.
    static StudyResult withoutEvaluation() {
        Evaluation none = new Evaluation(ORDINARY.evaluation().settings(), 1, List.of(), List.of());
        return with(ORDINARY, none, false);
    }

    /// Areas without intervals, tests without p-values: too few patients of a class.
    static StudyResult withoutIntervals() {
        List<Evaluation.Row> rows = ORDINARY.evaluation().rows().stream()
                .map(row -> new Evaluation.Row(
                        row.scores(), row.patients(), bare(row.auc()), bare(row.plain()),
                        new AucInterval(Double.NaN, Double.NaN, AucInterval.Method.NONE), Optional.empty(), row.withinFolds(),
                        row.curve(),
                        row.precisionRecall(), row.parts(), row.operating(), row.probabilities()))
                .toList();
        List<Evaluation.Comparison> comparisons = ORDINARY.evaluation().comparisons().stream()
                .map(c -> new Evaluation.Comparison(
                        c.a(), c.b(), c.part(), c.kind(), c.n(), c.positives(), c.grouped(), bare(c.clustered()), bare(c.plain()), c.drawn(), c.discordance(),
                        c.reclassification()))
                .toList();
        return with(ORDINARY, new Evaluation(ORDINARY.evaluation().settings(), 1, rows, comparisons), true);
    }

    private static AucEstimate bare(AucEstimate auc) {
        return new AucEstimate(
                auc.auc(), Double.NaN, Double.NaN, Double.NaN, auc.level(), auc.cases(), auc.controls(), List.of());
    }

    private static AucComparison bare(AucComparison c) {
        double none = Double.NaN;
        return new AucComparison(
                c.aucA(), c.aucB(), c.difference(), none, none, none, none, none, none, none, none, c.level());
    }

    /// Features, age and sex that know nothing: no model is usable.
    static StudyResult noise() {
        return NOISE;
    }

    /// Nobody tests; cross-validation is repeated.
    static StudyResult robust() {
        return ROBUST;
    }

    private static StudyResult robust(double effect) {
        TableCohort cohort = TableCohort.of(60, 12, effect, 1);
        List<VertebraCase> cases = cohort.cases().stream().map(c -> c.withUse(c.use().withPart(Part.NOT_GIVEN))).toList();
        return run(
                new TableCohort(cases, cohort.columns()).data(),
                "preset: robust\nclassifiers: [svm, cart]\nlasso: {folds: 4}\ngrid_folds: 3\ncrossfit: 3\nrepeated: {times: 3, folds: 3}\n");
    }

    static Map<String, StudyResult> all() {
        return Map.of(
                "robust", robust(), "robust noise", robust(0),
                "ordinary", ordinary(), "without age and sex", withoutAgeAndSex(), "without evaluation", withoutEvaluation(),
                "without intervals", withoutIntervals(), "noise", noise(), "levels and centres", withLevelsAndCentres());
    }

    /// As if age and sex alone had been usable: their row has the numbers of the hand-crafted signature.
    static StudyResult withUsableAgeAndSex() {
        List<Evaluation.Row> rows = ORDINARY.evaluation().rows().stream().map(MadeUpStudies::asAgeAndSex).toList();
        return with(ORDINARY, new Evaluation(ORDINARY.evaluation().settings(), 1, rows, List.of()), true);
    }

    private static Evaluation.Row asAgeAndSex(Evaluation.Row row) {
        Scores of = row.scores();
        return new Evaluation.Row(
                new Scores(ModelId.of(SignatureKind.AGE_SEX).label(), of.part(), of.kind(), of.rows(), of.scores(), of.heldOut()),
                row.patients(), row.auc(), row.plain(), row.interval(), row.drawn(), row.withinFolds(), row.curve(), row.precisionRecall(), row.parts(),
                row.operating(), row.probabilities());
    }

    private static StudyResult with(StudyResult r, Cohort cohort) {
        return new StudyResult(
                r.settings(), cohort, r.flow(), true, r.split(), r.raw(), r.crops(), r.fitted(), r.clinical(), r.cutoffs(), r.scores(),
                r.evaluation(), r.scrutiny(), r.supplement(), r.repeated(), r.compared(), r.failures(), r.findings(), r.notes(), r.seconds());
    }

    private static StudyResult with(StudyResult r, Evaluation evaluation, boolean scores) {
        return new StudyResult(
                r.settings(), r.cohort(), r.flow(), true, r.split(), r.raw(), r.crops(), r.fitted(), r.clinical(), r.cutoffs(),
                scores ? r.scores() : List.of(), evaluation, scores ? r.scrutiny() : new Scrutiny(1, List.of(), List.of(), List.of(), List.of()), r.supplement(), r.repeated(), r.compared(), r.failures(), r.findings(), List.of(), r.seconds());
    }

    private static StudyResult run(StudyData data) {
        return run(data, "classifiers: [svm, knn, cart]\nlasso: {folds: 4}\ngrid_folds: 3\ncrossfit: 3\n");
    }

    private static StudyResult run(StudyData data, String yaml) {
        try (ScratchFolder folder = ScratchFolder.of("study")) {
            var settings = StudyYaml.parse(yaml, "test");
            return new Study(settings, folder.path(), folder.path().resolve("run"), false, 2, Progress.NONE, "test", List.of()).run(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
