package org.trabecula.study.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.core.Progress;
import org.trabecula.core.RandomStreams;
import org.trabecula.core.StageStore;
import org.trabecula.extraction.network.Crops;
import org.trabecula.learn.Split;
import org.trabecula.learn.Training;
import org.trabecula.stats.Moments;
import org.trabecula.study.ImageCohort;
import org.trabecula.study.Splits;
import org.trabecula.study.TableCohort;
import org.trabecula.study.folder.StudyJson;
import org.trabecula.study.network.NetworkStep;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.study.settings.StudyYaml;
import org.trabecula.table.FeatureTable;

/// Steps 3–14: which there are, in which order, and what each leaves.
class MethodFitTest {
    private static final StudySettings QUICK = StudyYaml.parse(
            "classifiers: [svm]\nlasso: {folds: 3}\ngrid_folds: 2\npca: 3\nnetwork: {architecture: resnet18}\nfinetune: {epochs: 0}\n"
                    + "crop: {size: 32}\n",
            "test");
    private static final int FEATURES = 12;
    private static final int CONSTANT = 10;
    private static final int UNSTEADY = 11;
    private static final RandomStreams RANDOM = new RandomStreams(1);
    /// Features 4 to 7 repeat 0 to 3.
    private static final TableCohort COHORT = TableCohort.of(60, FEATURES, 2, 1);
    private static final Split SPLIT = Splits.given(COHORT.data().cohort());

    @TempDir
    Path folder;

    private static FeatureTable table() {
        double[][] columns = Arrays.stream(COHORT.columns()).map(double[]::clone).toArray(double[][]::new);
        Arrays.fill(columns[CONSTANT], 5);
        return new FeatureTable(COHORT.data().raw().caseIds(), COHORT.data().raw().names(), columns);
    }

    /// Outlined again, every feature is nearly what it was, but for one.
    private static FeatureTable again(FeatureTable first, double testCasesMovedBy) {
        SplittableRandom random = new SplittableRandom(3);
        double[][] columns = new double[FEATURES][first.caseIds().size()];
        for (int feature = 0; feature < FEATURES; feature++) {
            for (int row = 0; row < columns[feature].length; row++) {
                boolean test = SPLIT.test().ids().contains(first.caseIds().get(row));
                columns[feature][row] = (feature == UNSTEADY ? 0 : first.value(row, feature))
                        + (feature == UNSTEADY ? 1 : 0.01) * random.nextGaussian()
                        + (test ? testCasesMovedBy : 0);
            }
        }
        return new FeatureTable(first.caseIds(), first.names(), columns);
    }

    private static FittedMethod fit(SecondOutlines outlines, int jobs) {
        return new MethodFit(QUICK, RANDOM, Optional.empty(), StageStore.none(), jobs)
                .fit(SPLIT.training(table()), outlines, Optional.empty());
    }

    private static SecondOutlines outlines(double testCasesMovedBy) {
        return new SecondOutlines(List.of("same reader"), List.of(again(table(), testCasesMovedBy)));
    }

    private static List<String> steps(FittedSignature signature) {
        return signature.counts().stream().map(StepCount::step).toList();
    }

    /// Each step takes what the one before left.
    private static void requireChain(FittedSignature signature, int first) {
        int left = first;
        for (StepCount count : signature.counts()) {
            assertThat(count.before()).as(count.step()).isEqualTo(left);
            left = count.after();
        }
        assertThat(left).isEqualTo(signature.model().names().size());
    }

    private static int after(FittedSignature signature, String step) {
        return signature.counts().stream().filter(c -> c.step().equals(step)).findFirst().orElseThrow().after();
    }

    @Test
    void theStepsOfATableComeInTheProtocolsOrder() {
        FittedMethod fitted = fit(SecondOutlines.NONE, 2);
        FittedSignature hcr = fitted.hcr();
        assertThat(steps(hcr)).containsExactly("constant or missing", "z-score", "redundancy", "LASSO", "pruning");
        requireChain(hcr, FEATURES);
        assertThat(after(hcr, "constant or missing")).isEqualTo(FEATURES - 1);
        assertThat(after(hcr, "redundancy")).as("one of each pair of four is left").isEqualTo(FEATURES - 1 - 4);
        assertThat(fitted.icc()).isEmpty();
        assertThat(fitted.deep()).isEmpty();
    }

