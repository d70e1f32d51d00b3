package org.trabecula.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Which way voxel axes run, for straight, flipped, sagittal and tilted scans.
class OrientationTest {
    @Test
    void anAxialScanIsLps() {
        Orientation axial = Orientation.of(Mat3.IDENTITY);
        assertThat(axial).isEqualTo(new Orientation(0, 1, 2, true, true, true));
        assertThat(axial.code()).isEqualTo("LPS");
    }

    @Test
    void flippedAxesTurnTheirLetters() {
        assertThat(Orientation.of(Mat3.diagonal(-1, -1, 1)).code()).isEqualTo("RAS");
        assertThat(Orientation.of(Mat3.diagonal(1, 1, -1)).code()).isEqualTo("LPI");
    }

    @Test
    void aSagittalScanHasItsSlicesAlongK() {
        // columns: i to the back, j to the feet, k to the left
        Orientation sagittal = Orientation.of(new Mat3(0, 0, 1, 1, 0, 0, 0, -1, 0));
        assertThat(sagittal.sagittalAxis()).isEqualTo(2);
        assertThat(sagittal.code()).isEqualTo("PIL");
    }

    @Test
    void aTiltedGantryKeepsItsAxes() {
        double c = Math.cos(Math.toRadians(30));
        double s = Math.sin(Math.toRadians(30));
        assertThat(Orientation.of(new Mat3(1, 0, 0, 0, c, -s, 0, s, c)).code()).isEqualTo("LPS");
    }

    @Test
    void aTurnBy45DegreesStillGivesEachAxisOneLetter() {
        double h = Math.sqrt(0.5);
        assertThat(Orientation.of(new Mat3(h, -h, 0, h, h, 0, 0, 0, 1)).code()).isEqualTo("LPS");
    }
}
