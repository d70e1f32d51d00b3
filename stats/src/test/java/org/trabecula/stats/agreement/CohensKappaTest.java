package org.trabecula.stats.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.core.RandomStreams;
import org.trabecula.stats.Clusters;
import org.trabecula.stats.Interval;

class CohensKappaTest {
    private static int[][] table(String rows) {
        String[] lines = rows.split("/", -1);
        int[][] counts = new int[lines.length][lines.length];
        for (int i = 0; i < lines.length; i++) {
            String[] cells = lines[i].strip().split(" +", -1);
            for (int j = 0; j < cells.length; j++) {
                counts[i][j] = Integer.parseInt(cells[j]);
            }
        }
        return counts;
    }

    /// `cohens_kappa` of statsmodels 0.13.5, κ and its standard error; the same sums in another order.
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "7 7 2 3 / 2 8 3 7 / 1 5 4 9 / 2 8 9 14, 0.12933025404157042, 0.06859853248070859",
        "40 5 / 7 48, 0.7585513078470825, 0.06531900726532057",
        "88 10 / 14 10, 0.33575317604355726, 0.10663777056749865",
        "20 5 / 10 15, 0.3999999999999999, 0.12699606293110033"
    })
    void isThatOfStatsmodels(String counts, double kappa, double error) {
        CohensKappa ours = CohensKappa.of(table(counts));
        assertThat(ours.kappa()).isCloseTo(kappa, within(1e-14));
        assertThat(ours.standardError()).isCloseTo(error, within(1e-14));
    }

    /// p_o = 0.8 and p_e = 0.36.
    @Test
    void isTheAgreementBeyondChanceAsAShareOfWhatIsLeft() {
        assertThat(CohensKappa.of(table("2 0 0 / 0 1 0 / 1 0 1")).kappa()).isCloseTo(0.44 / 0.64, within(1e-15));
    }

    /// The formula's variance is the delta method's: gradient of κ by central differences, covariance of a multinomial. With steps of
    /// 1e-6 the differences are right to about 1e-10, and the square root keeps that.
    @ParameterizedTest
    @CsvSource({"20 5 / 10 15", "88 10 / 14 88", "1 9 / 2 30", "7 7 2 3 / 2 8 3 7 / 1 5 4 9 / 2 8 9 14"})
    void theStandardErrorIsTheDeltaMethods(String counts) {
        int[][] table = table(counts);
        int k = table.length;
        double[] p = new double[k * k];
        int n = 0;
        for (int[] row : table) {
            for (int count : row) {
                n += count;
            }
        }
        for (int at = 0; at < p.length; at++) {
            p[at] = (double) table[at / k][at % k] / n;
        }
        double step = 1e-6;
        double mean = 0;
        double square = 0;
        for (int at = 0; at < p.length; at++) {
            double[] up = p.clone();
            double[] down = p.clone();
            up[at] += step;
            down[at] -= step;
            double slope = (kappa(up, k) - kappa(down, k)) / (2 * step);
            mean += p[at] * slope;
            square += p[at] * slope * slope;
        }
        assertThat(CohensKappa.of(table).standardError()).isCloseTo(Math.sqrt((square - mean * mean) / n), within(1e-8));
    }

    private static double kappa(double[] p, int k) {
        double po = 0;
        double pe = 0;
        for (int i = 0; i < k; i++) {
            po += p[i * k + i];
            double row = 0;
            double column = 0;
            for (int j = 0; j < k; j++) {
                row += p[i * k + j];
                column += p[j * k + i];
            }
            pe += row * column;
        }
        return (po - pe) / (1 - pe);
    }

    @Test
    void edges() {
        assertThat(CohensKappa.of(table("10 0 / 0 5")).kappa()).isEqualTo(1);
        assertThat(CohensKappa.of(table("10 0 / 0 5")).asymptotic(0.95)).isEqualTo(new Interval(1, 1));
        assertThat(CohensKappa.of(table("0 5 / 5 0")).kappa()).isEqualTo(-1);
        assertThat(CohensKappa.of(table("15 0 / 0 0")).kappa()).as("one class, no chance to disagree").isNaN();
        assertThat(CohensKappa.of(table("15 0 / 0 0")).asymptotic(0.95)).isEqualTo(Interval.NONE);
        assertThat(CohensKappa.of(table("10 5 / 0 0")).kappa()).as("one reader says one class only").isEqualTo(0);
        assertThat(CohensKappa.of(table("0 0 / 0 0")).kappa()).as("no case").isNaN();
    }

    /// Of cases that are patients each, the bootstrap's interval is the asymptotic one but for its own noise and skewness (at n = 200
    /// a tenth of its width); copies of every case under its patient change nothing in the bootstrap, and fool the asymptotic one.
    @Test
    void clustersCountAsPatients() {
        int[][] counts = table("88 10 / 14 88");
        List<Integer> patients = new ArrayList<>();
        int[][] once = readings(counts, 1, patients);
        Interval asymptotic = CohensKappa.of(counts).asymptotic(0.95);
        Interval single = CohensKappa.byPatient(once[0], once[1], Clusters.of(patients), 2, 2000, 0.95, new RandomStreams(1), 2);
        double width = asymptotic.upper() - asymptotic.lower();
        assertThat(single.lower()).isCloseTo(asymptotic.lower(), within(width / 10));
        assertThat(single.upper()).isCloseTo(asymptotic.upper(), within(width / 10));

        List<Integer> four = new ArrayList<>();
        int[][] copied = readings(counts, 4, four);
        assertThat(CohensKappa.byPatient(copied[0], copied[1], Clusters.of(four), 2, 2000, 0.95, new RandomStreams(1), 1)).isEqualTo(single);
        int[][] fourfold = table("352 40 / 56 352");
        Interval fooled = CohensKappa.of(fourfold).asymptotic(0.95);
        assertThat(fooled.upper() - fooled.lower()).isCloseTo(width / 2, within(1e-12));
    }

    /// Every case of the table, each `copies` times.
    private static int[][] readings(int[][] counts, int copies, List<Integer> patients) {
        List<Integer> first = new ArrayList<>();
        List<Integer> second = new ArrayList<>();
        int patient = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts.length; j++) {
                for (int n = 0; n < counts[i][j]; n++, patient++) {
                    for (int copy = 0; copy < copies; copy++) {
                        first.add(i);
                        second.add(j);
                        patients.add(patient);
                    }
                }
            }
        }
        return new int[][] {first.stream().mapToInt(x -> x).toArray(), second.stream().mapToInt(x -> x).toArray()};
    }
}
