package org.trabecula.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trabecula.core.InputException;
import org.trabecula.image.Spacing;

/// The plan against the study's cohort (method P1). A cohort ten times as large makes chance small: the tolerances are
/// four standard errors of 3650 patients or 5200 vertebrae.
class PhantomCohortTest {
    private static final List<PhantomPatient> LARGE =
            PhantomCohort.plan(CohortSettings.DEFAULT.withPatients(3650));

    @Test
    void countsFollowTheStudy() {
        assertThat(cases(FractureStage.ACUTE) + cases(FractureStage.CHRONIC)).isCloseTo(5200, within(150L));
        assertThat((double) cases(FractureStage.ACUTE) / 5200).isCloseTo(315.0 / 520, within(0.03));
        assertThat(LARGE.stream().filter(p -> has(p, FractureStage.ACUTE)).count()).isEqualTo(2530);
        assertThat(LARGE.stream().filter(p -> has(p, FractureStage.ACUTE) && has(p, FractureStage.CHRONIC)).count()).isGreaterThan(100);
    }

    @Test
    void agesFollowTheStudy() {
        double[] acute = ages(FractureStage.ACUTE);
        double[] chronic = ages(FractureStage.CHRONIC);
        // 4 · 18/√3150 = 1.3 and 4 · 12/√2050 = 1.1; vertebrae of one patient share an age, so a little more
        assertThat(mean(acute)).isCloseTo(59.3, within(1.8));
        assertThat(mean(chronic)).isCloseTo(71.1, within(1.8));
        assertThat(sd(acute)).isCloseTo(18.1, within(1.5));
        assertThat(sd(chronic)).isCloseTo(11.9, within(1.5));
        double[] all = LARGE.stream().mapToDouble(PhantomPatient::age).toArray();
        assertThat(mean(all)).isCloseTo(61.7, within(1.8));
        assertThat(sd(all)).isCloseTo(17.0, within(1.5));
        assertThat(DoubleStream.of(all).min().orElseThrow()).isGreaterThanOrEqualTo(17);
        assertThat(DoubleStream.of(all).max().orElseThrow()).isLessThanOrEqualTo(95);
    }

    @Test
    void levelsFollowTheStudy() {
        assertThat(thoracicShare(FractureStage.ACUTE)).isCloseTo(111.0 / 315, within(0.05));
        assertThat(thoracicShare(FractureStage.CHRONIC)).isCloseTo(88.0 / 205, within(0.05));
    }

    @Test
    void fracturesOfAPatientAreDifferentVertebraeOfTheColumn() {
        for (PhantomPatient patient : LARGE) {
            List<Level> levels = patient.cases().stream().map(PhantomCase::level).toList();
            assertThat(levels).isNotEmpty().doesNotHaveDuplicates().isSorted();
            assertThat(patient.levels()).hasSize(5).containsAll(levels);
        }
    }

    @Test
    void withoutEffectNothingDependsOnTheStage() {
        for (int seed = 0; seed < 50; seed++) {
            Demography demography = new Demography(0);
            assertThat(Fracture.draw(FractureStage.ACUTE, 0, new SplittableRandom(seed)))
                    .isEqualTo(Fracture.draw(FractureStage.CHRONIC, 0, new SplittableRandom(seed)));
            assertThat(demography.age(new FractureStage[] {FractureStage.ACUTE}, new SplittableRandom(seed)))
                    .isEqualTo(demography.age(new FractureStage[] {FractureStage.CHRONIC}, new SplittableRandom(seed)));
        }
        for (Level level : Level.values()) {
            Demography demography = new Demography(0);
            assertThat(demography.share(level, FractureStage.ACUTE)).isEqualTo(demography.share(level, FractureStage.CHRONIC));
        }
    }

    @Test
    void sharesOfLevelsAddUpToOne() {
        Demography demography = new Demography(1);
        for (FractureStage stage : FractureStage.values()) {
            double total = 0;
            for (Level level : Level.values()) {
                total += demography.share(level, stage);
            }
            assertThat(total).isCloseTo(1, within(1e-12)); // sixteen decimals, each rounded once
        }
    }

    @Test
    void aPatientDoesNotChangeWhenTheCohortGrows() {
        List<PhantomPatient> small = PhantomCohort.plan(CohortSettings.DEFAULT.withPatients(200));
        long same = IntStream.range(0, 200)
                .filter(p -> small.get(p).age() == LARGE.get(p).age()
                        && small.get(p).cases().equals(LARGE.get(p).cases()))
                .count();
        // stages are dealt anew; where they agree (0.69² + 0.31² = 57 %) the patient is the same
        assertThat(same).isGreaterThan(80);
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> CohortSettings.DEFAULT.withPatients(1))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("PHA-001")
                .hasMessageContaining("patients = 1");
        assertThatThrownBy(() -> CohortSettings.DEFAULT.withEffect(Double.NaN)).hasMessageContaining("PHA-001");
        assertThatThrownBy(() -> new CohortSettings(10, 1, 1, new Spacing(1, 1, 9), 5, 3, 1))
                .hasMessageContaining("spacing = 9.0 mm");
    }

    private static boolean has(PhantomPatient patient, FractureStage stage) {
        return patient.cases().stream().anyMatch(c -> c.stage() == stage);
    }

    private static long cases(FractureStage stage) {
        return LARGE.stream()
                .flatMap(p -> p.cases().stream())
                .filter(c -> c.stage() == stage)
                .count();
    }

    private static double thoracicShare(FractureStage stage) {
        return (double) LARGE.stream()
                        .flatMap(p -> p.cases().stream())
                        .filter(c -> c.stage() == stage && c.level().isThoracic())
                        .count()
                / cases(stage);
    }

    private static double[] ages(FractureStage stage) {
        return LARGE.stream()
                .flatMapToDouble(p -> p.cases().stream()
                        .filter(c -> c.stage() == stage)
                        .mapToDouble(c -> p.age()))
                .toArray();
    }

    private static double mean(double[] values) {
        return DoubleStream.of(values).average().orElseThrow();
    }

    private static double sd(double[] values) {
        double mean = mean(values);
        return Math.sqrt(DoubleStream.of(values).map(x -> (x - mean) * (x - mean)).sum() / (values.length - 1));
    }
}
