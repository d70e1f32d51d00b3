package org.trabecula.study.report.checklist;

import java.util.List;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.Shown;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.evaluation.Scores;
import org.trabecula.study.fit.FittedSignature;
import org.trabecula.study.report.checklist.Answer.ForAuthors;
import org.trabecula.study.report.checklist.Answer.Met;
import org.trabecula.study.report.checklist.Answer.NotApplicable;
import org.trabecula.study.report.checklist.Answer.NotMet;
import org.trabecula.study.result.StudyResult;
import org.trabecula.study.settings.Choice;

/// What of a run answers an item. One answer serves the items of all check-lists that ask for the same.
public enum ItemSubject {
    /// Nothing that a run could know.
    AUTHORS {
        @Override
        Answer answer(StudyResult result) {
            return new ForAuthors("");
        }
    },
    CHECK_LISTS {
        @Override
        Answer answer(StudyResult result) {
            return new Met("this section; to be completed by the authors");
        }
    },
    SAMPLE_SIZE {
        @Override
        Answer answer(StudyResult result) {
            return new ForAuthors("trabecula plan computes Riley's criteria");
        }
    },
    ELIGIBILITY {
        @Override
        Answer answer(StudyResult result) {
            return result.flow().excluded().isEmpty()
                    ? new ForAuthors("the manifest excludes no case")
                    : new ForAuthors("reasons of exclusion with their counts: Cohort, flow of cases");
        }
    },
    PIPELINE {
        @Override
        Answer answer(StudyResult result) {
            return new Met("Features and signatures, drawing of the method");
        }
    },
    SPLIT {
        @Override
        Answer answer(StudyResult result) {
            return new Met("Methods; Cohort, flow of cases");
        }
    },
    SOUND_SPLIT {
        @Override
        Answer answer(StudyResult result) {
            return result.settings().split().by() == Choice.SplitBy.PATIENT
                    ? new Met("Methods: patients with all their cases, before anything was fitted, seed " + result.settings().seed())
                    : new NotMet("cases were split one by one, so that a patient may stand on both sides");
        }
    },
    CLINICAL_PREDICTORS {
        @Override
        Answer answer(StudyResult result) {
            List<String> terms = result.clinical().data().terms();
            return terms.isEmpty()
                    ? new NotApplicable("no predictor beside the features")
                    : new Met(String.join(" and ", terms) + ": Cohort, baseline table; Nomogram");
        }
    },
    IMAGE_SETTINGS {
        @Override
        Answer answer(StudyResult result) {
            return ofImages(result)
                    ? new Met("Methods; composition " + result.settings().features() + " (trabecula features --preset)")
                    : new ForAuthors("the features came as a ready table");
        }
    },
    SOFTWARE {
        @Override
        Answer answer(StudyResult result) {
            return ofImages(result)
                    ? new Met("Methods: program and version; features as PyRadiomics defines them")
                    : new ForAuthors("the features came as a ready table");
        }
    },
    COUNTS {
        @Override
        Answer answer(StudyResult result) {
            return new Met(Shown.count(result.raw().names().size(), "feature") + ": Features and signatures, table of steps");
        }
    },
    MISSING {
        @Override
        Answer answer(StudyResult result) {
            return new Met("Methods, what was assumed; Features and signatures, table of steps");
        }
    },
    BALANCE {
        @Override
        Answer answer(StudyResult result) {
            return new Met("cases of both classes: Cohort; none were drawn twice, left out or weighted");
        }
    },
    RELIABILITY {
        @Override
        Answer answer(StudyResult result) {
            return result.fitted().icc().isEmpty()
                    ? new NotMet("no second outlines of at least two training cases")
                    : new Met("Methods: " + result.fitted().icc());
        }
    },
    STEPS {
        @Override
        Answer answer(StudyResult result) {
            return new Met("Features and signatures, table of steps; Methods");
        }
    },
    DIMENSIONS {
        @Override
        Answer answer(StudyResult result) {
            StringBuilder numbers = new StringBuilder();
            for (FittedSignature signature : result.fitted().signatures()) {
                numbers.append(numbers.isEmpty() ? "" : ", ").append(signature.name()).append(' ').append(signature.signature().names().size());
            }
            int smaller = Math.min(result.split().train().outcome().cases(), result.split().train().outcome().controls());
            return new ForAuthors("features kept: " + numbers + "; training cases of the smaller class: " + smaller);
        }
    },
    END_TO_END {
        @Override
        Answer answer(StudyResult result) {
            return new NotApplicable("no network goes from image to answer; its features are selected from");
        }
    },
    ALGORITHMS {
        @Override
        Answer answer(StudyResult result) {
            return new Met("Methods; grids in docs/classifiers.md");
        }
    },
    CONFOUNDERS {
        @Override
        Answer answer(StudyResult result) {
            return result.clinical().ageAndSex().isPresent()
                    ? new Met("Cohort, baseline table with tests; Performance, row Age and sex; Nomogram")
                    : new NotMet("neither age nor sex is known");
        }
    },
    CENTRES {
        @Override
        Answer answer(StudyResult result) {
            long centres = centres(result);
            return centres == 0
                    ? new ForAuthors("the manifest has no centres")
                    : centres == 1 ? new NotMet("one centre") : new Met(centres + " centres: Cohort, baseline table");
        }
    },
    CLUSTERS {
        @Override
        Answer answer(StudyResult result) {
            return centres(result) > 1
                    ? new NotMet("performance is not given by centre")
                    : new NotApplicable("not more than one centre is named");
        }
    },
    INTERNAL_TEST {
        @Override
        Answer answer(StudyResult result) {
            int test = result.split().test().size();
            return test > 0 ? new Met(Shown.count(test, "test case") + ": Performance") : new NotMet("there is no test part");
        }
    },
    EXTERNAL_TEST {
        @Override
        Answer answer(StudyResult result) {
            return new NotMet("not in this run; trabecula validate takes the model to another cohort");
        }
    },
    MEASURES {
        @Override
        Answer answer(StudyResult result) {
            return result.evaluation().rows().isEmpty()
                    ? new NotMet("no model could be evaluated")
                    : new Met("Performance: AUC, the four counts and shares, 95 % intervals");
        }
    },
    CALIBRATION {
        @Override
        Answer answer(StudyResult result) {
            return hasTestRow(result) ? new Met("Calibration and clinical use") : new NotMet("no probability of a test case");
        }
    },
    COMPARISON {
        @Override
        Answer answer(StudyResult result) {
            return result.evaluation().comparisons().isEmpty()
                    ? new NotMet("no two models could be compared")
                    : new Met("Performance: DeLong's tests by patient, Holm's correction");
        }
    },
    CLINICAL_MODEL {
        @Override
        Answer answer(StudyResult result) {
            boolean compared = result.evaluation().rows().stream().anyMatch(row -> row.kind() == Scores.Kind.TEST)
                    && result.clinical().ageAndSex().isPresent();
            return compared
                    ? new Met("Performance: age and sex alone, and combined in the nomogram")
                    : new NotMet("no model of age and sex beside the signatures");
        }
    },
    INTERPRETATION {
        @Override
        Answer answer(StudyResult result) {
            return new Met("Features and signatures: coefficients, score formulas, leading features in words");
        }
    },
    ONE_IMAGE {
        @Override
        Answer answer(StudyResult result) {
            return ofImages(result) ? new Met("one CT a case") : new ForAuthors("the features came as a ready table");
        }
    },
    BASELINE {
        @Override
        Answer answer(StudyResult result) {
            return new Met("Cohort, baseline table");
        }
    },
    PARTS_COMPARED {
        @Override
        Answer answer(StudyResult result) {
            return result.split().test().isEmpty()
                    ? new NotApplicable("there is no test part")
                    : new Met("Cohort, baseline table: p and standardised mean difference of the parts");
        }
    },
    FLOW {
        @Override
        Answer answer(StudyResult result) {
            return new Met("Cohort, flow of cases");
        }
    },
    QUALITY {
        @Override
        Answer answer(StudyResult result) {
            return ofImages(result)
                    ? new ForAuthors("pre-processing: Methods; trabecula check lists what it finds")
                    : new ForAuthors("the features came as a ready table");
        }
    },
    UPDATING {
        @Override
        Answer answer(StudyResult result) {
            return new NotApplicable("no model was updated");
        }
    },
    SCORES {
        @Override
        Answer answer(StudyResult result) {
            return new Met("scores.csv holds them; trabecula predict makes them from model.trabecula");
        }
    },
    THRESHOLDS {
        @Override
        Answer answer(StudyResult result) {
            return new Met("Methods and Performance: probabilities; Youden's cut-offs of training scores");
        }
    },
    MODEL {
        @Override
        Answer answer(StudyResult result) {
            return new Met("model.trabecula; score formulas under Features and signatures");
        }
    },
    INPUT_CHECKS {
        @Override
        Answer answer(StudyResult result) {
            return new ForAuthors("trabecula predict refuses what it cannot use and names what it fills in");
        }
    },
    SHARE_FEATURES {
        @Override
        Answer answer(StudyResult result) {
            return new ForAuthors("features/ and split.csv of the run folder can be shared");
        }
    },
    SHARE_SETTINGS {
        @Override
        Answer answer(StudyResult result) {
            return new ForAuthors("study.yaml and run.json of the run folder can be shared");
        }
    },
    SHARE_MODEL {
        @Override
        Answer answer(StudyResult result) {
            return new ForAuthors("model.trabecula can be shared; it predicts with trabecula predict");
        }
    };

    abstract Answer answer(StudyResult result);

    private static boolean ofImages(StudyResult result) {
        return result.crops().isPresent();
    }

    private static boolean hasTestRow(StudyResult result) {
        return result.evaluation().rows().stream().map(Evaluation.Row::kind).anyMatch(Scores.Kind.TEST::equals);
    }

    private static long centres(StudyResult result) {
        return result.cohort().included().stream().map(VertebraCase::centre).filter(centre -> !centre.isEmpty()).distinct().count();
    }
}
