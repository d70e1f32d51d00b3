package org.trabecula.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.core.Progress;
import org.trabecula.core.RandomStreams;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.evaluation.Evaluator;
import org.trabecula.evaluation.HeldOut;
import org.trabecula.evaluation.Scores;
import org.trabecula.extraction.network.Crops;
import org.trabecula.learn.Training;
import org.trabecula.study.fit.CandidateNetwork;
import org.trabecula.study.fit.NetworkTrials;
import org.trabecula.study.folder.RunFolder;
import org.trabecula.study.network.NetworkStep;
import org.trabecula.study.result.ComparedNetworks;
import org.trabecula.study.settings.Choice;
import org.trabecula.study.settings.StudySettings;

/// The network of a study (step 10): the one that the settings name, or of several the one whose deep signature has the largest
/// cross-validated area inside the training part ([NetworkTrials]); of equals the one with fewer parameters.
///
/// This choice is made with all training cases and is that of the final models. The folds of the cross-fitting make it anew, each without its
/// own cases ([org.trabecula.study.fit.CrossFit]). Where the settings ask for one choice, the folds take this one as given: areas called
/// cross-fitted are then those of the best of several on the same cases, a little too large, and said so beside them. Test cases have no part in it.
record ChoosingNetwork(
        StudySettings settings, Path folder, RunFolder run, RandomStreams random, int jobs, Progress progress) {
    private static final String STAGE = "network";

    /// @param settings as if this network alone had been asked for
    /// @param step     as it starts
    /// @param compared empty where there was no choice
    /// @param inFolds  among which the folds choose anew; none where they do not
    record Chosen(
            StudySettings settings, NetworkStep step, Optional<ComparedNetworks> compared, List<CandidateNetwork> inFolds) {}

    /// @param raw   training cases
    /// @param crops of all of them
    Chosen of(Training raw, Crops crops) {
        if (!settings.network().compares()) {
            return new Chosen(
                    settings, NetworkStep.of(settings, folder, run.stage(STAGE), random, progress), Optional.empty(), List.of());
        }
        List<Candidate> candidates = candidates(raw, crops);
        Candidate best = candidates.get(CandidateNetwork.best(
                candidates.stream().mapToDouble(one -> one.row().auc().auc()).toArray(),
                candidates.stream().mapToLong(Candidate::parameters).toArray()));
        List<ComparedNetworks.Network> networks = candidates.stream()
                .map(one -> new ComparedNetworks.Network(
                        one.architecture(), one.parameters(), one.step().weights(), one.row(), one == best))
                .toList();
        int folds = best.row().scores().heldOut().orElseThrow().folds();
        return new Chosen(
                settings.only(best.architecture()), best.step(),
                Optional.of(new ComparedNetworks(networks, folds, settings.classifiers().getFirst(), List.of())),
                settings.network().choose() == Choice.NetworkChosen.ONCE
                        ? List.of()
                        : candidates.stream()
                                .map(one -> new CandidateNetwork(settings.only(one.architecture()), one.step()))
                                .toList());
    }

    private record Candidate(Choice.Architecture architecture, NetworkStep step, Evaluation.Row row) {
        long parameters() {
            return step.architecture().backboneParameters();
        }
    }

    private List<Candidate> candidates(Training raw, Crops crops) {
        Evaluator evaluator = new Evaluator(Scrutinising.settings(settings.evaluation()), Map.of(), random, jobs);
        List<Choice.Architecture> asked = settings.network().compare();
        List<Candidate> candidates = new ArrayList<>();
        for (Choice.Architecture one : asked) {
            StudySettings own = settings.only(one).withClassifiers(settings.classifiers().subList(0, 1));
            NetworkStep step = NetworkStep.of(own, folder, run.stage(STAGE).resolve(one.yaml()), random, progress);
            String called = "comparing networks, " + one.yaml() + ", " + (candidates.size() + 1) + " of " + asked.size();
            NetworkTrials.Trial trial =
                    new NetworkTrials(own, random, run.store(), jobs, progress).of(raw, crops, step, called);
            HeldOut how = new HeldOut(trial.foldOfRow(), Collections.nCopies(trial.folds(), Map.of()), 0);
            candidates.add(new Candidate(one, step, evaluator.ordering(new Scores(
                    one.yaml(), Scores.Part.TRAIN, Scores.Kind.CROSSFIT, raw.rows(), trial.scores(), Optional.of(how)))));
        }
        return candidates;
    }
}
