package org.trabecula.radiomics.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.core.InputException;
import org.trabecula.testkit.Fuzz;

/// Texts that would end the stack, never end, or find a fault of the YAML reader.
class YamlTreeTest {
    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("deep lists", "setting: " + "[".repeat(100_000)),
                Arguments.of("deep mappings", "{a: ".repeat(50_000)),
                Arguments.of("deep block lists", "setting:\n " + "- ".repeat(50_000)),
                Arguments.of("closed deep lists", "setting: {distances: " + "[".repeat(500) + "]".repeat(500) + "}"),
                Arguments.of("an alias of its parent", "setting: &a {distances: *a}"),
                Arguments.of("an alias of the root", "&a\nsetting: *a\n"),
                Arguments.of("a list of itself", "setting: {distances: &a [*a, *a]}"),
                Arguments.of("an alias as its own key", "&a {*a : 1}"),
                Arguments.of("an alias of nothing", "setting: *none"),
                Arguments.of("a bomb of aliases", bomb(9, 9)),
                Arguments.of("a deeper bomb", bomb(18, 4)),
                Arguments.of("too many entries", "setting: {distances: [" + "1, ".repeat(30_000) + "1]}"),
                Arguments.of("a document after another", "setting: {}\n---\nsetting: {}\n"),
                Arguments.of("a tab as indent", "setting:\n\tbinWidth: 25\n"),
                Arguments.of("an unfinished word", "setting: {\"binWidth"),
                Arguments.of("an unknown tag handle", "setting: !x!y 1"),
                Arguments.of("a directive alone", "%YAML 9.9\n"),
                Arguments.of("an escape past the end", "\"\\x"),
                Arguments.of("a surrogate alone", "setting: \"\\ud800\""),
                Arguments.of("control characters", "setting: \u0001"));
    }

    /// Two seconds are a thousand times what any of them takes.
    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void isRefusedAtOnce(String name, String text) {
        assertTimeoutPreemptively(Duration.ofSeconds(2), () ->
                assertThatThrownBy(() -> ParameterFile.parse("params.yaml", text)).isInstanceOf(InputException.class)
                        .hasMessageContaining("error PAR-00"));
    }

    @Test
    void harmlessAliasesAreRead() {
        String text = """
                featureClass:
                  glcm: &few [Contrast]
                  gldm: []
                imageType:
                  Original: &own {binWidth: 10}
                  Square: *own
                """;
        assertThat(ParameterFile.parse("params.yaml", text).images().get(1).features())
                .isEqualTo(ParameterFile.parse("params.yaml", text).images().get(0).features());
    }

    @Test
    void anyTextIsReadOrRefused() {
        Fuzz.reader("parameters")
                .seed("preset", Preset.PAPER1648.text())
                .seed("full", Preset.FULL.text())
                .seed("json", "{\"setting\": {\"binWidth\": 12.5, \"force2D\": true}, \"imageType\": {\"LoG\": {\"sigma\": [1, 2.0]}}}")
                .tokens("[", "]", "{", "}", ": ", "- ", "? ", "&a ", "*a", "!!binary ", "!", "|", ">", "%YAML", "---", "...", "<<: *a",
                        "\n  ", "\t", "null", "~", "true", "sigma: ", "imageType:", "featureClass:", "setting:", "voxelSetting:",
                        "glcm:", "LBP3D: {}", "Wavelet: {level: ")
                .refusesWith(InputException.class)
                .texts(text -> ParameterFile.noted("fuzz.yaml", text));
    }

    private static String bomb(int levels, int wide) {
        StringBuilder text = new StringBuilder("a0: &a0 [1]\n");
        for (int n = 1; n <= levels; n++) {
            text.append("a").append(n).append(": &a").append(n).append(" [")
                    .append(("*a" + (n - 1) + ", ").repeat(wide)).append("1]\n");
        }
        return text.toString();
    }
}
