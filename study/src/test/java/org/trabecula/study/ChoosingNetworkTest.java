package org.trabecula.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.core.Progress;
import org.trabecula.core.RandomStreams;
import org.trabecula.deep.network.BottleneckStride;
import org.trabecula.deep.network.Networks;
import org.trabecula.deep.network.RandomInitialisation;
import org.trabecula.evaluation.Scores;
import org.trabecula.report.html.HtmlReport;
import org.trabecula.study.fit.CandidateNetwork;
import org.trabecula.study.folder.RunFolder;
import org.trabecula.study.network.NetworkStep;
import org.trabecula.study.report.StudyReport;
import org.trabecula.study.result.ComparedNetworks;
import org.trabecula.study.result.StudyResult;
import org.trabecula.study.settings.Choice;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.study.settings.StudyYaml;

class ChoosingNetworkTest {
    private static final int CASES = 30;
    /// Networks as they are drawn: the way is the same as with fine-tuning, in a fraction of the time.
    private static final StudySettings QUICK = StudyYaml.parse(
            "features: original\nclassifiers: [svm, knn]\nlasso: {folds: 3}\ngrid_folds: 2\ncrossfit: 3\npca: 3\n"
                    + "network: {compare: [vgg11_bn, resnet18]}\nfinetune: {epochs: 0}\ncrop: {size: 32}\n"
                    + "evaluation: {bootstrap: 0, bands: 0, optimism: 0}\n",
            "test");

    @TempDir
    Path folder = Path.of("");

    private StudyResult study(ImageCohort images, StudySettings settings, String run, int jobs) throws IOException {
        try (RunFolder opened = RunFolder.open(folder.resolve(run), settings, "test", true)) {
            return new Protocol(settings, opened, folder, jobs, Progress.NONE).run(images.manifest());
        }
    }

    /// The study is that of the chosen network, as if it had been asked for alone; other images of test cases change no row and no choice.
    @Test
    void theBestInsideTrainingIsTaken() throws IOException {
        ImageCohort images = ImageCohort.write(folder, CASES);
        StudyResult chosen = study(images, QUICK, "chosen", 2);
        ComparedNetworks all = chosen.compared().orElseThrow();
        assertThat(all.networks()).extracting(one -> one.architecture().yaml()).containsExactly("vgg11_bn", "resnet18");
        assertThat(all.folds()).isEqualTo(3);
        assertThat(all.inFolds()).hasSize(3).isSubsetOf(QUICK.network().compare());
        for (ComparedNetworks.Network one : all.networks()) {
            assertThat(one.row().n()).isEqualTo(chosen.split().train().size());
            assertThat(one.row().auc().auc()).isLessThanOrEqualTo(all.taken().row().auc().auc());
            assertThat(one.weights()).isEqualTo("random");
        }
        assertThat(all.networks().getFirst().row().scores().scores())
                .as("the networks must differ for a choice to be one")
                .isNotEqualTo(all.networks().getLast().row().scores().scores());
        assertThat(chosen.network().orElseThrow().weights().architecture().label()).isEqualTo(all.taken().architecture().yaml());

        StudyResult alone = study(images, QUICK.only(all.taken().architecture()), "alone", 1);
        assertThat(alone.compared()).isEmpty();
        assertThat(scores(alone, Scores.Kind.TEST)).isEqualTo(scores(chosen, Scores.Kind.TEST));
        assertThat(scores(alone, Scores.Kind.IN_SAMPLE)).isEqualTo(scores(chosen, Scores.Kind.IN_SAMPLE));

        String report = HtmlReport.of(StudyReport.of(chosen, "test"));
        assertThat(report).contains(
                "Networks compared on the training cases alone", "Each fold chose its network anew among 2 networks", "vgg11_bn",
                "Each fold of the cross-fitting chose anew");
        assertThat(HtmlReport.of(StudyReport.of(alone, "test"))).doesNotContain("Networks compared", "chose anew");

        for (int n = 0; n < CASES; n++) {
            if (ImageCohort.isTest(n)) {
                images.redraw(n);
            }
        }
        StudyResult after = study(images, QUICK, "chosen", 1);
        assertThat(after.compared().orElseThrow().inFolds()).isEqualTo(all.inFolds());
        for (int network = 0; network < 2; network++) {
            assertThat(after.compared().orElseThrow().networks().get(network).row().scores().scores())
                    .isEqualTo(all.networks().get(network).row().scores().scores());
        }
        assertThat(scores(after, Scores.Kind.CROSSFIT)).isEqualTo(scores(chosen, Scores.Kind.CROSSFIT));
        assertThat(scores(after, Scores.Kind.TEST)).as("test cases did change").isNotEqualTo(scores(chosen, Scores.Kind.TEST));
    }

