package org.trabecula.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.trabecula.core.Parallel;
import org.trabecula.image.Spacing;

/// How much a simple reader of images can tell the stages apart, measured on rendered scans.
class EffectTest {
    private static final Spacing COARSE = new Spacing(1.5, 1.5, 1.5);

    @Test
    void withEffectSimpleFeaturesTellTheStagesApartButNotPerfectly() {
        assertThat(auc(new CohortSettings(160, 1, 21, COARSE, 1, 0, 1))).isBetween(0.78, 0.96);
    }

    @Test
    void withoutEffectSimpleFeaturesTellNothing() {
        // some 110 cases against 70 controls: the standard error of a null AUC is √((110+70+1)/(12·110·70)) = 0.044,
        // folds of a fifth are averaged; four of it
        assertThat(auc(new CohortSettings(125, 0, 22, COARSE, 1, 0, 1))).isCloseTo(0.5, within(0.18));
    }

    @Test
    @Tag("slow")
    void overManyCohortsWithoutEffectTheMeanIsAHalf() {
        int cohorts = 12;
        double sum = 0;
        double squares = 0;
        for (int seed = 0; seed < cohorts; seed++) {
            double auc = auc(new CohortSettings(100, 0, 100 + seed, new Spacing(2, 2, 2), 1, 0, 2));
            sum += auc;
            squares += auc * auc;
        }
        double mean = sum / cohorts;
        double error = Math.sqrt((squares / cohorts - mean * mean) / (cohorts - 1));
        assertThat(mean).isCloseTo(0.5, within(3 * error));
    }

    @Test
    @Tag("slow")
    void atFullResolutionTheDefaultEffectLiesInTheIntendedRange() {
        assertThat(auc(CohortSettings.DEFAULT.withPatients(250))).isBetween(0.80, 0.95);
    }

    private static double auc(CohortSettings settings) {
        List<PhantomPatient> patients = PhantomCohort.plan(settings);
        List<List<double[]>> features = Parallel.map(patients.size(), 2, p -> {
            PhantomScan scan = patients.get(p).render();
            List<double[]> rows = new ArrayList<>();
            for (PhantomCase fractured : patients.get(p).cases()) {
                rows.add(SimpleFeatures.of(scan, fractured.level().label()));
            }
            return rows;
        });
        double[][] x = features.stream().flatMap(List::stream).toArray(double[][]::new);
        int[] outcome = patients.stream()
                .flatMap(p -> p.cases().stream())
                .mapToInt(c -> c.stage().outcome())
                .toArray();
        int[] patient = new int[outcome.length];
        int row = 0;
        for (int p = 0; p < patients.size(); p++) {
            for (int c = 0; c < patients.get(p).cases().size(); c++) {
                patient[row++] = p;
            }
        }
        return LinearDiscriminant.crossValidatedAuc(x, outcome, patient);
    }
}
