package org.trabecula.radiomics.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trabecula.testkit.Conformance;
import org.trabecula.testkit.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WaveletTapsTest {
    @Test
    void areThoseOfPyWavelets() throws IOException {
        JsonNode listed = new JsonMapper()
                .readTree(Reference.best("pyradiomics/intermediate/wavelet_filters.json").toFile());
        int compared = 0;
        for (Map.Entry<String, JsonNode> entry : listed.properties()) {
            WaveletTaps taps = WaveletTaps.of(entry.getKey()).orElseThrow();
            JsonNode low = entry.getValue().path("dec_lo");
            JsonNode high = entry.getValue().path("dec_hi");
            assertThat(taps.length()).isEqualTo(low.size());
            for (int n = 0; n < taps.length(); n++) {
                assertThat(taps.low()[n]).isEqualTo(low.get(n).asDouble());
                assertThat(taps.high()[n]).isEqualTo(high.get(n).asDouble());
                compared += 2;
            }
        }
        Conformance.compared("pyradiomics/wavelet-taps", compared);
    }

    /// Σ g = √2 and Σ h = 0. The long tables are printed to about 10 digits; dmey cuts Meyer's endless filter off after 62 taps,
    /// which leaves 1.1e-3 in its high pass.
    @Test
    void lowPassesKeepAndHighPassesRemoveAConstant() {
        assertThat(WaveletTaps.names()).hasSize(106).contains("db1", "db38", "sym20", "coif17", "bior6.8", "rbio3.1", "dmey");
        for (String name : WaveletTaps.names()) {
            WaveletTaps taps = WaveletTaps.of(name).orElseThrow();
            double low = 0;
            double high = 0;
            for (int n = 0; n < taps.length(); n++) {
                low += taps.low()[n];
                high += taps.high()[n];
            }
            assertThat(low).as(name).isCloseTo(Math.sqrt(2), within(1e-6));
            assertThat(high).as(name).isCloseTo(0, within(name.equals("dmey") ? 1.1e-3 : 1e-6));
        }
    }
}
