package org.trabecula.stats.roc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.core.RandomStreams;
import org.trabecula.stats.Clusters;
import org.trabecula.stats.Interval;
import org.trabecula.stats.Normal;
import org.trabecula.stats.Outcome;

/// How often a 95 % interval holds the true area; the table of `docs/statistics/coverage.md`.
///
/// Scores are y + u + e with e, u standard normal, u shared by a patient's 1–4 vertebrae; the true area of two rows of
/// different patients is Φ(1/√(2·2)) with u and Φ(1/√2) without.
@Tag("slow")
class CoverageSimulationTest {
    private static final int REPLICATES = 20_000;
    private static final Direction UP = Direction.CASES_HIGHER;

    @ParameterizedTest(name = "{0} patients, clustered {1}, status by patient {2}")
    @CsvSource({
        "80,false,false", "300,false,false", "80,true,true", "150,true,true", "300,true,true", "80,true,false", "300,true,false"
    })
    void intervalsCoverAsTheySay(int patients, boolean clustered, boolean statusByPatient) {
        double truth = Normal.cdf(1 / Math.sqrt(clustered ? 4 : 2));
        int plain = 0;
        int byPatient = 0;
        int byPatientLogit = 0;
        RandomStreams streams = new RandomStreams(778);
        for (int replicate = 0; replicate < REPLICATES; replicate++) {
            Cohort cohort = Cohort.draw(streams.stream("coverage/" + replicate), patients, clustered, statusByPatient);
            plain += holds(DeLong.estimate(cohort.outcome, cohort.score, UP, 0.95), truth);
            AucEstimate clusteredEstimate =
                    ClusteredDeLong.estimate(cohort.outcome, cohort.score, cohort.clusters, UP, 0.95);
            byPatient += holds(clusteredEstimate, truth);
            Interval logit = clusteredEstimate.logitInterval();
            byPatientLogit += logit.lower() <= truth && truth <= logit.upper() ? 1 : 0;
        }
        double plainCoverage = (double) plain / REPLICATES;
        double clusteredCoverage = (double) byPatient / REPLICATES;
        double logitCoverage = (double) byPatientLogit / REPLICATES;
        System.out.printf( // the printed coverage is what this simulation is for
                Locale.ROOT,
                "coverage of nominal 95 %% by %d replicates of %d patients, clustered scores %b, status by patient %b:"
                        + " DeLong %.4f, clustered DeLong %.4f, clustered on the logit scale %.4f%n",
                REPLICATES,
                patients,
                clustered,
                statusByPatient,
                plainCoverage,
                clusteredCoverage,
                logitCoverage);
        // 95 % ± 1.5 % is what the method promises at these sizes; 20,000 replicates know a coverage to ± 0.3 %
        assertThat(clusteredCoverage).isBetween(0.935, 0.965);
        assertThat(logitCoverage).isBetween(0.935, 0.965);
        if (!clustered) {
            assertThat(plainCoverage).isBetween(0.935, 0.965);
        } else if (statusByPatient) {
            assertThat(plainCoverage).as("DeLong takes a patient's rows for independent").isLessThan(0.9);
        }
    }

    private static int holds(AucEstimate estimate, double truth) {
        return estimate.lower() <= truth && truth <= estimate.upper() ? 1 : 0;
    }

    private record Cohort(Outcome outcome, double[] score, Clusters clusters) {
        static Cohort draw(SplittableRandom random, int patients, boolean clustered, boolean statusByPatient) {
            List<Integer> patientOfRow = new ArrayList<>();
            List<Boolean> isCase = new ArrayList<>();
            List<Double> score = new ArrayList<>();
            for (int patient = 0; patient < patients; patient++) {
                double shared = clustered ? random.nextGaussian() : 0;
                boolean status = random.nextBoolean();
                int vertebrae = 1 + random.nextInt(4);
                for (int v = 0; v < vertebrae; v++) {
                    boolean here = statusByPatient ? status : random.nextBoolean();
                    patientOfRow.add(patient);
                    isCase.add(here);
                    score.add((here ? 1 : 0) + shared + random.nextGaussian());
                }
            }
            boolean[] cases = new boolean[isCase.size()];
            for (int row = 0; row < cases.length; row++) {
                cases[row] = isCase.get(row);
            }
            return new Cohort(
                    Outcome.of(cases),
                    score.stream().mapToDouble(Double::doubleValue).toArray(),
                    Clusters.of(patientOfRow));
        }
    }
}