    /// A fold's cross-fitted scores are those of a study with the network alone that the fold chose.
    @Test
    void aFoldIsScoredByTheNetworkThatItChose() throws IOException {
        ImageCohort images = ImageCohort.write(folder, CASES);
        StudyResult chosen = study(images, QUICK, "chosen", 2);
        List<Choice.Architecture> inFolds = chosen.compared().orElseThrow().inFolds();
        Scores deep = crossFitted(chosen);
        int[] foldOf = deep.heldOut().orElseThrow().foldOfRow();
        for (Choice.Architecture network : QUICK.network().compare()) {
            Scores alone = crossFitted(study(images, QUICK.only(network), "only-" + network.yaml(), 2));
            assertThat(alone.rows().ids()).isEqualTo(deep.rows().ids());
            for (int row = 0; row < foldOf.length; row++) {
                if (inFolds.get(foldOf[row]) == network) {
                    assertThat(deep.scores()[row]).isEqualTo(alone.scores()[row]);
                }
            }
        }
    }

    /// One choice for all, where the settings say so: then rows are those of its network alone, and the report says what that means.
    @Test
    void oneChoiceForAllFoldsIsSaid() throws IOException {
        StudySettings once = StudyYaml.parse(StudyYaml.write(QUICK).replace("choose: in-each-fold", "choose: once"), "test");
        assertThat(once.network().choose()).isEqualTo(Choice.NetworkChosen.ONCE);
        ImageCohort images = ImageCohort.write(folder, CASES);
        StudyResult chosen = study(images, once, "once", 2);
        ComparedNetworks all = chosen.compared().orElseThrow();
        assertThat(all.inFolds()).isEmpty();
        StudyResult alone = study(images, once.only(all.taken().architecture()), "alone", 2);
        assertThat(scores(alone, Scores.Kind.CROSSFIT)).isEqualTo(scores(chosen, Scores.Kind.CROSSFIT));
        assertThat(HtmlReport.of(StudyReport.of(chosen, "test"))).contains("not repeated in the folds", "The choice was made once");
    }

    private static Scores crossFitted(StudyResult result) {
        return result.scores().stream()
                .filter(one -> one.kind() == Scores.Kind.CROSSFIT && one.model().startsWith("dtl"))
                .findFirst()
                .orElseThrow();
    }

    private static String scores(StudyResult result, Scores.Kind kind) {
        StringBuilder text = new StringBuilder();
        for (Scores one : result.scores()) {
            if (one.kind() == kind) {
                text.append(one.model()).append(Arrays.toString(one.scores())).append('\n');
            }
        }
        assertThat(text).isNotEmpty();
        return text.toString();
    }

    @Test
    void ofEqualsTheSmallerIsTaken() {
        assertThat(CandidateNetwork.best(new double[] {0.7, 0.8, 0.8}, new long[] {1, 9, 5})).isEqualTo(2);
        assertThat(CandidateNetwork.best(new double[] {0.8, 0.7, 0.8}, new long[] {5, 1, 9})).isZero();
        assertThat(CandidateNetwork.best(new double[] {0.8, 0.8}, new long[] {5, 5})).isZero();
    }

    /// A file that is named for a network has to hold it; one that is named for none is taken as it is.
    @Test
    void aFileOfAnotherNetworkIsRefused() throws IOException {
        RandomInitialisation.network(Networks.named("vgg11", BottleneckStride.CONV2, 1, 2).orElseThrow(), 1)
                .save(folder.resolve("w.safetensors"));
        String rest = "crop: {size: 32}\n";
        StudySettings named = StudyYaml.parse("network: {architecture: vgg13, weights: {vgg13: w.safetensors}}\n" + rest, "test");
        assertThatThrownBy(() -> step(named)).hasMessageContaining("NET-001").hasMessageContaining("a vgg11").hasMessageContaining("a vgg13");
        StudySettings any = StudyYaml.parse("network: {architecture: vgg13, weights: w.safetensors}\n" + rest, "test");
        assertThat(step(any).architecture().label()).isEqualTo("vgg11");
        StudySettings some = StudyYaml.parse("network: {compare: [vgg11, resnet18], weights: {vgg11: w.safetensors}}\n" + rest, "test");
        assertThat(step(some.only(Choice.Architecture.VGG11)).origin()).contains("w.safetensors");
        assertThat(step(some.only(Choice.Architecture.VGG11)).weights()).isEqualTo("w.safetensors, never trained");
        assertThat(step(some.only(Choice.Architecture.RESNET18)).origin()).startsWith("random weights: the network has seen no images");
    }

    private NetworkStep step(StudySettings settings) {
        return NetworkStep.of(settings, folder, folder, new RandomStreams(1), Progress.NONE);
    }
}
