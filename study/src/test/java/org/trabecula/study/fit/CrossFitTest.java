package org.trabecula.study.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.core.Progress;
import org.trabecula.core.RandomStreams;
import org.trabecula.core.StageStore;
import org.trabecula.learn.Folds;
import org.trabecula.learn.Training;
import org.trabecula.learn.TrainingScores;
import org.trabecula.learn.evidence.Attempt;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.study.ImageCohort;
import org.trabecula.study.Splits;
import org.trabecula.study.TableCohort;
import org.trabecula.study.folder.StudyJson;
import org.trabecula.study.network.NetworkStep;
import org.trabecula.study.settings.Choice;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.study.settings.StudyYaml;
import org.trabecula.table.FeatureTable;

/// Step 15: what a case is scored by was fitted without its patient.
class CrossFitTest {
    private static final StudySettings QUICK = StudyYaml.parse(
            "classifiers: [svm]\nlasso: {folds: 3}\ngrid_folds: 2\ncrossfit: 3\npca: 3\nnetwork: {architecture: resnet18}\n"
                    + "finetune: {epochs: 1, batch: 8}\ncrop: {size: 32}\n",
            "test");
    private static final RandomStreams RANDOM = new RandomStreams(1);
    private static final TableCohort COHORT = TableCohort.of(50, 8, 2, 1);

    @TempDir
    Path folder;

    private static Training training(FeatureTable table) {
        return Splits.given(COHORT.data().cohort()).training(table);
    }

    private static Folds folds(Training training) {
        return Folds.stratifiedByPatient(training, QUICK.crossfit(), RANDOM.stream("crossfit/folds"));
    }

    /// Age knows something: men and women of the positive class are older.
    private static FeatureTable patients() {
        FeatureTable made = ClinicalColumns.of(COHORT.data().cohort().included());
        double[] age = made.column(ClinicalColumns.AGE).clone();
        for (int row = 0; row < age.length; row++) {
            age[row] += 15 * COHORT.cases().get(row).outcome().orElseThrow();
        }
        return new FeatureTable(
                made.caseIds(), made.names(), new double[][] {age, made.column(ClinicalColumns.SEX)});
    }

    private static CrossFitted fitted(Training training, FeatureTable patients, int folds) {
        StudySettings settings = StudyYaml.parse("classifiers: [svm]\nlasso: {folds: 3}\ngrid_folds: 2\ncrossfit: " + folds + "\n", "test");
        return new StudyFits(settings, RANDOM, Optional.empty(), StageStore.none(), 2, Progress.NONE)
                .run(training, patients, SecondOutlines.NONE, Optional.empty(), GivenFolds.NONE)
                .crossFitted()
                .orElseThrow();
    }

    private static double[] scores(Training training) {
        return Objects.requireNonNull(fitted(training, patients(), QUICK.crossfit()).signatures().get(SignatureKind.HCR)).values();
    }

    /// The canary is one vertebra whose features are drawn far away. Whoever was fitted with it scores otherwise than before; the
    /// patient's other vertebra and everybody of its fold, to the last bit, do not.
    @Test
    void noCaseIsScoredByAFitThatSawItsPatient() {
        FeatureTable table = COHORT.data().raw();
        Training before = training(table);
        double[] old = scores(before);
        Folds folds = folds(before);
        int canaries = 0;
        for (int fold = 0; fold < folds.count(); fold++) {
            String canary = withSibling(folds.heldOut(fold).ids());
            Training after = training(moved(table, canary));
            double[] now = scores(after);
            List<String> held = folds.heldOut(fold).ids();
            int others = 0;
            for (int row = 0; row < old.length; row++) {
                String id = before.rows().ids().get(row);
                if (id.equals(canary)) {
                    assertThat(now[row]).as("the canary's own score").isNotEqualTo(old[row]);
                } else if (held.contains(id)) {
                    assertThat(now[row]).as(id + ", held out with " + canary).isEqualTo(old[row]);
                } else {
                    others += now[row] == old[row] ? 0 : 1;
                }
            }
            assertThat(others).as("cases scored by fits that saw " + canary).isGreaterThan(old.length / 3);
            canaries++;
        }
        assertThat(canaries).isEqualTo(3);
    }

