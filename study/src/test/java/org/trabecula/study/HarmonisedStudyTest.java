package org.trabecula.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.ClassNames;
import org.trabecula.cohort.Part;
import org.trabecula.cohort.Patient;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.Progress;
import org.trabecula.core.RandomStreams;
import org.trabecula.core.StageStore;
import org.trabecula.learn.Folds;
import org.trabecula.learn.Training;
import org.trabecula.learn.model.ModelId;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.learn.step.Harmonised;
import org.trabecula.study.bundle.Bundle;
import org.trabecula.study.fit.CentreColumns;
import org.trabecula.study.fit.FoldStage;
import org.trabecula.study.fit.MethodFit;
import org.trabecula.study.fit.SecondOutlines;
import org.trabecula.study.folder.RunFolder;
import org.trabecula.study.folder.StudyJson;
import org.trabecula.study.input.StudyData;
import org.trabecula.study.predict.Predictor;
import org.trabecula.study.result.StudyResult;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.study.settings.StudyYaml;
import org.trabecula.table.FeatureTable;

/// Centres made alike within a study (`harmonise: combat`): fitted to training cases in every fit anew, told where it is not done, carried
/// to new patients.
class HarmonisedStudyTest {
    private static final String QUICK = "classifiers: [svm]\nlasso: {folds: 3}\ngrid_folds: 2\ncrossfit: 0\n"
            + "evaluation: {bootstrap: 0, bands: 0, optimism: 0, age_bands: []}\n";
    private static final String COMBAT = QUICK + "harmonise: combat\n";
    private static final int PATIENTS = 64;
    private static final int FEATURES = 9;

    @TempDir
    Path folder;

    private StudyResult study(String yaml, TableCohort cohort) throws IOException {
        StudySettings settings = StudyYaml.parse(yaml, "test");
        try (RunFolder run = RunFolder.open(folder, settings, "test", true)) {
            return new Protocol(settings, run, folder, 2, Progress.NONE).learn(cohort.data());
        }
    }

    /// Patients of `centres` in turn, whose features have a shift and a scale of their centre's.
    private static TableCohort cohort(long seed, double apart, String... centres) {
        return scanned(TableCohort.of(PATIENTS, FEATURES, 1.2, seed), apart, centres);
    }

    private static TableCohort scanned(TableCohort cohort, double apart, String... centres) {
        List<VertebraCase> cases = new ArrayList<>();
        double[][] columns = Arrays.stream(cohort.columns()).map(double[]::clone).toArray(double[][]::new);
        for (int row = 0; row < cohort.cases().size(); row++) {
            VertebraCase one = cohort.cases().get(row);
            String centre = centres[Integer.parseInt(one.patientId().substring(1)) / 2 % centres.length];
            cases.add(one.withPatient(new Patient(one.ageYears(), one.sex(), centre)));
            for (int f = 0; f < columns.length; f++) {
                SplittableRandom own = new SplittableRandom(31L * centre.hashCode() + f);
                double shift = apart * own.nextDouble(-1, 1);
                columns[f][row] = shift + (1 + 0.2 * apart * own.nextDouble()) * columns[f][row];
            }
        }
        return new TableCohort(cases, columns);
    }

    /// Everything that was fitted, as data.
    private static String fitted(StudyResult result) {
        return StudyJson.text(result.fitted()) + StudyJson.text(Bundle.of(result).model());
    }

    private static double testAuc(StudyResult result) {
        return result.evaluation().rows().stream()
                .filter(row -> row.model().equals("hcr") && row.scores().part() == org.trabecula.evaluation.Scores.Part.TEST)
                .findFirst().orElseThrow().reported().auc();
    }

    /// The shifts of six centres in four features leave no direction in which a model could look past them.
    @Test
    void itTakesAwayWhatScannersDo() throws IOException {
        double with = 0;
        double without = 0;
        for (long seed = 1; seed <= 3; seed++) {
            TableCohort cohort = scanned(TableCohort.of(120, 4, 1.2, seed), 4, "A", "B", "C", "D", "E", "F");
            with += testAuc(study(COMBAT, cohort)) / 3;
            without += testAuc(study(QUICK, cohort)) / 3;
        }
        // three test parts of some 36 cases: a mean area is known to 0.04, a difference on the same cases to less; measured 0.937 and 0.842
        assertThat(with).isGreaterThan(without + 0.04).isGreaterThan(0.8);
    }

