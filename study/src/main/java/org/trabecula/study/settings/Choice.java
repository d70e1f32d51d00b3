package org.trabecula.study.settings;

import com.fasterxml.jackson.annotation.JsonValue;

/// A closed choice of `study.yaml`: one of an enum's constants, written by a name of its own.
public interface Choice {
    /// As in the file.
    @JsonValue
    String yaml();

    /// What the split keeps together (step 1).
    enum SplitBy implements Choice {
        /// All vertebrae of a patient stand on one side.
        PATIENT("patient"),
        /// As the published study did: results then do not hold for new patients.
        CASE("case"),
        /// Whole centres test.
        CENTRE("centre");

        private final String yaml;

        SplitBy(String yaml) {
            this.yaml = yaml;
        }

        @Override
        public String yaml() {
            return yaml;
        }
    }

    /// By what the split is stratified (step 1).
    enum StratifyBy implements Choice {
        OUTCOME;

        @Override
        public String yaml() {
            return "outcome";
        }
    }

    /// Which intraclass correlation is asked for (step 3).
    enum IccKind implements Choice {
        /// Two-way random effects, absolute agreement, single measures.
        TWO_WAY_RANDOM_SINGLE;

        @Override
        public String yaml() {
            return "ICC(2,1)";
        }
    }

    /// What stands in for a missing value (step 4).
    enum Imputed implements Choice {
        /// Of the training cases that have one.
        MEDIAN;

        @Override
        public String yaml() {
            return "median";
        }
    }

    /// How centres are made alike (after step 4).
    enum HarmoniseBy implements Choice {
        NONE("none"),
        COMBAT("combat");

        private final String yaml;

        HarmoniseBy(String yaml) {
            this.yaml = yaml;
        }

        @Override
        public String yaml() {
            return yaml;
        }
    }

    /// What harmonising leaves in the features.
    enum Covariate implements Choice {
        AGE("age"),
        SEX("sex");

        private final String yaml;

        Covariate(String yaml) {
            this.yaml = yaml;
        }

        @Override
        public String yaml() {
            return yaml;
        }
    }

    /// What becomes of a case whose centre was not harmonised.
    enum UnseenCentre implements Choice {
        /// It keeps its values, and is told so.
        LEAVE("leave"),
        /// It gets no answer.
        REFUSE("refuse");

        private final String yaml;

        UnseenCentre(String yaml) {
            this.yaml = yaml;
        }

        @Override
        public String yaml() {
            return yaml;
        }
    }

    /// Which of its numbers decides (step 3).
    enum IccBy implements Choice {
        ESTIMATE("estimate"),
        /// The lower 95 % bound.
        LOWER("lower");

        private final String yaml;

        IccBy(String yaml) {
            this.yaml = yaml;
        }

        @Override
        public String yaml() {
            return yaml;
        }
    }

    /// How likeness of features is measured (step 7).
    enum RedundancyBy implements Choice {
        SPEARMAN;

        @Override
        public String yaml() {
            return "spearman";
        }
    }

    /// Which of a redundant pair goes (step 7).
    enum Removed implements Choice {
        MOST_REDUNDANT("most-redundant"),
        LATER_OF_PAIR("later-of-pair");

        private final String yaml;

        Removed(String yaml) {
            this.yaml = yaml;
        }

        @Override
        public String yaml() {
            return yaml;
        }
    }

    /// How often one of several networks is chosen (step 10).
    enum NetworkChosen implements Choice {
        /// With all training cases for the final models, and in every fold of the cross-fitting anew, without the fold.
        IN_EACH_FOLD("in-each-fold"),
        /// With all training cases; the folds take it as given.
        ONCE("once");

        private final String yaml;

        NetworkChosen(String yaml) {
            this.yaml = yaml;
        }

        @Override
        public String yaml() {
            return yaml;
        }
    }

    /// Which fusion the nomogram stands on (steps 13, 16).
    enum Fusion implements Choice {
        /// Features of both kinds side by side, as published.
        EARLY("early"),
        /// Scores of both signatures, cross-fitted, weighed by a logistic regression.
        LATE("late");

        private final String yaml;

        Fusion(String yaml) {
            this.yaml = yaml;
        }

        @Override
        public String yaml() {
            return yaml;
        }
    }

    /// Which λ of the cross-validation is taken (step 8).
    enum LassoLambda implements Choice {
        /// The best mean loss.
        MIN("min"),
        /// The largest within one standard error of it.
        ONE_SE("1se");

        private final String yaml;

        LassoLambda(String yaml) {
            this.yaml = yaml;
        }

        @Override
        public String yaml() {
            return yaml;
        }
    }

    /// The network (step 10), by torchvision's name.
    enum Architecture implements Choice {
        RESNET18,
        RESNET34,
        RESNET50,
        RESNET101,
        RESNET152,
        VGG11,
        VGG11_BN,
        VGG13,
        VGG13_BN,
        VGG16,
        VGG16_BN,
        VGG19,
        VGG19_BN;

        @Override
        public String yaml() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /// The smallest `crop.size` of which something is left after the last layer.
        int smallestCrop() {
            return name().startsWith("VGG") ? SMALLEST_OF_VGG : SMALLEST;
        }

        private static final int SMALLEST = 16;
        private static final int SMALLEST_OF_VGG = 32;
    }

    /// How learning rates change (step 10).
    enum Schedule implements Choice {
        COSINE_RESTARTS;

        @Override
        public String yaml() {
            return "cosine-restarts";
        }
    }

    /// How much a case counts in the network's loss (step 10).
    enum ClassWeights implements Choice {
        NONE("none"),
        /// Both classes together count the same.
        BALANCED("balanced");

        private final String yaml;

        ClassWeights(String yaml) {
            this.yaml = yaml;
        }

        @Override
        public String yaml() {
            return yaml;
        }
    }

    /// What fine-tuning does with BatchNorm (step 10).
    enum BatchNorm implements Choice {
        /// Statistics and factors stay as pretrained.
        FROZEN("frozen"),
        TRAINED("trained");

        private final String yaml;

        BatchNorm(String yaml) {
            this.yaml = yaml;
        }

        @Override
        public String yaml() {
            return yaml;
        }
    }
}