    /// Of the constant feature no reader agrees with himself either: there is nothing to agree on.
    @Test
    void secondOutlinesAreAskedFirst() {
        FittedMethod fitted = fit(outlines(0), 2);
        assertThat(steps(fitted.hcr()).getFirst()).isEqualTo("reproducibility");
        requireChain(fitted.hcr(), FEATURES);
        assertThat(after(fitted.hcr(), "reproducibility")).isEqualTo(FEATURES - 2);
        assertThat(fitted.hcr().steps().getFirst().names()).doesNotContain("f" + UNSTEADY, "f" + CONSTANT);
        assertThat(fitted.icc()).contains("same reader");
    }

    /// One doubly outlined training case is no agreement to measure, and no bug.
    @Test
    void aComparisonOfOneCaseIsSkippedAndSaid() {
        FeatureTable one = again(table(), 0).cases(List.of(SPLIT.train().ids().getFirst()));
        FittedSignature alone = fit(new SecondOutlines(List.of("same reader"), List.of(one)), 2).hcr();
        assertThat(alone.counts().getFirst())
                .isEqualTo(new StepCount(
                        "reproducibility", FEATURES, FEATURES, "same reader: skipped, fewer than two training cases were outlined again"));
        FittedMethod beside = fit(new SecondOutlines(List.of("same reader", "other reader"), List.of(one, again(table(), 0))), 2);
        assertThat(after(beside.hcr(), "reproducibility")).isEqualTo(FEATURES - 2);
        assertThat(beside.icc()).contains("other reader", "same reader: skipped");
    }

    @Test
    void secondOutlinesOfTestCasesAreNotLookedAt() {
        assertThat(StudyJson.text(fit(outlines(1000), 1))).isEqualTo(StudyJson.text(fit(outlines(0), 1)));
    }

    @Test
    void oneThreadAndTwoGiveTheSameBytes() {
        assertThat(StudyJson.text(fit(outlines(0), 2))).isEqualTo(StudyJson.text(fit(outlines(0), 1)));
    }

    /// Embeddings lose what is constant, are scaled and brought to components; fusion takes them beside the hand-crafted signature.
    @Test
    void theDeepPartFollowsOnCropsOfTrainingCases() throws IOException {
        ImageCohort images = ImageCohort.write(folder, 30);
        List<String> ids = images.manifest().included().stream().map(c -> c.caseId()).toList();
        Training raw = Splits.given(images.manifest()).training(features(ids));
        FittedMethod one = deep(raw, images.crops(QUICK), 1);
        DeepPart part = one.deep().orElseThrow();
        assertThat(one.signatures()).containsExactly(one.hcr(), part.dtl(), part.fusion());
        assertThat(steps(part.dtl())).containsExactly("constant or missing", "z-score", "principal components", "z-score", "LASSO");
        requireChain(part.dtl(), part.network().names().size());
        assertThat(after(part.dtl(), "principal components")).isEqualTo(3);
        assertThat(part.components()).hasSize(3);
        FeatureTable components = part.componentsOf(part.network().embed(images.crops(QUICK), raw.rows().ids(), StageStore.none()));
        FeatureTable seen = part.dtl().prepared(components);
        for (String name : seen.names()) {
            // what the LASSO and the classifier see; a mean of 20 numbers of size 1 is 0 to a few roundings
            assertThat(Moments.mean(seen.column(name))).as(name).isCloseTo(0, within(1e-12));
            assertThat(Moments.sd(seen.column(name))).as(name).isCloseTo(1, within(1e-12));
        }
        assertThat(steps(part.fusion())).containsExactly("z-score", "LASSO");
        requireChain(part.fusion(), one.hcr().model().names().size() + 3);

        for (int number = 0; number < 30; number++) {
            if (ImageCohort.isTest(number)) {
                images.redraw(number);
            }
        }
        FittedMethod two = deep(raw, images.crops(QUICK), 2);
        assertThat(StudyJson.text(two.signatures())).as("two threads, other test images").isEqualTo(StudyJson.text(one.signatures()));
    }

    private FittedMethod deep(Training raw, Crops crops, int jobs) {
        NetworkStep network = NetworkStep.of(QUICK, folder, folder, RANDOM, Progress.NONE);
        return new MethodFit(QUICK, RANDOM, Optional.of(network), StageStore.none(), jobs)
                .fit(raw, SecondOutlines.NONE, Optional.of(crops));
    }

    private static FeatureTable features(List<String> ids) {
        double[][] columns = new double[3][ids.size()];
        SplittableRandom random = RANDOM.stream("features");
        for (int row = 0; row < ids.size(); row++) {
            for (int feature = 0; feature < columns.length; feature++) {
                columns[feature][row] = random.nextGaussian() + (ImageCohort.isPositive(row) ? 1 : 0);
            }
        }
        return new FeatureTable(ids, List.of("f0", "f1", "f2"), columns);
    }
}
