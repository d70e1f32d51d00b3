package org.trabecula.study.report.checklist;

import java.util.List;
import java.util.function.Function;
import org.trabecula.core.Shown;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.evaluation.Scores;
import org.trabecula.learn.model.ModelId;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.study.fit.FittedSignature;
import org.trabecula.study.report.checklist.Answer.ForAuthors;
import org.trabecula.study.report.checklist.Answer.Met;
import org.trabecula.study.report.checklist.Answer.NotApplicable;
import org.trabecula.study.report.checklist.Answer.NotMet;
import org.trabecula.study.result.ReaderAgreement;
import org.trabecula.study.result.StudyResult;
import org.trabecula.study.settings.Choice;

/// What of a run answers an item. One answer serves the items of all check-lists that ask for the same.
public enum ItemSubject {
    /// Nothing that a run could know.
    AUTHORS(result -> new ForAuthors("")),
    /// Who assessed the outcome, and how well they agreed.
    REFERENCE_STANDARD(result -> new ForAuthors(ReaderAgreement.of(result)
            .map(a -> Shown.count(a.cases(), "case") + " read twice, kappa " + Shown.fixed(a.kappa().kappa(), 3) + ": Cohort, two readers")
            .orElse(""))),
    CHECK_LISTS(result -> new Met("this section; to be completed by the authors")),
    SAMPLE_SIZE(result -> new ForAuthors("trabecula plan computes Riley's criteria")),
    ELIGIBILITY(result -> result.flow().excluded().isEmpty()
            ? new ForAuthors("the manifest excludes no case")
            : new ForAuthors("reasons of exclusion with their counts: Cohort, flow of cases")),
    PIPELINE(result -> new Met("Features and signatures, drawing of the method")),
    SPLIT(result -> new Met("Methods; Cohort, flow of cases")),
    SOUND_SPLIT(result -> result.settings().split().by() != Choice.SplitBy.CASE
            ? new Met("Methods: patients with all their cases, before anything was fitted, seed " + result.settings().seed())
            : new NotMet("cases were split one by one, so that a patient may stand on both sides")),
    CLINICAL_PREDICTORS(ItemSubject::clinicalPredictors),
    IMAGE_SETTINGS(result -> ofImages(result)
            ? new Met("Methods; composition " + result.settings().features() + " (trabecula features --preset)")
            : new ForAuthors("the features came as a ready table")),
    SOFTWARE(result -> ofImages(result)
            ? new Met("Methods: program and version; features as PyRadiomics defines them")
            : new ForAuthors("the features came as a ready table")),
    COUNTS(result -> new Met(Shown.count(result.raw().names().size(), "feature") + ": Features and signatures, table of steps")),
    MISSING(result -> new Met("Methods, what was assumed; Features and signatures, table of steps")),
    BALANCE(result -> new Met("cases of both classes: Cohort; none were drawn twice, left out or weighted")),
    RELIABILITY(result -> result.fitted().icc().isEmpty()
            ? new NotMet("no second outlines of at least two training cases")
            : new Met("Methods: " + result.fitted().icc())),
    STEPS(result -> new Met("Features and signatures, table of steps; Methods")),
    DIMENSIONS(ItemSubject::dimensions),
    END_TO_END(result -> new NotApplicable("no network goes from image to answer; its features are selected from")),
    ALGORITHMS(result -> new Met("Methods; grids in docs/classifiers.md")),
    CONFOUNDERS(result -> result.clinical().ageAndSex().isPresent()
            ? new Met("Cohort, baseline table with tests; Performance, row Age and sex; Nomogram")
            : new NotMet("neither age nor sex is known")),
    CENTRES(CentreAnswers::several),
    CLUSTERS(CentreAnswers::performance),
    INTERNAL_TEST(ItemSubject::internalTest),
    EXTERNAL_TEST(CentreAnswers::otherInstitution),
    MEASURES(result -> result.evaluation().rows().isEmpty()
            ? new NotMet("no model could be evaluated")
            : new Met("Performance: AUC, the four counts and shares, 95 % intervals")),
    CALIBRATION(ItemSubject::calibration),
    COMPARISON(result -> result.evaluation().comparisons().isEmpty()
            ? new NotMet("no two models could be compared")
            : new Met("Performance: DeLong's tests by patient, Holm's correction")),
    CLINICAL_MODEL(ItemSubject::clinicalModel),
    INTERPRETATION(result -> new Met("Features and signatures: coefficients, score formulas, leading features in words; Classifiers: importance")),
    ONE_IMAGE(result -> ofImages(result) ? new Met("one CT a case") : new ForAuthors("the features came as a ready table")),
    BASELINE(result -> new Met("Cohort, baseline table")),
    PARTS_COMPARED(result -> result.split().test().isEmpty()
            ? new NotApplicable("there is no test part")
            : new Met("Cohort, baseline table: p and standardised mean difference of the parts")),
    FLOW(result -> new Met("Cohort, flow of cases")),
    QUALITY(result -> ofImages(result)
            ? new ForAuthors("pre-processing: Methods; trabecula check lists what it finds")
            : new ForAuthors("the features came as a ready table")),
    UPDATING(result -> new NotApplicable("no model was updated")),
    SCORES(result -> new Met("scores.csv holds them; trabecula predict makes them from model.trabecula")),
    THRESHOLDS(result -> new Met("Methods and Performance: probabilities; Youden's cut-offs of training scores")),
    MODEL(result -> new Met("model.trabecula; score formulas under Features and signatures")),
    INPUT_CHECKS(result -> new ForAuthors("trabecula predict refuses what it cannot use and names what it fills in")),
    SHARE_FEATURES(result -> new ForAuthors("features/ and split.csv of the run folder can be shared")),
    SHARE_SETTINGS(result -> new ForAuthors("study.yaml and run.json of the run folder can be shared")),
    SHARE_MODEL(result -> new ForAuthors("model.trabecula can be shared; it predicts with trabecula predict"));