    /// Signatures, grids, calibration, age and sex, nomogram and cut-offs of a fold: a vertebra of a held-out patient with other
    /// features, another age and another sex changes no byte of them and no probability of another case, but the folds that saw it.
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void nothingThatAPatientIsJudgedByHasMetIt(int count) {
        FeatureTable table = COHORT.data().raw();
        Training before = training(table);
        CrossFitted old = fitted(before, patients(), count);
        assertThat(old.folds()).hasSize(count);
        for (int fold = 0; fold < count; fold++) {
            String canary = withSibling(old.folds().get(fold).held().ids());
            CrossFitted now = fitted(training(moved(table, canary)), moved(patients(), canary), count);
            for (int other = 0; other < count; other++) {
                CrossFitted.Fold was = old.folds().get(other);
                CrossFitted.Fold is = now.folds().get(other);
                if (other == fold) {
                    assertThat(models(is)).as("fold " + fold + " without " + canary).isEqualTo(models(was));
                    assertThat(is.probabilities().keySet()).hasSizeGreaterThan(2).isEqualTo(was.probabilities().keySet());
                    is.probabilities().forEach((model, p) -> {
                        for (int row = 0; row < p.length; row++) {
                            boolean same = p[row] == Objects.requireNonNull(was.probabilities().get(model))[row];
                            assertThat(same).as(model + " of " + is.held().ids().get(row)).isEqualTo(!is.held().ids().get(row).equals(canary));
                        }
                    });
                } else {
                    assertThat(models(is)).as("fold " + other + " saw " + canary).isNotEqualTo(models(was));
                }
            }
        }
    }

    private static String models(CrossFitted.Fold fold) {
        return StudyJson.text(fold.clinical()) + StudyJson.text(fold.cutoffs());
    }

    /// Three folds take three fits and, for each pair of them left out, one more that serves both.
    @Test
    void aPairOfFoldsLeftOutIsFittedOnce() {
        Training raw = training(COHORT.data().raw());
        assertThat(new NestedFits(raw, new CrossFit.Deal(folds(raw), 0, RANDOM)).fits()).hasSize(3 + 3);
        Folds five = Folds.stratifiedByPatient(raw, 5, RANDOM.stream("five"));
        assertThat(new NestedFits(raw, new CrossFit.Deal(five, 0, RANDOM)).fits()).hasSize(5 + 10);
    }

    /// A case of which a sibling is held out in the same fold.
    private static String withSibling(List<String> held) {
        return held.stream().filter(id -> id.endsWith("-0") && held.contains(id.replace("-0", "-1"))).findFirst().orElseThrow();
    }

    private static FeatureTable moved(FeatureTable table, String caseId) {
        double[][] columns = new double[table.names().size()][];
        int row = table.caseIds().indexOf(caseId);
        for (int feature = 0; feature < columns.length; feature++) {
            columns[feature] = table.column(feature).clone();
            columns[feature][row] = 3 - 2 * columns[feature][row];
        }
        return new FeatureTable(table.caseIds(), table.names(), columns);
    }

    @Test
    void aFoldIsTheWholeMethodFittedToTheOthers() {
        Training raw = training(COHORT.data().raw());
        double[] all = scores(raw);
        Folds folds = folds(raw);
        for (int fold = 0; fold < folds.count(); fold++) {
            FittedMethod fitted = new MethodFit(QUICK, RANDOM.within("crossfit/" + fold), Optional.empty(), StageStore.none(), 1)
                    .fit(folds.fitPart(fold), SecondOutlines.NONE, Optional.empty());
            double[] own = Objects.requireNonNull(fitted.score(folds.heldOutRows(fold), Optional.empty(), StageStore.none())
                    .get(SignatureKind.HCR));
            List<String> held = folds.heldOut(fold).ids();
            for (int at = 0; at < own.length; at++) {
                assertThat(all[raw.rows().ids().indexOf(held.get(at))]).isEqualTo(own[at]);
            }
        }
    }

