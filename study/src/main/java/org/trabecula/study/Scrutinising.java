package org.trabecula.study;

import java.util.List;
import java.util.Map;
import org.trabecula.cohort.Cohort;
import org.trabecula.core.RandomStreams;
import org.trabecula.evaluation.EvaluationSettings;
import org.trabecula.evaluation.Grouping;
import org.trabecula.evaluation.Scores;
import org.trabecula.evaluation.Subgroup;
import org.trabecula.evaluation.WithinGroups;
import org.trabecula.learn.Training;
import org.trabecula.learn.TrainingScores;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.study.fit.ClinicalFit;
import org.trabecula.study.fit.ClinicalOptimism;
import org.trabecula.study.fit.ScoreGain;
import org.trabecula.study.result.Scrutiny;
import org.trabecula.study.settings.Appraisal;

/// Asks of a study's scores what the areas of all cases do not say. Nothing of the study depends on it.
final class Scrutinising {
    private final Appraisal asked;
    private final RandomStreams random;
    private final int jobs;

    Scrutinising(Appraisal asked, RandomStreams random, int jobs) {
        this.asked = asked;
        this.random = random;
        this.jobs = jobs;
    }

    /// Step 17, as the settings of a study have it.
    static EvaluationSettings settings(Appraisal asked) {
        return EvaluationSettings.ofProtocol(asked.bootstrap(), asked.bands());
    }

    /// @param clinical    age and sex of the training cases
    /// @param training    scores that the clinical models were fitted to
    /// @param crossFitted whether they are cross-fitted
    Scrutiny of(
            Cohort cohort, List<Scores> scores, Training clinical, Map<SignatureKind, TrainingScores> training, boolean crossFitted,
            ClinicalFit fitted) {
        EvaluationSettings settings = settings(asked);
        List<Grouping> groupings = CaseGroups.of(cohort.included(), asked.ageBands());
        return new Scrutiny(
                asked.smallestGroup(), Subgroup.of(scores, groupings, asked.smallestGroup(), settings),
                groupings.stream()
                        .filter(grouping -> grouping.by().equals(CaseGroups.AGE))
                        .flatMap(ages -> WithinGroups.of(
                                scores, ages, asked.smallestGroup(), asked.bootstrap(), settings, random, jobs).stream())
                        .toList(),
                crossFitted ? ScoreGain.fit(clinical, training) : List.of(),
                ClinicalOptimism.fit(clinical, training, fitted, asked.optimism(), random, jobs));
    }
}
