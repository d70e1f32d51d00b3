package org.trabecula.study;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trabecula.core.Progress;
import org.trabecula.core.RandomStreams;
import org.trabecula.core.StageStore;
import org.trabecula.evaluation.EvaluationSettings;
import org.trabecula.evaluation.repeated.RepeatedEvaluation;
import org.trabecula.learn.Training;
import org.trabecula.learn.model.ModelId;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.stats.resampling.SelectionStability;
import org.trabecula.study.fit.CandidateNetwork;
import org.trabecula.study.fit.CrossFit;
import org.trabecula.study.fit.CrossFitted;
import org.trabecula.study.fit.StudyFits;
import org.trabecula.study.input.StudyData;
import org.trabecula.study.network.NetworkStep;
import org.trabecula.study.result.CentreEvaluation;
import org.trabecula.study.result.RepeatedStudy;
import org.trabecula.study.settings.LearningSteps;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.table.FeatureTable;

/// Repeated nested cross-validation by patient (B2). A repetition is the study's cross-fitting once more with patients dealt anew: each
/// fold is scored by steps 3–14 fitted to the other folds, with calibration, clinical models and cut-offs that were fitted to these on
/// scores cross-fitted among them ([CrossFit]). The first repetition draws from the study's own streams, so that with as many folds it is the
/// study's own cross-fitting, whose fits are kept and not made twice.
final class Repeating {
    private final StudySettings settings;
    private final RandomStreams random;
    private final StageStore store;
    private final int jobs;
    private final Progress progress;

    Repeating(StudySettings settings, RandomStreams random, StageStore store, int jobs, Progress progress) {
        this.settings = settings;
        this.random = random;
        this.store = store;
        this.jobs = jobs;
        this.progress = progress;
    }

    /// @param raw      all training cases with raw features
    /// @param patients age and sex of at least these
    /// @param network  of the study
    /// @param inFolds  networks among which each fold chooses; none: it takes `network`
    /// @param models   in the order of tables
    RepeatedStudy of(
            Training raw, FeatureTable patients, StudyData data, Optional<NetworkStep> network, List<CandidateNetwork> inFolds, List<ModelId> models) {
        int times = settings.repeated().times();
        int folds = settings.repeated().folds();
        List<RepeatedEvaluation.Held> held = new ArrayList<>();
        List<CrossFitted.Fold> fits = new ArrayList<>();
        StudyFits sideBySide = new StudyFits(settings, random, network, inFolds, store, jobs, progress);
        LearningSteps steps = settings.learningCurve();
        LearningCurveFit curve = new LearningCurveFit(steps.shares(), sideBySide, data);
        int curves = steps.any() ? Math.min(steps.times(), times) : 0;
        for (int repetition = 1; repetition <= times; repetition++) {
            String called = "repetition " + repetition + " of " + times;
            CrossFit.Deal deal = CrossFit.Deal.byPatient(raw, folds, streams(repetition));
            CrossFitted found = sideBySide.crossFitted(called, raw, deal, patients, data.again(), data.crops());
            if (repetition <= curves) {
                curve.add(called + ", learning curve", deal.folds(), found, deal.random());
            }
            ModelRows rows = new ModelRows();
            rows.crossFitted(found, raw.rows(), models);
            held.add(new RepeatedEvaluation.Held(folds, rows.scores(), rows.without()));
            fits.addAll(found.folds());
        }
        return new RepeatedStudy(
                times, folds, raw.rows(),
                RepeatedEvaluation.of(
                        models.stream().map(ModelId::label).toList(), held, Scrutinising.settings(settings.evaluation()), random, jobs),
                selections(raw.table().names(), fits),
                curves == 0 ? Optional.empty() : Optional.of(curve.curve(curves)),
                settings.repeated().leaveCentreOut()
                        ? new LeavingCentresOut(sideBySide).of(raw, patients, data, models)
                        : CentreEvaluation.notDone("the settings ask for none"));
    }

    /// Of a repetition, from 1.
    RandomStreams streams(int repetition) {
        return repetition == 1 ? random : random.within("repeated/" + repetition);
    }

    private static Map<SignatureKind, RepeatedStudy.Selections> selections(List<String> candidates, List<CrossFitted.Fold> fits) {
        Map<SignatureKind, RepeatedStudy.Selections> all = new EnumMap<>(SignatureKind.class);
        boolean[][] selected = fits.stream().map(fold -> flags(candidates, fold)).toArray(boolean[][]::new);
        all.put(
                SignatureKind.HCR,
                new RepeatedStudy.Selections(candidates, SelectionStability.of(selected, EvaluationSettings.ofProtocol(0, 0).level())));
        return all;
    }

    private static boolean[] flags(List<String> candidates, CrossFitted.Fold fold) {
        Set<String> chosen = new HashSet<>(fold.fit().selected().getOrDefault(SignatureKind.HCR, List.of()));
        boolean[] flags = new boolean[candidates.size()];
        for (int feature = 0; feature < flags.length; feature++) {
            flags[feature] = chosen.contains(candidates.get(feature));
        }
        return flags;
    }
}
