package org.trabecula.study.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.Flow;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.evaluation.Scores;
import org.trabecula.extraction.check.WarnedCases;
import org.trabecula.extraction.failure.CaseFailure;
import org.trabecula.extraction.network.Crops;
import org.trabecula.learn.Split;
import org.trabecula.learn.model.ModelId;
import org.trabecula.stats.roc.Cutoff;
import org.trabecula.study.fit.ClinicalFit;
import org.trabecula.study.fit.DeepPart;
import org.trabecula.study.fit.FittedMethod;
import org.trabecula.study.network.FittedNetwork;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.table.FeatureTable;

/// Everything that a study found, for the files and the report.
///
/// @param synthetic whether the cohort says of itself that it is synthetic
/// @param raw       raw hand-crafted features of all usable cases
/// @param crops     empty for a study of a feature table
/// @param fitted    steps 3–14 on all training cases
/// @param clinical  step 16
/// @param cutoffs   step 16, by usable model
/// @param scores    by usable model, part and kind
/// @param scrutiny  areas in groups of cases
/// @param supplement the classifiers that were not chosen, and what the chosen ones rest on
/// @param repeated  the method in repeated cross-validation; empty where the settings ask for none
/// @param compared  networks that were compared inside training; empty where the settings name one
/// @param failures  cases that could not be used
/// @param findings  of the quality checks; empty for a ready table
/// @param notes     what was assumed, one sentence each
/// @param seconds   by stage
public record StudyResult(
        StudySettings settings,
        Cohort cohort,
        Flow flow,
        boolean synthetic,
        Split split,
        FeatureTable raw,
        Optional<Crops> crops,
        FittedMethod fitted,
        ClinicalFit clinical,
        Map<ModelId, Cutoff> cutoffs,
        List<Scores> scores,
        Evaluation evaluation,
        Scrutiny scrutiny,
        Supplement supplement,
        Optional<RepeatedStudy> repeated,
        Optional<ComparedNetworks> compared,
        List<CaseFailure> failures,
        Optional<WarnedCases> findings,
        List<String> notes,
        Map<String, Double> seconds) {
    /// What its fits were made with: the settings, as if the network that was taken had been asked for alone.
    public StudySettings fitSettings() {
        return compared.map(all -> settings.only(all.taken().architecture())).orElse(settings);
    }

    /// The network that the deep features come from; empty without images.
    public Optional<FittedNetwork> network() {
        return fitted.deep().map(DeepPart::network);
    }

    public StudyResult {
        scores = List.copyOf(scores);
        failures = List.copyOf(failures);
        notes = List.copyOf(notes);
    }
}
