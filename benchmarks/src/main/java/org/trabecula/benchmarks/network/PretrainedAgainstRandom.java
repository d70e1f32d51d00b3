package org.trabecula.benchmarks.network;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trabecula.core.Progress;
import org.trabecula.deep.finetune.FineTuneSettings;
import org.trabecula.deep.finetune.FineTuned;
import org.trabecula.deep.finetune.FineTuning;
import org.trabecula.deep.finetune.TrainingCrop;
import org.trabecula.deep.network.Embedder;
import org.trabecula.deep.network.Embeddings;
import org.trabecula.deep.network.NetworkWeights;
import org.trabecula.deep.network.RandomInitialisation;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.roc.Direction;
import org.trabecula.stats.roc.RocCurve;

/// What pretraining is worth: the same network, fine-tuned with the same settings on the same crops of a synthetic cohort,
/// from given weights and from random ones; and from random ones with a ten times higher learning rate of the backbone.
///
/// Each seed draws a cohort, the random weights, the head, the order of the crops and their augmentation. The first half of
/// its patients train, the other half test; nothing is chosen on the test patients. Printed is the AUC of the test cases.
///
/// Arguments: weights file, patients (240), epochs (8), seeds (3), threads (2).
public final class PretrainedAgainstRandom {
    private final FineTuneSettings settings;
    private final List<TrainingCrop> training = new ArrayList<>();
    private final List<TrainingCrop> test = new ArrayList<>();
    private final long seed;

    private PretrainedAgainstRandom(int patients, long seed, FineTuneSettings settings) {
        this.settings = settings;
        this.seed = seed;
        List<List<TrainingCrop>> cohort = PhantomCrops.byPatient(patients, seed, settings.threads());
        for (int p = 0; p < cohort.size(); p++) {
            (p < patients / 2 ? training : test).addAll(cohort.get(p));
        }
    }

    public static void main(String[] args) {
        Path file = Path.of(args[0]);
        int patients = args.length > 1 ? Integer.parseInt(args[1]) : 240;
        int epochs = args.length > 2 ? Integer.parseInt(args[2]) : 8;
        int seeds = args.length > 3 ? Integer.parseInt(args[3]) : 3;
        int threads = args.length > 4 ? Integer.parseInt(args[4]) : 2;
        FineTuneSettings settings = FineTuneSettings.paper(threads).withEpochs(epochs);
        NetworkWeights pretrained = NetworkWeights.load(file, Optional.empty());
        System.out.println("| seed | training, test cases | start | training loss, first and last epoch | test AUC |");
        System.out.println("| --- | --- | --- | --- | --- |");
        for (long seed = 1; seed <= seeds; seed++) {
            PretrainedAgainstRandom one = new PretrainedAgainstRandom(patients, seed, settings);
            NetworkWeights random = RandomInitialisation.network(pretrained.architecture(), seed);
            one.compare("pretrained", pretrained, settings);
            one.compare("random", random, settings);
            one.compare("random, backbone as fast as the head", random, fast(settings));
        }
    }

    /// Random weights have a long way to go: the same with the head's learning rate for all.
    private static FineTuneSettings fast(FineTuneSettings s) {
        return new FineTuneSettings(
                s.epochs(), s.batch(), s.optimizer(), s.headRate(), s.headRate(), s.schedule(), s.warmupSteps(),
                s.classWeighting(), s.labelSmoothing(), s.frozenStages(), s.batchNorm(), s.augmentation(), s.earlyStopping(),
                s.threads());
    }

    private void compare(String start, NetworkWeights weights, FineTuneSettings chosen) {
        FineTuned tuned = FineTuning.run(training, weights, chosen, seed, Progress.NONE, Optional.empty());
        System.out.println(String.format(
                Locale.ROOT, "| %d | %d, %d | %s | %.3f, %.3f | %.3f |", seed, training.size(), test.size(), start,
                tuned.epochs().getFirst().loss(), tuned.epochs().getLast().loss(), testAuc(tuned.weights())));
    }

    private double testAuc(NetworkWeights network) {
        int one = test.getFirst().values().length;
        int size = (int) Math.round(Math.sqrt(one));
        float[] pictures = new float[test.size() * one];
        boolean[] acute = new boolean[test.size()];
        for (int c = 0; c < acute.length; c++) {
            System.arraycopy(test.get(c).values(), 0, pictures, c * one, one);
            acute[c] = test.get(c).outcome() == 1;
        }
        double[] logOdds = new double[acute.length];
        try (Embedder embedder = new Embedder(network, settings.threads())) {
            Embeddings answers = embedder.embed(pictures, 1, size, size);
            for (int c = 0; c < acute.length; c++) {
                logOdds[c] = (double) answers.logits()[c][1] - answers.logits()[c][0];
            }
        }
        return RocCurve.of(Outcome.of(acute), logOdds, Direction.CASES_HIGHER).auc();
    }
}
