package org.trabecula.outline.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;

class EuclideanDistanceTest {
    private static final Size SIZE = new Size(13, 9, 7);
    private static final Spacing SPACING = new Spacing(0.5, 1.25, 3);

    /// Against the definition: every source tried for every voxel. Sums of the same three squares in another order differ by a few
    /// ulp of the largest, 1e-12 of 500 mm².
    @Test
    void isTheLeastDistanceToAnySource() {
        SplittableRandom random = new SplittableRandom(5);
        for (double share : new double[] {0.002, 0.02, 0.3, 0.95}) {
            boolean[] sources = new boolean[(int) SIZE.voxels()];
            sources[random.nextInt(sources.length)] = true;
            for (int at = 0; at < sources.length; at++) {
                sources[at] |= random.nextDouble() < share;
            }
            double[] squared = EuclideanDistance.squaredMm2(sources, SIZE, SPACING);
            for (int at = 0; at < sources.length; at++) {
                assertThat(squared[at]).isCloseTo(least(sources, at), within(1e-10));
            }
        }
    }

    @Test
    void thereIsNoDistanceToNothing() {
        double[] squared = EuclideanDistance.squaredMm2(new boolean[(int) SIZE.voxels()], SIZE, SPACING);
        assertThat(squared).containsOnly(Double.POSITIVE_INFINITY);
    }

    @Test
    void signsChangeHalfwayBetweenNeighbours() {
        double[] signed = EuclideanDistance.signedMm(
                new boolean[] {false, false, true, true, false}, new Size(5, 1, 1), new Spacing(2, 1, 1));
        assertThat(signed).containsExactly(-4, -2, 2, 2, -2);
    }

    private static double least(boolean[] sources, int at) {
        double least = Double.POSITIVE_INFINITY;
        for (int source = 0; source < sources.length; source++) {
            if (sources[source]) {
                double x = (at % 13 - source % 13) * SPACING.iMm();
                double y = (at / 13 % 9 - source / 13 % 9) * SPACING.jMm();
                double z = (at / 117 - source / 117) * SPACING.kMm();
                least = Math.min(least, x * x + y * y + z * z);
            }
        }
        return least;
    }
}