    @Test
    void otherTestCasesAndOtherCentresOfTheirsChangeNothingThatWasFitted() throws IOException {
        TableCohort cohort = cohort(4, 2, "A", "B");
        StudyResult before = study(COMBAT, cohort);
        StudyResult others = study(COMBAT, scanned(TableCohort.of(PATIENTS, FEATURES, 1.2, 4).withOthers(Part.TEST, 104), 2, "A", "B"));
        assertThat(fitted(others)).isEqualTo(fitted(before));
        assertThat(others.evaluation()).as("the change must be one").isNotEqualTo(before.evaluation());
        List<VertebraCase> moved = cohort.cases().stream()
                .map(c -> c.part() == Part.TEST ? c.withPatient(new Patient(c.ageYears(), c.sex(), c.centre().equals("A") ? "B" : "Z")) : c)
                .toList();
        StudyResult elsewhere = study(COMBAT, new TableCohort(moved, cohort.columns()));
        assertThat(fitted(elsewhere)).isEqualTo(fitted(before));
        assertThat(elsewhere.evaluation()).isNotEqualTo(before.evaluation());
        assertThat(elsewhere.notes()).anyMatch(note -> note.contains("of centre Z, which was not harmonised: taken as they are"));
    }

    @Test
    void noiseInTestRowsReachesNoFit() throws IOException {
        TableCohort cohort = cohort(5, 2, "A", "B");
        StudyResult before = study(COMBAT, cohort);
        SplittableRandom random = new SplittableRandom(6);
        TableCohort noisy = cohort;
        for (int f = 0; f < FEATURES; f++) {
            double[] values = cohort.columns()[f].clone();
            for (int row = 0; row < values.length; row++) {
                values[row] = cohort.isTest(row) ? 1e6 * random.nextGaussian() : values[row];
            }
            noisy = noisy.withFeature(f, values);
        }
        assertThat(fitted(study(COMBAT, noisy))).isEqualTo(fitted(before));
    }

    /// What a fold harmonises with comes from the other folds: held-out cases change nothing for each other, whatever they are.
    @Test
    void everyFoldHarmonisesAnew() throws IOException {
        StudySettings settings = StudyYaml.parse(COMBAT, "test");
        StudyData data = cohort(7, 2, "A", "B").data().withCentres();
        FeatureTable raw = data.raw();
        Training all = Splits.given(data.cohort()).training(raw);
        Folds folds = Folds.stratifiedByPatient(all, 3, new SplittableRandom(1));
        for (int fold = 0; fold < 3; fold++) {
            FeatureTable held = folds.heldOutRows(fold);
            assertThat(held.texts()).containsKey("centre");
            double[] scores = scores(settings, folds.fitPart(fold), held);
            double[][] far = held.names().stream().map(held::column).map(double[]::clone).toArray(double[][]::new);
            for (int row = 1; row < held.rows(); row++) {
                for (double[] column : far) {
                    column[row] = 1000 - 3 * column[row];
                }
            }
            FeatureTable others = new FeatureTable(held.caseIds(), held.texts(), held.names(), far);
            double[] after = scores(settings, folds.fitPart(fold), others);
            assertThat(after[0]).isEqualTo(scores[0]);
            assertThat(after).isNotEqualTo(scores);
        }
    }

    private static double[] scores(StudySettings settings, Training part, FeatureTable held) {
        return Objects.requireNonNull(new FoldStage(settings, SecondOutlines.NONE, Optional.empty(), Optional.empty(), StageStore.none(), 1)
                .compute(new FoldStage.Fold(part, held, new RandomStreams(1)))
                .scores()
                .get(SignatureKind.HCR));
    }

    @Test
    void whereItCannotBeDoneItIsLeftOutWithAWord() throws IOException {
        for (String[] centres : List.of(new String[] {""}, new String[] {"A"}, new String[] {"A", "A", "A", "A", "A", "A", "A", "A", "A", "B"})) {
            TableCohort cohort = cohort(8, 1, centres);
            StudyResult result = study(COMBAT, cohort);
            assertThat(result.notes()).anyMatch(note -> note.startsWith("centres: harmonisation left out: "));
            assertThat(result.fitted().hcr().counts()).anyMatch(count ->
                    count.step().equals(MethodFit.HARMONISATION) && count.before() == count.after() && count.note().startsWith("left out"));
            StudyResult plain = study(QUICK, cohort);
            assertThat(result.fitted().hcr().model()).usingRecursiveComparison().isEqualTo(plain.fitted().hcr().model());
            assertThat(plain.fitted().hcr().counts()).noneMatch(count -> count.step().equals(MethodFit.HARMONISATION));
        }
    }

