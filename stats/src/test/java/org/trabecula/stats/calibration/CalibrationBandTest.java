package org.trabecula.stats.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trabecula.core.RandomStreams;
import org.trabecula.stats.Clusters;
import org.trabecula.stats.Interval;
import org.trabecula.stats.Outcome;

class CalibrationBandTest {
    private static final int ROWS = 300;

    private final SplittableRandom random = new SplittableRandom(8);
    private final double[] p = IntStream.range(0, ROWS).mapToDouble(row -> random.nextDouble(0.05, 0.95)).toArray();
    private final Outcome outcome = Outcome.ofZeroOne(
            "y", Arrays.stream(p).map(one -> random.nextDouble() < one ? 1 : 0).toArray());

    private CalibrationBand of(double[] probabilities, Clusters clusters, int jobs) {
        return CalibrationBand.of(outcome, probabilities, clusters, 200, 0.95, new RandomStreams(1), jobs);
    }

    /// The outcomes were drawn with these very probabilities: pointwise intervals leave a twentieth of the diagonal outside on average,
    /// neighbours together; four fifths inside is what a sound band keeps.
    @Test
    void holdsTheDiagonalWhereProbabilitiesAreTrue() {
        CalibrationBand band = of(p, Clusters.singletons(ROWS), 1);
        long inside = IntStream.range(0, band.at().size())
                .filter(k -> band.intervals().get(k).lower() <= band.at().get(k) && band.at().get(k) <= band.intervals().get(k).upper())
                .count();
        assertThat(inside).isGreaterThan(band.at().size() * 4L / 5);
        assertThat(band.intervals()).allMatch(one -> Double.isNaN(one.lower()) || one.lower() >= 0 && one.upper() <= 1);
    }

    /// Each row four times, as four vertebrae of a patient: drawn by patient the band stays, drawn by row it would halve.
    @Test
    void followsThePatientsNotTheRows() {
        int[] rows = IntStream.range(0, 4 * ROWS).map(row -> row / 4).toArray();
        double[] repeated = Arrays.stream(rows).mapToDouble(row -> p[row]).toArray();
        Outcome four = outcome.select(rows);
        Clusters patients = Clusters.of(Arrays.stream(rows).boxed().toList());
        double byPatient = width(CalibrationBand.of(four, repeated, patients, 200, 0.95, new RandomStreams(1), 1));
        double byRow = width(CalibrationBand.of(four, repeated, Clusters.singletons(4 * ROWS), 200, 0.95, new RandomStreams(1), 1));
        assertThat(byPatient / byRow).as("2 but for the noise of 200 draws").isBetween(1.6, 2.4);
    }

    private static double width(CalibrationBand band) {
        Interval middle = band.intervals().get(band.intervals().size() / 2);
        return middle.upper() - middle.lower();
    }

    @Test
    void dependsOnNoThreadAndNeedsDifferentProbabilities() {
        assertThat(of(p, Clusters.singletons(ROWS), 3)).isEqualTo(of(p, Clusters.singletons(ROWS), 1));
        double[] same = new double[ROWS];
        Arrays.fill(same, 0.4);
        assertThat(of(same, Clusters.singletons(ROWS), 1)).isEqualTo(CalibrationBand.NONE);
    }
}
