package org.trabecula.radiomics.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;
import org.trabecula.testkit.Conformance;
import org.trabecula.testkit.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SphereTest {
    @ParameterizedTest
    @CsvSource({"1, 1.0", "0, 1.0", "1, 1.5"})
    void icospherePointsAreTrimeshsToTheBit(int subdivision, double radius) throws IOException {
        JsonNode listed = new JsonMapper()
                .readTree(Reference.best("pyradiomics/intermediate/icosphere_vertices_xyz.json").toFile())
                .path("subdivision" + subdivision + "_radius" + radius);
        double[][] points = Icosphere.points(radius, subdivision);
        assertThat(points).hasNumberOfRows(listed.size());
        for (int n = 0; n < points.length; n++) {
            for (int axis = 0; axis < 3; axis++) {
                assertThat(points[n][axis]).isEqualTo(listed.get(n).get(axis).asDouble());
            }
        }
        Conformance.compared("pyradiomics/icosphere", 3L * points.length);
    }

    /// Unsöld: Σ_m |Y_nm|² = (2n + 1)/(4π) in every direction. Thirteen squares of Legendre values that lose up to two digits in
    /// their recurrence: 1e-13.
    @Test
    void harmonicsOfADegreeFillTheSphereEvenly() {
        for (int n = 0; n <= 6; n++) {
            double sum = 0;
            for (int m = -n; m <= n; m++) {
                double[] y = SphericalHarmonics.of(n, m, 0.7, 1.1);
                sum += y[0] * y[0] + y[1] * y[1];
            }
            assertThat(sum).isCloseTo((2 * n + 1) / (4 * Math.PI), within(1e-13));
        }
    }
}