    /// As `table-combat-confounded` has it for the verb `select`: nothing is taken away, and it is said.
    @Test
    void aCentreThatIsTheOutcomeIsSaidAndLeft() throws IOException {
        TableCohort cohort = TableCohort.of(PATIENTS, FEATURES, 1.2, 9);
        List<VertebraCase> cases = cohort.cases().stream()
                .map(c -> c.withPatient(new Patient(c.ageYears(), c.sex(), c.outcome().orElseThrow() == 1 ? "A" : "B")))
                .toList();
        StudyResult result = study(COMBAT, new TableCohort(cases, cohort.columns()));
        assertThat(result.fitted().hcr().harmonised()).isEmpty();
        assertThat(result.notes()).anyMatch(note -> note.contains("A, B") && note.contains("one class only"));
    }

    /// The bundle carries the centres: a new case is treated as a training case of its centre was.
    @Test
    void aNewCaseIsHarmonisedByItsCentre() throws IOException {
        TableCohort cohort = cohort(10, 3, "A", "B");
        StudyResult result = study(COMBAT, cohort);
        Path file = folder.resolve("model.trabecula");
        Bundle.of(result).write(file, "test", "card", folder.resolve("scratch"));
        Bundle read = Bundle.read(file);
        assertThat(StudyJson.text(read.model())).isEqualTo(StudyJson.text(Bundle.of(result).model()));
        StudyData data = cohort.data();
        double[] own = result.fitted().score(CentreColumns.beside(data.raw(), data.cohort().cases()), Optional.empty(), StageStore.none())
                .get(SignatureKind.HCR);
        double[] again = read.method().score(CentreColumns.beside(data.raw(), data.cohort().cases()), Optional.empty(), StageStore.none())
                .get(SignatureKind.HCR);
        assertThat(again).containsExactly(own);
        Predictor.Result known = new Predictor(read).predict(data);
        assertThat(known.predictions()).hasSize(cohort.cases().size())
                .allSatisfy(one -> assertThat(one.warnings()).noneMatch(warning -> warning.contains("centre")));
        Predictor.Result strangers = new Predictor(read).predict(elsewhere(data, "Z"));
        assertThat(strangers.predictions()).hasSize(cohort.cases().size())
                .allSatisfy(one -> assertThat(one.warnings()).anyMatch(warning -> warning.contains("centre 'Z' was not harmonised")));
        ModelId hcr = ModelId.of(SignatureKind.HCR);
        assertThat(strangers.predictions()).extracting(one -> one.probabilities().get(hcr))
                .isNotEqualTo(known.predictions().stream().map(one -> one.probabilities().get(hcr)).toList());
    }

    private static StudyData elsewhere(StudyData data, String centre) {
        Cohort cohort = data.cohort();
        return data.withCohort(new Cohort(
                cohort.source(),
                cohort.cases().stream().map(c -> c.withPatient(new Patient(c.ageYears(), c.sex(), centre))).toList(),
                ClassNames.FRACTURE_AGE, List.of()));
    }

    @Test
    void strangersCanBeRefused() throws IOException {
        String refusing = QUICK + "harmonise: {method: combat, unseen: refuse}\n";
        TableCohort cohort = cohort(11, 2, "A", "B");
        Bundle bundle = Bundle.of(study(refusing, cohort));
        StudyData strangers = elsewhere(cohort.data(), "Z");
        Predictor.Result result = new Predictor(bundle).predict(strangers);
        assertThat(result.predictions()).isEmpty();
        assertThat(result.failures()).hasSize(cohort.cases().size())
                .allSatisfy(failure -> assertThat(failure.problems().getFirst().toString()).contains("'Z'").contains("A, B"));
        List<VertebraCase> cases = cohort.cases().stream()
                .map(c -> c.part() == Part.TEST ? c.withPatient(new Patient(c.ageYears(), c.sex(), "Z")) : c)
                .toList();
        assertThatThrownBy(() -> study(refusing, new TableCohort(cases, cohort.columns())))
                .hasMessageContaining("STA-108").hasMessageContaining("centre 'Z'");
        assertThat(study(COMBAT, new TableCohort(cases, cohort.columns())).evaluation().rows()).isNotEmpty();
    }

    @Test
    void ageAndSexCanBeKept() throws IOException {
        StudyResult result = study(QUICK + "harmonise: {method: combat, covariates: [age, sex]}\n", cohort(12, 2, "A", "B"));
        assertThat(result.fitted().hcr().harmonised().orElseThrow().covariates())
                .extracting(Harmonised.Covariate::name).containsExactly("age", "sex");
        assertThat(testAuc(result)).isBetween(0.5, 1.0);
    }
}