    private final Function<StudyResult, Answer> answer;

    ItemSubject(Function<StudyResult, Answer> answer) {
        this.answer = answer;
    }

    Answer answer(StudyResult result) {
        return answer.apply(result);
    }

    private static Answer clinicalPredictors(StudyResult result) {
        List<String> terms = result.clinical().data().terms();
        return terms.isEmpty()
                ? new NotApplicable("no predictor beside the features")
                : new Met(String.join(" and ", terms) + ": Cohort, baseline table; Nomogram");
    }

    private static Answer dimensions(StudyResult result) {
        StringBuilder numbers = new StringBuilder();
        for (FittedSignature signature : result.fitted().signatures()) {
            numbers.append(numbers.isEmpty() ? "" : ", ").append(signature.name()).append(' ').append(signature.signature().names().size());
        }
        int smaller = Math.min(result.split().train().outcome().cases(), result.split().train().outcome().controls());
        return new ForAuthors("features kept: " + numbers + "; training cases of the smaller class: " + smaller);
    }

    private static Answer internalTest(StudyResult result) {
        int test = result.split().test().size();
        if (test > 0) {
            return new Met(Shown.count(test, "test case") + ": Performance");
        }
        return result.repeated()
                .<Answer>map(repeated -> new Met(repeated.folds() + "-fold cross-validation by patient, "
                        + Shown.count(repeated.times(), "time") + ": Repeated cross-validation"))
                .orElseGet(() -> new NotMet("there is no test part"));
    }

    private static Answer clinicalModel(StudyResult result) {
        String ageAndSex = ModelId.of(SignatureKind.AGE_SEX).label();
        boolean compared = result.evaluation().rows().stream()
                .anyMatch(row -> row.kind() == Scores.Kind.TEST && row.model().equals(ageAndSex));
        boolean heldOut = result.repeated().stream()
                .flatMap(repeated -> repeated.evaluation().models().stream())
                .anyMatch(model -> model.model().equals(ageAndSex) && model.mean().isPresent());
        return compared || heldOut
                ? new Met((compared ? "Performance" : "Repeated cross-validation") + ": age and sex alone, and combined in the nomogram")
                : new NotMet("no usable model of age and sex beside the signatures, tested");
    }

    private static Answer calibration(StudyResult result) {
        boolean heldOut = result.repeated().stream()
                .flatMap(repeated -> repeated.evaluation().models().stream())
                .anyMatch(model -> model.mean().isPresent());
        return heldOut
                ? new Met("Repeated cross-validation: slope, intercept and Brier score of held-out cases; Calibration and clinical use")
                : hasTestRow(result) ? new Met("Calibration and clinical use") : new NotMet("no probability of a test case");
    }

    private static boolean ofImages(StudyResult result) {
        return result.crops().isPresent();
    }

    private static boolean hasTestRow(StudyResult result) {
        return result.evaluation().rows().stream().map(Evaluation.Row::kind).anyMatch(Scores.Kind.TEST::equals);
    }
}
