package org.trabecula.study.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.core.InputException;
import org.trabecula.learn.classifier.Classifier;
import org.trabecula.learn.classifier.Grids;
import org.trabecula.learn.classifier.SvmSettings;
import org.trabecula.learn.step.Harmonised;

class StudyYamlTest {
    @ParameterizedTest
    @ValueSource(strings = {"paper", "as-published"})
    void whatIsWrittenReadsBackToTheSameSettings(String preset) {
        StudySettings paper = StudyYaml.preset(preset);
        assertThat(StudyYaml.parse(StudyYaml.write(paper), "study.yaml")).isEqualTo(paper);
    }

    @Test
    void aFileChangesOnlyWhatItNames() {
        StudySettings settings = StudyYaml.parse("seed: 7\nlasso: {lambda: 1se}\nnetwork:\n  weights: w.pth\n", "study.yaml");
        assertThat(settings.seed()).isEqualTo(7);
        assertThat(settings.lasso().lambda()).isEqualTo(Choice.LassoLambda.ONE_SE);
        assertThat(settings.lasso().folds()).isEqualTo(StudyYaml.preset("paper").lasso().folds());
        assertThat(settings.network().weights()).contains(new WeightsFiles.Any("w.pth"));
    }

    @Test
    void networksAreComparedEachWithItsFile() {
        StudySettings settings = StudyYaml.parse("network: {compare: [resnet18, vgg16_bn], weights: {vgg16_bn: v.pth}}\n", "study.yaml");
        assertThat(settings.network().used()).containsExactly(Choice.Architecture.RESNET18, Choice.Architecture.VGG16_BN);
        NetworkChoice vgg = settings.only(Choice.Architecture.VGG16_BN).network();
        assertThat(vgg.weights().flatMap(files -> files.of(Choice.Architecture.VGG16_BN))).contains("v.pth");
        assertThat(settings.only(Choice.Architecture.RESNET18).network().weights()).isEmpty();
        assertThat(StudyYaml.parse(StudyYaml.write(settings), "written")).isEqualTo(settings);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "network: {compare: [resnet18]} | two different networks",
        "network: {compare: [vgg16, vgg16]} | two different networks",
        "network: {compare: [vgg16, vgg15]} | did you mean 'vgg1",
        "network: {compare: [resnet18, vgg16], weights: w.pth} | a file by network",
        "network: {compare: [resnet18, vgg16], weights: {resnet50: w.pth}} | networks that this study uses",
        "network: {weights: {resnet51: w.pth}} | which is no network",
        "network: {weights: {resnet50: 3}} | a file by network",
        "network: {weights: {}} | a file by network",
        "{network: {compare: [resnet18, vgg16]}, crop: {size: 31}} | at least 32 for vgg16",
        "{network: {architecture: vgg11}, crop: {size: 16}} | at least 32 for vgg11"
    })
    void networksThatCannotBeComparedAreRefused(String yamlAndWords) {
        String[] parts = yamlAndWords.split(" \\| ");
        assertThatThrownBy(() -> StudyYaml.parse(parts[0], "study.yaml")).hasMessageContaining(parts[1]);
    }

    /// D1, D2, D7: what differs from `paper`, and nothing else.
    @Test
    void asPublishedDiffersWhereThePapersNumbersDo() {
        StudySettings published = StudyYaml.preset("as-published");
        assertThat(published.lasso().family()).isEqualTo(new LassoFamily.LassoCv(0.001, 10, 50));
        assertThat(published.split().by()).isEqualTo(Choice.SplitBy.CASE);
        assertThat(published.zscore().ddof()).isZero();
        assertThat(published.crossfit()).isZero();
        assertThat(published.notForNewPatients()).hasValueSatisfying(why -> assertThat(why).contains("Not valid for new patients"));
        assertThat(StudyYaml.preset("paper").notForNewPatients()).isEmpty();
        String sound = "preset: as-published\nsplit: {by: patient}\nlasso: {family: binomial}\nzscore: {ddof: 1}\ncrossfit: 5\n";
        assertThat(StudyYaml.write(StudyYaml.parse(sound, "study.yaml")).replace("as-published", "paper"))
                .isEqualTo(StudyYaml.write(StudyYaml.preset("paper")));
    }

    /// `paper` in repeated cross-validation: nobody tests alone, nothing is pruned.
    @Test
    void robustIsPaperRepeated() {
        StudySettings robust = StudyYaml.preset("robust");
        assertThat(robust.repeated()).isEqualTo(new Repeats(10, 5, true));
        assertThat(StudyYaml.preset("paper").repeated().any()).isFalse();
        assertThat(robust.harmonise().any()).isTrue();
        String paper = "preset: robust\nsplit: {test: 0.2}\nharmonise: none\nprune: {above: 0.5}\nfusion: early\nrepeated: {times: 0, leave_centre_out: false}\nlearning_curve: {shares: [], times: 0}\n";
        assertThat(StudyYaml.write(StudyYaml.parse(paper, "study.yaml")).replace("robust", "paper"))
                .isEqualTo(StudyYaml.write(StudyYaml.preset("paper")));
    }

    @Test
    void centresAreHarmonisedByAWordOrAGroup() {
        Harmonise usual = StudyYaml.parse("harmonise: combat\n", "study.yaml").harmonise();
        assertThat(usual).isEqualTo(new Harmonise(Choice.HarmoniseBy.COMBAT, List.of(), Choice.UnseenCentre.LEAVE, 10));
        assertThat(StudyYaml.parse("harmonise: {method: combat}\n", "study.yaml").harmonise()).isEqualTo(usual);
        StudySettings all = StudyYaml.parse(
                "harmonise: {method: combat, covariates: [age, sex], unseen: refuse, smallest_centre: 20}\n", "study.yaml");
        assertThat(all.harmonise().rule()).contains(new Harmonised.Rule(20, List.of("age", "sex"), true));
        assertThat(StudyYaml.parse(StudyYaml.write(all), "study.yaml")).isEqualTo(all);
        assertThat(StudyYaml.preset("paper").harmonise().rule()).isEmpty();
        assertThatThrownBy(() -> StudyYaml.parse("harmonise: combatt\n", "study.yaml"))
                .hasMessageContaining("line 1").hasMessageContaining("combatt").hasMessageContaining("did you mean 'combat'?");
        for (String wrong : List.of(
                "{method: neurocombat}", "{unseen: guess}", "{covariates: [outcome]}", "{covariates: [age, age]}", "{smallest_centre: 1}",
                "{centre: A}", "true", "[combat]", "3")) {
            assertThatThrownBy(() -> StudyYaml.parse("harmonise: " + wrong + "\n", "study.yaml")).as(wrong)
                    .isInstanceOf(InputException.class).hasMessageContaining("harmonise");
        }
    }

    /// What a fit is kept under does not ask whom else the study fits to.
    @Test
    void aFitDoesNotDependOnHowOftenItIsRepeated() {
        StudySettings robust = StudyYaml.preset("robust");
        StudySettings other = StudyYaml.parse("preset: robust\nrepeated: {times: 3}\nsplit: {test: 0.5}\ncrossfit: 3\n", "study.yaml");
        assertThat(StudyYaml.write(other.ofOneFit())).isEqualTo(StudyYaml.write(robust.ofOneFit()));
        StudySettings another = StudyYaml.parse("preset: robust\ngrid_folds: 3\n", "study.yaml");
        assertThat(StudyYaml.write(another.ofOneFit())).isNotEqualTo(StudyYaml.write(robust.ofOneFit()));
    }

    /// The published λ, 0.0139 and 0.0115, are points of the grid.
    @Test
    void theGridIsNumpysLogspace() {
        double[] grid = new LassoFamily.LassoCv(0.001, 10, 50).grid();
        assertThat(grid).hasSize(50).startsWith(0.001).endsWith(10);
        assertThat(grid[13]).isCloseTo(0.0115, offset(5e-5)); // as printed
        assertThat(grid[14]).isCloseTo(0.0139, offset(5e-5));
    }

    /// What is not named stays, list by list.
    @Test
    void gridsAreListsThatMayBeOthers() {
        StudySettings settings = StudyYaml.parse(
                "grids:\n  svm: {linear: {cost: []}, radial: {gamma: [0.5, 1/p]}}\n  knn: {weights: [distance], neighbours: [7]}\n", "study.yaml");
        assertThat(settings.grids().candidates(Classifier.SVM, 4, 1)).hasSize(8)
                .contains(new SvmSettings(SvmSettings.Kernel.RADIAL, 0.1, 0.25, 0.001));
        assertThat(settings.grids().candidates(Classifier.KNN, 4, 1)).hasSize(1);
        assertThat(settings.grids().cart()).isEqualTo(Grids.USUAL.cart());
        assertThat(StudyYaml.parse(StudyYaml.write(settings), "study.yaml")).isEqualTo(settings);
        assertThat(StudyYaml.write(settings)).contains("leaf_cases: [10, 5]", "weights: [distance]", "gamma: [0.5, 1.0/p]");
    }

    @Test
    void univariateTestsAndLassoPathsReadBack() {
        for (String test : List.of("{test: welch, fdr: 0.1}", "{test: auto, p: 0.05, if_none: 3}", "none")) {
            StudySettings settings = StudyYaml.parse("univariate: " + test + "\nlasso: {family: {lassocv: {ratio: 0.01, values: 20}}}\n", "study.yaml");
            assertThat(StudyYaml.parse(StudyYaml.write(settings), "study.yaml")).isEqualTo(settings);
            assertThat(settings.univariate().filter().isPresent()).isEqualTo(!test.equals("none"));
            assertThat(settings.lasso().family()).isEqualTo(new LassoFamily.LassoCvOwnGrid(0.01, 20));
        }
    }

    /// A number of components, or a share of the variance; each reads back as it was written.
    @Test
    void componentsAreANumberOrAShare() {
        assertThat(StudyYaml.preset("paper").pca()).isEqualTo(new Components.AtMost(100));
        StudySettings share = StudyYaml.parse("pca: {keep: 0.95}\n", "study.yaml");
        assertThat(share.pca()).isEqualTo(new Components.Keep(0.95));
        assertThat(StudyYaml.parse(StudyYaml.write(share), "study.yaml")).isEqualTo(share);
    }

    @Test
    void anUnknownKeyIsAnsweredWithTheNearestAndItsLine() {
        assertThatThrownBy(() -> StudyYaml.parse("seed: 1\nlasso:\n  fold: 5\nsplits: {}\n", "study.yaml"))
                .hasMessageContaining("STU-001")
                .hasMessageContaining("study.yaml, line 3")
                .hasMessageContaining("did you mean 'lasso.folds'?")
                .hasMessageContaining("line 4")
                .hasMessageContaining("did you mean 'split'?");
    }

    /// One line per closed choice: the values are listed, the line is named, the nearest is offered.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "split: {by: patients} | split.by | one of: patient, case, centre | did you mean 'patient'?",
                "split: {stratify: age} | split.stratify | one of: outcome | choose",
                "icc: {form: \"ICC(1,1)\"} | icc.form | one of: ICC(2,1) | did you mean 'ICC(2,1)'?",
                "icc: {by: upper} | icc.by | one of: estimate, lower | ",
                "redundancy: {method: pearson} | redundancy.method | one of: spearman | ",
                "redundancy: {remove: later} | redundancy.remove | one of: most-redundant, later-of-pair | ",
                "lasso: {family: cox} | lasso.family | binomial, or {lassocv: | ",
                "lasso: {family: {lassocv: {from: 1, to: 0.1, values: 5}}} | lasso.family | 1.0 to 0.1 in 5 values | ",
                "lasso: {family: {lassocv: {from: 0.1}}} | lasso.family | {from: 0.001, to: 10, values: 50} | ",
                "lasso: {lambda: 1sd} | lasso.lambda | one of: min, 1se | did you mean '1se'?",
                "lasso: {lambda: MIN} | lasso.lambda | one of: min, 1se | did you mean 'min'?",
                "lasso: {lambda: 0} | lasso.lambda | min | ",
                "network: {architecture: resnet19} | network.architecture | one of: resnet18, resnet34 | did you mean 'resnet18'?",
                "finetune: {schedule: linear} | finetune.schedule | one of: cosine-restarts | ",
                "finetune: {class_weighting: balance} | finetune.class_weighting | one of: none, balanced | did you mean 'balanced'?",
                "finetune: {batchnorm: froze} | finetune.batchnorm | one of: frozen, trained | did you mean 'frozen'?",
                "exclude_on: [metals] | exclude_on | metal, level-order, slice-gaps | did you mean 'metal'?",
                "exclude_on: metal | exclude_on | a list of different checks | correct the value",
                "exclude_on: [metal, metal] | exclude_on | a list of different checks | correct the value",
                "exclude_on: [7] | exclude_on | a list of different checks | correct the value",
                "classifiers: [svm, k-nn] | classifiers | one of: svm, knn, cart, random-forest, extra-trees, xgboost, lightgbm | did you mean 'knn'?",
                "classifiers: [] | classifiers | at least one of: [svm, knn, cart | ",
                "classifiers: [svm, svm] | classifiers | different | ",
                "features: papper1648 | features | paper1648 | "
            })
    void aValueThatIsNoChoiceIsAnsweredWithTheChoices(String yaml, String key, String expected, @Nullable String fix) {
        assertThatThrownBy(() -> StudyYaml.parse("seed: 1\n" + yaml, "study.yaml"))
                .hasMessageContaining("STU-002")
                .hasMessageContaining("study.yaml, line 2")
                .hasMessageContaining(key)
                .hasMessageContaining(expected)
                .hasMessageContaining(fix == null ? "" : fix);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "restart: {after: 0} | restart.after",
                "restart: {factor: 0} | restart.factor",
                "restart: {lowest: 1.1} | restart.lowest",
                "warmup_steps: -1 | warmup_steps",
                "label_smoothing: 1 | label_smoothing",
                "label_smoothing: .nan | label_smoothing",
                "frozen_stages: 6 | frozen_stages",
                "backbone_lr: 11 | backbone_lr",
                "head_lr: 0 | head_lr",
                "weight_decay: 2 | weight_decay",
                "epochs: 10001 | epochs",
                "batch: 1 | batch",
                "augmentation: {rotation: 181} | augmentation.rotation",
                "augmentation: {shift: 0.6} | augmentation.shift",
                "augmentation: {scale: -0.1} | augmentation.scale",
                "augmentation: {contrast: 1} | augmentation.contrast",
                "augmentation: {brightness: .nan} | augmentation.brightness",
                "augmentation: {rotations: 5} | did you mean 'finetune.augmentation.rotation'?",
                "augmentation: none | augmentation",
            })
    void aTrainingThatCannotBeIsRefusedWhereItStands(String yaml, String key) {
        assertThatThrownBy(() -> StudyYaml.parse("seed: 1\nfinetune:\n  " + yaml + "\n", "study.yaml"))
                .isInstanceOf(org.trabecula.core.InputException.class)
                .hasMessageContaining("study.yaml, line 3")
                .hasMessageContaining(key);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "split: {test: 1.5} | STU-002 | line 1",
                "crossfit: 1 | STU-002 | line 1",
                "crossfit: few | STU-002 | line 1",
                "pca: 0 | STU-002 | line 1",
                "univariate: mannwhitney | STU-002 | {test: mannwhitney, p: 0.05",
                "univariate: {test: wilcoxon, p: 0.05} | STU-002 | mannwhitney",
                "univariate: {test: welch, p: 0.05, fdr: 0.1} | STU-002 | p or fdr",
                "univariate: {test: welch, p: 5} | STU-002 | at most 1",
                "univariate: {test: welch, p: 0.05, if_none: 0} | STU-002 | if_none",
                "lasso: {family: {lassocv: {ratio: 2, values: 20}}} | STU-002 | a ratio of 2.0",
                "grids: {svm: {radial: {gamma: [1/n]}}} | STU-002 | 0.1/p",
                "grids: {knn: {neighbours: []}} | STU-002 | at least one candidate",
                "grids: {knn: {neighbour: [3]}} | STU-001 | did you mean 'grids.knn.neighbours'?",
                "grids: {cart: {depth: [0]}} | STU-002 | at least 1",
                "grids: {knn: {weights: [even]}} | STU-002 | uniform, distance",
                "grids: {xgboost: {rate: [fast]}} | STU-002 | grids.xgboost.rate",
                "pca: 2.5 | STU-002 | {keep: 0.95}",
                "pca: {keep: 1.5} | STU-002 | at most 1",
                "pca: {kept: 0.5} | STU-002 | {keep: 0.95}",
                "crossfit: 2.5 | STU-002 | line 1",
                "evaluation: {bootstrap: 50} | STU-002 | 0, or at least 100",
                "evaluation: {bands: -1} | STU-002 | evaluation.bands",
                "evaluation: {optimism: 2.5} | STU-002 | line 1",
                "evaluation: {age_bands: [65, 50]} | STU-002 | rising ages",
                "evaluation: {age_bands: [0]} | STU-002 | rising ages",
                "evaluation: {smallest_group: 1} | STU-002 | at least 2",
                "evaluation: {smallest_groups: 5} | STU-001 | did you mean 'evaluation.smallest_group'?",
                "repeated: {times: -1} | STU-002 | repeated.times",
                "repeated: {times: 2, folds: 1} | STU-002 | at least 2",
                "repeated: {time: 2} | STU-001 | did you mean 'repeated.times'?",
                "preset: robust\\nrepeated: {times: 0}\\ncrossfit: 0 | STU-002 | split.test",
                "split: {by: centre} | STU-002 | a list of centres",
                "split: {test: [B]} | STU-002 | split.by: centre",
                "split: {by: centre, test: []} | STU-002 | one centre or several",
                "learning_curve: {shares: [0.5, 0.4], times: 1} | STU-002 | rising",
                "learning_curve: {shares: [1], times: 1} | STU-002 | below 1",
                "preset: robsut | STU-002 | did you mean 'robust'?",
                "preset: papre | STU-002 | did you mean 'paper'?",
                "seed: 1\\nseed: 2 | STU-003 | line 2",
                "seed: [1 | STU-003 | study.yaml"
            })
    void badValuesAreRefusedWithTheirPlace(String yaml, String code, String place) {
        assertThatThrownBy(() -> StudyYaml.parse(yaml.replace("\\n", "\n"), "study.yaml"))
                .hasMessageContaining(code)
                .hasMessageContaining(place);
    }
}