    /// The same canary as an image, which the network of the other folds is tuned on and that of its own is not.
    @Test
    void noNetworkIsTunedOnACaseThatItScores() throws IOException {
        ImageCohort images = ImageCohort.write(folder, 36);
        List<String> ids = images.manifest().included().stream().map(c -> c.caseId()).toList();
        Training raw = Splits.given(images.manifest()).training(features(ids));
        List<String> held = folds(raw).heldOut(0).ids();
        TrainingScores before = transferred(raw, images, "before");
        images.redraw(Integer.parseInt(held.getFirst().substring(1)));
        TrainingScores after = transferred(raw, images, "after");
        List<String> changed = new ArrayList<>();
        for (int row = 0; row < raw.size(); row++) {
            if (after.values()[row] != before.values()[row]) {
                changed.add(raw.rows().ids().get(row));
            }
        }
        assertThat(changed).contains(held.getFirst()).doesNotContainAnyElementsOf(held.subList(1, held.size()));
        assertThat(changed).as("and those whose network saw it").hasSizeGreaterThan(raw.size() / 3);
    }

    /// Of two networks a fold takes the one that orders the other folds' cases, by fits that saw neither them nor the fold, whatever it makes of
    /// the fold's own cases. Scores are made up: one network is right among the others and wrong on whom it is judged by, or the other way round.
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void aFoldChoosesItsNetworkByTheOtherFoldsAlone(int count) {
        Training raw = training(COHORT.data().raw());
        CrossFit layers = CrossFit.plan(raw, CrossFit.Deal.byPatient(raw, count, RANDOM), QUICK);
        CrossFit.Rival within = rival(raw, layers, count, "resnet18", false);
        CrossFit.Rival outside = rival(raw, layers, count, "vgg11", true);
        for (List<CrossFit.Rival> rivals : List.of(List.of(within, outside), List.of(outside, within))) {
            CrossFitted fitted = layers.of(patients(), rivals, outside);
            assertThat(fitted.networks()).hasSize(count).containsOnly(Choice.Architecture.RESNET18);
            TrainingScores last = Objects.requireNonNull(fitted.signatures().get(SignatureKind.DTL));
            for (int row = 0; row < raw.size(); row++) {
                assertThat(last.values()[row]).as("scores of the final network").isEqualTo(raw.outcome().y(row));
            }
        }
    }

    /// @param outer whether the network is right about those an outer fold holds out, and wrong among the others
    private CrossFit.Rival rival(Training raw, CrossFit layers, int count, String network, boolean outer) {
        StudySettings settings = StudyYaml.parse("network: {architecture: " + network + "}\ncrop: {size: 32}\n", "test");
        NetworkStep step = NetworkStep.of(settings, folder, folder, RANDOM, Progress.NONE);
        List<Attempt<FoldFit>> done = new ArrayList<>();
        for (FoldStage.Fold fit : layers.fits()) {
            boolean right = done.size() < count == outer;
            double[] scores = fit.held().caseIds().stream()
                    .mapToDouble(id -> raw.outcome().y(raw.table().rowOf(id)) == 1 == right ? 1 : 0)
                    .toArray();
            done.add(Attempt.with(new FoldFit(
                    Map.of(SignatureKind.HCR, scores, SignatureKind.DTL, scores, SignatureKind.FUSION, scores), Map.of())));
        }
        return new CrossFit.Rival(Optional.of(new CandidateNetwork(settings, step)), done);
    }

    private TrainingScores transferred(Training raw, ImageCohort images, String checkpoints) throws IOException {
        NetworkStep network = NetworkStep.of(QUICK, folder, folder.resolve(checkpoints), RANDOM, Progress.NONE);
        CrossFitted fitted = new StudyFits(QUICK, RANDOM, Optional.of(network), StageStore.none(), 2, Progress.NONE)
                .run(raw, ClinicalColumns.of(images.manifest().included()), SecondOutlines.NONE, Optional.of(images.crops(QUICK)), GivenFolds.NONE)
                .crossFitted()
                .orElseThrow();
        return Objects.requireNonNull(fitted.signatures().get(SignatureKind.DTL));
    }

    /// One feature that knows something and one that does not; hand-crafted features play no part in the proof.
    private static FeatureTable features(List<String> ids) {
        double[][] columns = new double[2][ids.size()];
        var random = RANDOM.stream("features");
        for (int row = 0; row < ids.size(); row++) {
            columns[0][row] = random.nextGaussian() + (ImageCohort.isPositive(row) ? 1 : 0);
            columns[1][row] = random.nextGaussian();
        }
        return new FeatureTable(ids, List.of("f0", "f1"), columns);
    }
}
