package org.trabecula.study.settings;

import java.util.List;
import java.util.Optional;
import org.trabecula.radiomics.parameters.Preset;

/// All that decides the result of a study. A record that exists is valid. Keys of `study.yaml` are these names with
/// underscores; the steps they belong to are numbered as in the protocol.
///
/// @param preset      where the values came from: `paper`
/// @param seed        of every random stream
/// @param split       step 1
/// @param features    step 2: a preset of the radiomics engine
/// @param icc         step 3
/// @param zscore      step 5
/// @param redundancy  step 7
/// @param lasso       steps 8, 12, 13
/// @param prune       step 9
/// @param network     step 10: which network, and its weights
/// @param crop        step 10: what the network sees
/// @param finetune    step 10: how it is trained; 0 epochs leave it as it is
/// @param pca         step 11: components at most
/// @param classifiers step 14: names
/// @param gridFolds   step 14: folds of the grid search
/// @param crossfit    step 15: folds; 0 switches cross-fitting off
public record StudySettings(
        String preset,
        long seed,
        Split split,
        String features,
        Icc icc,
        ZScore zscore,
        Redundancy redundancy,
        Lasso lasso,
        Prune prune,
        Network network,
        Crop crop,
        Finetune finetune,
        int pca,
        List<String> classifiers,
        int gridFolds,
        int crossfit) {
    public StudySettings {
        classifiers = List.copyOf(classifiers);
        require(Preset.keys().contains(features), "features", "one of: " + String.join(", ", Preset.keys()), features);
        require(pca >= 1, "pca", "at least 1", pca);
        require(gridFolds >= 2, "grid_folds", "at least 2", gridFolds);
        require(crossfit == 0 || crossfit >= 2, "crossfit", "0, or at least 2", crossfit);
        require(
                List.of("svm").containsAll(classifiers) && !classifiers.isEmpty(), "classifiers",
                "a list of: svm (the other six are not built yet)", classifiers);
    }

    /// @param by       `patient`, or `case` as the published study did (results then do not hold for new patients)
    /// @param test     share of cases of each class in the test part
    /// @param stratify by what: `outcome`
    public record Split(String by, double test, String stratify) {
        public Split {
            require(by.equals("patient") || by.equals("case"), "split.by", "patient or case", by);
            require(test > 0 && test < 1, "split.test", "between 0 and 1", test);
            require(stratify.equals("outcome"), "split.stratify", "outcome", stratify);
        }
    }

    /// @param form    such as `ICC(2,1)`
    /// @param atLeast smallest value that keeps a feature
    /// @param by      `estimate`, or `lower` for the lower 95 % bound
    public record Icc(String form, double atLeast, String by) {
        public Icc {
            require(form.equals("ICC(2,1)"), "icc.form", "ICC(2,1)", form);
            require(atLeast >= -1 && atLeast <= 1, "icc.at_least", "between -1 and 1", atLeast);
            require(by.equals("estimate") || by.equals("lower"), "icc.by", "estimate or lower", by);
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
    public record Redundancy(String method, double above, String remove) {
        public Redundancy {
            require(method.equals("spearman"), "redundancy.method", "spearman", method);
            require(above > 0 && above <= 1, "redundancy.above", "between 0 and 1", above);
            require(
                    remove.equals("most-redundant") || remove.equals("later-of-pair"), "redundancy.remove",
                    "most-redundant or later-of-pair", remove);
        }
    }

    /// @param family `binomial`
    /// @param folds  of the cross-validation, grouped by patient
    /// @param lambda `min` or `1se`
    public record Lasso(String family, int folds, String lambda) {
        public Lasso {
            require(family.equals("binomial"), "lasso.family", "binomial", family);
            require(folds >= 3, "lasso.folds", "at least 3", folds);
            require(lambda.equals("min") || lambda.equals("1se"), "lasso.lambda", "min or 1se", lambda);
        }
    }

    /// @param above |rho| above which the weaker of two selected features goes; 1 switches pruning off
    public record Prune(double above) {
        public Prune {
            require(above > 0 && above <= 1, "prune.above", "between 0 and 1", above);
        }
    }

    /// @param architecture `resnet18` … `resnet152`
    /// @param weights      pretrained weights; absent: random, and said so everywhere
    public record Network(String architecture, Optional<String> weights) {
        public Network {
            require(
                    List.of("resnet18", "resnet34", "resnet50", "resnet101", "resnet152").contains(architecture),
                    "network.architecture", "resnet18, resnet34, resnet50, resnet101 or resnet152", architecture);
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

    /// @param epochs      0 leaves the network as it is
    /// @param batch       crops per step
    /// @param backboneLr  learning rate of the pretrained part
    /// @param headLr      learning rate of the new head
    /// @param momentum    of the gradient descent
    /// @param weightDecay of the gradient descent
    /// @param schedule    `cosine-restarts`
    /// @param batchnorm   `frozen` or `trained`
    public record Finetune(
            int epochs,
            int batch,
            double backboneLr,
            double headLr,
            double momentum,
            double weightDecay,
            String schedule,
            String batchnorm) {
        public Finetune {
            require(epochs >= 0, "finetune.epochs", "0 or more", epochs);
            require(batch >= 2, "finetune.batch", "at least 2", batch);
            require(backboneLr >= 0 && headLr > 0, "finetune.head_lr", "above 0", headLr);
            require(momentum >= 0 && momentum < 1, "finetune.momentum", "between 0 and 1", momentum);
            require(weightDecay >= 0, "finetune.weight_decay", "0 or more", weightDecay);
            require(schedule.equals("cosine-restarts"), "finetune.schedule", "cosine-restarts", schedule);
            require(
                    batchnorm.equals("frozen") || batchnorm.equals("trained"), "finetune.batchnorm",
                    "frozen or trained", batchnorm);
        }
    }

    public StudySettings withSeed(long value) {
        return new StudySettings(
                preset, value, split, features, icc, zscore, redundancy, lasso, prune, network, crop, finetune, pca,
                classifiers, gridFolds, crossfit);
    }

    public StudySettings withWeights(String file) {
        return withNetwork(new Network(network.architecture(), Optional.of(file)));
    }

    public StudySettings withArchitecture(String architecture) {
        return withNetwork(new Network(architecture, network.weights()));
    }

    private StudySettings withNetwork(Network other) {
        return new StudySettings(
                preset, seed, split, features, icc, zscore, redundancy, lasso, prune, other, crop, finetune, pca,
                classifiers, gridFolds, crossfit);
    }

    public StudySettings withEpochs(int epochs) {
        Finetune other = new Finetune(
                epochs, finetune.batch(), finetune.backboneLr(), finetune.headLr(), finetune.momentum(),
                finetune.weightDecay(), finetune.schedule(), finetune.batchnorm());
        return new StudySettings(
                preset, seed, split, features, icc, zscore, redundancy, lasso, prune, network, crop, other, pca,
                classifiers, gridFolds, crossfit);
    }

    private static void require(boolean holds, String key, String expected, Object found) {
        if (!holds) {
            throw new SettingException(key, expected, String.valueOf(found));
        }
    }
}
