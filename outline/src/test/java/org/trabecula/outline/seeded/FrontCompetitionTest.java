package org.trabecula.outline.seeded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;

class FrontCompetitionTest {
    private static final byte NONE = FrontCompetition.NO_SEED;
    private static final byte IN = FrontCompetition.INSIDE;
    private static final byte OUT = FrontCompetition.OUTSIDE;

    /// Marrow of 200, a crest of 600, surroundings of 0. Climbing the crest costs the inside front nothing and the outside front
    /// 600; going down costs the inside front what it loses. At 400 the inside front has paid 200 and the outside front would
    /// have paid 400, at 200 it is the other way round.
    @Test
    void anEdgeLiesAtHalfOfItsHeight() {
        float[] hu = {200, 200, 600, 400, 200, 0, 0};
        byte[] seeds = {IN, NONE, NONE, NONE, NONE, NONE, OUT};
        assertThat(line(hu, seeds, 0)).containsExactly(IN, IN, IN, IN, OUT, OUT, OUT);
        assertThat(line(mirrored(hu), mirrored(seeds), 0)).containsExactly(OUT, OUT, OUT, IN, IN, IN, IN);
    }

    @Test
    void whereTheCtSaysNothingNearnessDecides() {
        byte[] owner = line(new float[9], new byte[] {IN, NONE, NONE, NONE, NONE, NONE, NONE, NONE, OUT}, 5);
        assertThat(Arrays.copyOf(owner, 4)).containsOnly(IN);
        assertThat(Arrays.copyOfRange(owner, 5, 9)).containsOnly(OUT);
    }

    /// A voxel 3 mm away along j is farther than one 4 voxels away along i at 0.5 mm.
    @Test
    void nearnessIsInMillimetres() {
        byte[] seeds = new byte[10];
        seeds[0] = IN; // (0, 0)
        seeds[9] = OUT; // (4, 1)
        double[] perMm = new double[10];
        Arrays.fill(perMm, 10);
        byte[] owner = new FrontCompetition(new float[10], new Size(5, 2, 1), new Spacing(0.5, 3, 1), perMm, perMm).run(seeds);
        assertThat(owner).containsExactly(IN, IN, IN, IN, IN, OUT, OUT, OUT, OUT, OUT);
    }

    @Test
    void aFrontThatIsOutOfPlacePaysMore() {
        byte[] seeds = {IN, NONE, NONE, NONE, NONE, OUT};
        double[] dear = {1, 1, 9, 9, 9, 9};
        double[] cheap = {1, 1, 1, 1, 1, 1};
        byte[] owner = new FrontCompetition(new float[6], new Size(6, 1, 1), Spacing.isotropic(1), dear, cheap).run(seeds);
        assertThat(owner).containsExactly(IN, IN, OUT, OUT, OUT, OUT);
    }

    @Test
    void withoutSeedsNobodyOwnsAnything() {
        assertThat(line(new float[4], new byte[4], 1)).containsOnly(NONE);
    }

    private static byte[] line(float[] hu, byte[] seeds, double perMm) {
        double[] cost = new double[hu.length];
        Arrays.fill(cost, perMm);
        return new FrontCompetition(hu, new Size(hu.length, 1, 1), Spacing.isotropic(1), cost, cost).run(seeds);
    }

    private static float[] mirrored(float[] values) {
        float[] mirrored = new float[values.length];
        for (int n = 0; n < values.length; n++) {
            mirrored[n] = values[values.length - 1 - n];
        }
        return mirrored;
    }

    private static byte[] mirrored(byte[] values) {
        byte[] mirrored = new byte[values.length];
        for (int n = 0; n < values.length; n++) {
            mirrored[n] = values[values.length - 1 - n];
        }
        return mirrored;
    }
}
