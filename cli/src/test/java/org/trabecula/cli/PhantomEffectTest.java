package org.trabecula.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.ManifestFile;
import org.trabecula.core.Progress;
import org.trabecula.extraction.feature.Extracted;
import org.trabecula.extraction.feature.HandCrafted;
import org.trabecula.extraction.region.CaseNotes;
import org.trabecula.extraction.region.CaseOpener;
import org.trabecula.image.Spacing;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.phantom.CohortFolder;
import org.trabecula.phantom.CohortSettings;
import org.trabecula.radiomics.parameters.Preset;
import org.trabecula.stats.roc.Direction;
import org.trabecula.stats.roc.RocCurve;
import org.trabecula.study.Protocol;
import org.trabecula.study.folder.RunFolder;
import org.trabecula.study.input.StudyData;
import org.trabecula.study.result.StudyResult;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.study.settings.StudyYaml;
import org.trabecula.testkit.MeanAuc;

/// The protocol's proof by noise, from rendered CT on: synthetic cohorts in which nothing but chance tells the classes apart
/// score one half on test cases, cohorts with the intended effect clearly more. Seeds are fixed; 2.5 standard errors of the
/// mean would be left by 1 choice of seeds in 80.
class PhantomEffectTest {
    private static final StudySettings SETTINGS = StudyYaml.parse(
            """
            network: {architecture: resnet18}
            finetune: {epochs: 0}
            pca: 20
            classifiers: [svm]
            split: {test: 0.4}
            lasso: {folds: 5}
            crossfit: 0
            """,
            "test");
    private static final int JOBS = 2;

    @TempDir
    Path folder;

    private Cohort cohort(int patients, double effect, long seed, double spacingMm) throws IOException {
        CohortSettings made =
                new CohortSettings(patients, effect, seed, new Spacing(spacingMm, spacingMm, spacingMm), 1, 0, 2);
        Path manifest = CohortFolder.write(made, folder.resolve("cohort-" + effect + "-" + seed), false, JOBS, Progress.NONE);
        return ManifestFile.read(manifest, Optional.empty());
    }

    /// Of a signature's score itself, whether or not the study calls it usable.
    private static double testAuc(StudyResult result, SignatureKind signature, RunFolder run) {
        double[] scores = Objects.requireNonNull(
                result.fitted().score(result.split().testRows(result.raw()), result.crops(), run.store()).get(signature));
        return RocCurve.of(result.split().test().outcome(), scores, Direction.CASES_HIGHER).auc();
    }

    /// Features of the original image at 2 mm, no network: what a minute allows.
    private double ofOriginalFeatures(double effect, long seed) throws IOException {
        Cohort cohort = cohort(40, effect, seed, 2);
        StudySettings settings = SETTINGS.withSeed(seed);
        try (RunFolder run = RunFolder.open(folder.resolve("run"), SETTINGS, "test", true)) {
            CaseOpener opener = CaseOpener.study(StandardFormats.ALL, new CaseNotes(Progress.NONE));
            Extracted features = new HandCrafted(Preset.named("original").settings(), run.store(), opener)
                    .extract("features", cohort.included(), CaseOpener::maskOf, JOBS, Progress.NONE);
            assertThat(features.failures()).isEmpty();
            StudyResult result =
                    new Protocol(settings, run, folder, JOBS, Progress.NONE).learn(StudyData.ofTable(cohort, features.table()));
            return testAuc(result, SignatureKind.HCR, run);
        }
    }

    private MeanAuc overSeeds(double effect, int seeds) throws IOException {
        double[] aucs = new double[seeds];
        for (int seed = 0; seed < seeds; seed++) {
            aucs[seed] = ofOriginalFeatures(effect, seed + 1);
        }
        return MeanAuc.of(aucs);
    }

    @Test
    void withoutEffectTestCasesAreToldApartByChanceAndWithEffectBetter() throws IOException {
        MeanAuc none = overSeeds(0, 8);
        MeanAuc intended = overSeeds(1, 6);
        assertThat(none.standardErrorsFromOneHalf()).as(none.toString()).isBetween(-2.5, 2.5);
        assertThat(intended.standardErrorsFromOneHalf()).as(intended.toString()).isGreaterThan(2.5);
        assertThat(intended.mean()).isGreaterThan(none.mean());
    }

    /// The whole path of a study: 1,648 features, crops, a network with random weights, fusion. Forty patients are too few
    /// to learn from the features of such a network, so the cohorts with an effect are larger.
    @Test
    @Tag("slow")
    void theWholePathFindsNothingWithoutEffectAndSomethingWithIt() throws IOException {
        List<SignatureKind> models = List.of(SignatureKind.HCR, SignatureKind.DTL, SignatureKind.FUSION);
        double[][] none = wholePath(40, 0, 10, models);
        double[][] intended = wholePath(100, 1, 5, models);
        for (int model = 0; model < models.size(); model++) {
            MeanAuc without = MeanAuc.of(none[model]);
            MeanAuc with = MeanAuc.of(intended[model]);
            assertThat(without.standardErrorsFromOneHalf()).as(models.get(model) + " " + without).isBetween(-2.5, 2.5);
            assertThat(with.standardErrorsFromOneHalf()).as(models.get(model) + " " + with).isGreaterThan(2.5);
            assertThat(with.mean()).isGreaterThan(without.mean());
        }
    }

    private double[][] wholePath(int patients, double effect, int seeds, List<SignatureKind> models) throws IOException {
        double[][] aucs = new double[models.size()][seeds];
        for (int seed = 0; seed < seeds; seed++) {
            StudySettings settings = SETTINGS.withSeed(seed + 1);
            try (RunFolder run = RunFolder.open(folder.resolve("run"), settings, "test", true)) {
                StudyResult result = new Protocol(settings, run, folder, JOBS, Progress.NONE)
                        .run(cohort(patients, effect, seed + 1, 1));
                for (int model = 0; model < aucs.length; model++) {
                    aucs[model][seed] = testAuc(result, models.get(model), run);
                }
            }
        }
        return aucs;
    }
}
