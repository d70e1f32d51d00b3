package org.trabecula.study.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trabecula.learn.classifier.Classifier;
import org.trabecula.learn.classifier.Grids;
import org.trabecula.radiomics.parameters.Preset;
import org.trabecula.stats.icc.IccForm;
import org.trabecula.stats.icc.ReproducibilityRule;

/// All that decides the result of a study. A record that exists is valid. Keys of `study.yaml` are these names with
/// underscores; the steps they belong to are numbered as in the protocol.
///
/// @param preset      where the values came from: `paper`, `as-published`, `robust`
/// @param seed        of every random stream
/// @param split       step 1
/// @param excludeOn   before step 2: which warnings of the quality checks leave a case out
/// @param features    step 2: a preset of the radiomics engine
/// @param icc         step 3
/// @param missing     step 4
/// @param harmonise   between steps 4 and 5
/// @param zscore      step 5
/// @param univariate  step 6
/// @param redundancy  step 7
/// @param lasso       steps 8, 12, 13
/// @param prune       step 9
/// @param network     step 10: which network, and its weights
/// @param crop        step 10: what the network sees
/// @param finetune    step 10: how it is trained; 0 epochs leave it as it is
/// @param pca         step 11: how many components
/// @param fusion      steps 13, 16: which fusion the nomogram stands on
/// @param classifiers step 14: of which the best on the training cases is taken for each signature; of equals the first named
/// @param grids       step 14: what is tried of each
/// @param gridFolds   step 14: folds of the grid search
/// @param crossfit    step 15: folds of both layers; 0 switches cross-fitting off
/// @param repeated    steps 3–16 in repeated cross-validation by patient
/// @param learningCurve steps 3–14 in parts of its folds' training patients
/// @param evaluation  step 17: draws of patients, groups of cases
public record StudySettings(
        String preset,
        long seed,
        Split split,
        ExcludeOn excludeOn,
        String features,
        Icc icc,
        Missing missing,
        Harmonise harmonise,
        ZScore zscore,
        Univariate univariate,
        Redundancy redundancy,
        Lasso lasso,
        Prune prune,
        NetworkChoice network,
        Crop crop,
        Finetune finetune,
        Components pca,
        Choice.Fusion fusion,
        List<Classifier> classifiers,
        Grids grids,
        int gridFolds,
        int crossfit,
        Repeats repeated,
        LearningSteps learningCurve,
        Appraisal evaluation) {
    public StudySettings {
        classifiers = List.copyOf(classifiers);
        require(Preset.keys().contains(features), "features", "one of: " + String.join(", ", Preset.keys()), features);
        for (Choice.Architecture used : network.used()) {
            require(crop.size() >= used.smallestCrop(), "crop.size", "at least " + used.smallestCrop() + " for " + used.yaml(), crop.size());
        }
        require(gridFolds >= 2, "grid_folds", "at least 2", gridFolds);
        require(crossfit == 0 || crossfit >= 2, "crossfit", "0, or at least 2", crossfit);
        require(
                !split.test().isNone() || crossfit > 0 || repeated.any(), "split.test",
                "above 0 where neither crossfit nor repeated holds cases out: nothing would be judged by new patients", split.test().yaml());
        require(
                !classifiers.isEmpty() && Set.copyOf(classifiers).size() == classifiers.size(), "classifiers",
                "a list of different classifiers, at least one of: " + Arrays.toString(Classifier.values()), classifiers);
    }

    /// @param by       what is kept together
    /// @param test     who tests: a share of the cases, or centres
    /// @param stratify by what: `outcome`; of no account for centres
    public record Split(Choice.SplitBy by, TestPart test, Choice.StratifyBy stratify) {
        public Split {
            boolean centres = test instanceof TestPart.Centres;
            require(
                    centres == (by == Choice.SplitBy.CENTRE), "split.test",
                    by == Choice.SplitBy.CENTRE ? "a list of centres such as [B]" : "a share of the cases such as 0.2; centres with split.by: centre",
                    test.yaml());
        }
    }

    /// @param form    which correlation
    /// @param atLeast smallest value that keeps a feature
    /// @param by      which of its numbers decides
    public record Icc(Choice.IccKind form, double atLeast, Choice.IccBy by) {
        public Icc {
            require(atLeast >= -1 && atLeast <= 1, "icc.at_least", "between -1 and 1", atLeast);
        }

        /// As the statistics apply it, intervals 95 %.
        public ReproducibilityRule rule() {
            return new ReproducibilityRule(
                    IccForm.named(form.yaml()).orElseThrow(), atLeast,
                    by == Choice.IccBy.LOWER ? ReproducibilityRule.By.LOWER : ReproducibilityRule.By.ESTIMATE, 0.95);
        }
    }

    /// @param impute what stands in for a missing value: `median`, of the training cases
    /// @param atMost share of the training cases that may lack a feature; beyond it the feature is dropped
    public record Missing(Choice.Imputed impute, double atMost) {
        public Missing {
            require(atMost >= 0 && atMost < 1, "missing.at_most", "at least 0, below 1", atMost);
        }
    }

    /// @param ddof 1 divides by n − 1, 0 by n
    public record ZScore(int ddof) {
        public ZScore {
            require(ddof == 0 || ddof == 1, "zscore.ddof", "0 or 1", ddof);
        }
    }

    /// @param method `spearman`
    /// @param above  |rho| above which a pair is redundant
    /// @param remove `most-redundant` or `later-of-pair`
    public record Redundancy(Choice.RedundancyBy method, double above, Choice.Removed remove) {
        public Redundancy {
            require(above > 0 && above <= 1, "redundancy.above", "between 0 and 1", above);
        }
    }

    /// @param family `binomial`, or as scikit-learn's LassoCV
    /// @param folds  of the cross-validation: grouped by patient, or contiguous
    /// @param lambda `min` or `1se`
    public record Lasso(LassoFamily family, int folds, Choice.LassoLambda lambda) {
        public Lasso {
            require(folds >= 3, "lasso.folds", "at least 3", folds);
        }
    }

    /// @param above |rho| above which the weaker of two selected features goes; 1 switches pruning off
    public record Prune(double above) {
        public Prune {
            require(above > 0 && above <= 1, "prune.above", "between 0 and 1", above);
        }
    }

    /// @param size     pixels of the square crop
    /// @param marginMm around the vertebra
    /// @param huLow    darkest HU
    /// @param huHigh   brightest HU
    public record Crop(int size, double marginMm, double huLow, double huHigh) {
        public Crop {
            require(size >= 16 && size <= 512, "crop.size", "16 to 512", size);
            require(marginMm >= 0 && marginMm <= 100, "crop.margin_mm", "0 to 100", marginMm);
            require(huLow < huHigh, "crop.hu_high", "above hu_low", huHigh);
        }
    }

    /// Whether late fusion is fitted. It weighs scores of cases that the signatures have not seen; without cross-fitting there are none.
    public boolean fusesLate() {
        return fusion == Choice.Fusion.LATE && crossfit > 0;
    }

    /// Why results of these settings do not hold for new patients (D1, D7); empty where they may.
    public Optional<String> notForNewPatients() {
        return split.by() == Choice.SplitBy.CASE
                ? Optional.of("Not valid for new patients: these settings (preset " + preset + ") split vertebrae, not patients, so that models are "
                        + "tested on patients whom they learned from" + (crossfit == 0 ? ", and fit cut-offs, calibration and nomogram to "
                        + "cases that the models had seen." : "."))
                : Optional.empty();
    }

    /// The same study as the published one did it (D1, D2, D7): what the preset `as-published` says of split, z-scores, LASSO and
    /// cross-fitting, and the settings of this one otherwise.
    public StudySettings asPublished() {
        StudySettings published = StudyYaml.preset("as-published");
        return new StudySettings(
                published.preset, seed, new Split(published.split.by, split.test instanceof TestPart.Share ? split.test : published.split.test, split.stratify), excludeOn, features, icc, missing, harmonise, published.zscore,
                univariate, redundancy, published.lasso, prune, network, crop, finetune, pca, published.fusion, classifiers, grids, gridFolds, published.crossfit, Repeats.NONE, LearningSteps.NONE, evaluation);
    }

    /// What one fit of steps 3–14 depends on: the same for every split, number of folds and number of repetitions, which say only whom it
    /// is fitted to. A fit that is kept under these serves them all.
    public StudySettings ofOneFit() {
        return new StudySettings(
                "", seed, ANY_SPLIT, new ExcludeOn(List.of()), features, icc, missing, harmonise, zscore, univariate, redundancy, lasso, prune, network, crop, finetune, pca, Choice.Fusion.EARLY,
                classifiers, grids, gridFolds, 0, Repeats.NONE, LearningSteps.NONE, Appraisal.NONE);
    }

    private static final Split ANY_SPLIT = new Split(Choice.SplitBy.PATIENT, new TestPart.Share(0.5), Choice.StratifyBy.OUTCOME);

    public StudySettings withSeed(long value) {
        return with(value, network, finetune, classifiers);
    }

    /// The same with one file of weights, whatever network it holds.
    public StudySettings withWeights(String file) {
        return withWeights(new WeightsFiles.Any(file));
    }

    public StudySettings withWeights(WeightsFiles files) {
        return with(seed, network.withWeights(files), finetune, classifiers);
    }

    /// The same as if one network had been asked for.
    public StudySettings only(Choice.Architecture architecture) {
        return with(seed, network.only(architecture), finetune, classifiers);
    }

    public StudySettings withArchitecture(Choice.Architecture architecture) {
        return with(seed, network.withArchitecture(architecture), finetune, classifiers);
    }

    public StudySettings withEpochs(int epochs) {
        return with(seed, network, finetune.withEpochs(epochs), classifiers);
    }

    /// The same with other classifiers to choose among.
    public StudySettings withClassifiers(List<Classifier> others) {
        return with(seed, network, finetune, others);
    }

    /// The one place that copies: the groups that a command line may replace.
    private StudySettings with(
            long otherSeed, NetworkChoice otherNetwork, Finetune otherFinetune, List<Classifier> otherClassifiers) {
        return new StudySettings(
                preset, otherSeed, split, excludeOn, features, icc, missing, harmonise, zscore, univariate, redundancy, lasso, prune, otherNetwork, crop, otherFinetune,
                pca, fusion, otherClassifiers, grids, gridFolds, crossfit, repeated, learningCurve, evaluation);
    }

    private static void require(boolean holds, String key, String expected, Object found) {
        if (!holds) {
            throw new SettingException(key, expected, String.valueOf(found));
        }
    }
}
