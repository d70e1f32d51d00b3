package org.trabecula.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.testkit.Reference;

/// `examples/features`, a project of somebody else's against the engine as it is published, and the page that tells of it.
class ExampleProjectTest {
    private static final Pattern FENCED_XML = Pattern.compile("(?s)```xml\n(.*?)```");
    private static final long MOST_BYTES_OF_A_RUNTIME = 60_000_000;
    /// The engine itself is held to PyRadiomics closer, feature by feature (`PyRadiomicsConformanceTest`); here it is to be the same engine.
    private static final double RELATIVE = 1e-9;

    @Test
    void thePageShowsWhatTheExampleSays() throws IOException {
        Matcher shown = FENCED_XML.matcher(Files.readString(Reference.root().resolve("docs/library.md")));
        assertThat(shown.find()).isTrue();
        assertThat(Files.readString(Reference.root().resolve("examples/features/pom.xml"))).contains(shown.group(1));
        assertThat(shown.find()).isFalse();
    }

    /// Publishes the engine with its sources and documentation, which takes minutes.
    @Test
    @Tag("slow")
    void strangersGetPyRadiomicsValuesOnClassPathAndModulePathAndInARuntimeOfTheirOwn(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path work = folder.resolve("a stranger's");
        ProcessBuilder script = new ProcessBuilder(Reference.root().resolve("examples/try").toString(), work.toString()).inheritIO();
        script.environment().put("JAVA_HOME", System.getProperty("java.home"));
        assertThat(script.start().waitFor()).isZero();

        Map<String, Double> expected = values(Reference.core("pyradiomics/expected/vert_oblique__original.csv"));
        assertThat(expected).hasSize(107);
        for (String printed : new String[] {"class-path.csv", "module-path.csv", "image.csv"}) {
            Map<String, Double> ours = values(work.resolve(printed));
            assertThat(ours.keySet()).as(printed).containsExactlyElementsOf(expected.keySet());
            expected.forEach((name, value) ->
                    assertThat(ours.get(name)).as(printed + " " + name).isCloseTo(value, within(RELATIVE * Math.abs(value))));
        }
        assertThat(bytes(work.resolve("image"))).isLessThan(MOST_BYTES_OF_A_RUNTIME);
        try (Stream<Path> jars = Files.list(work.resolve("features/target/dependency"))) {
            assertThat(jars.map(jar -> jar.getFileName().toString().replaceAll("-\\d.*", "")))
                    .containsExactlyInAnyOrder(
                            "jspecify", "snakeyaml-engine", "trabecula-core", "trabecula-image", "trabecula-radiomics");
        }
    }

    private static Map<String, Double> values(Path table) throws IOException {
        Map<String, Double> values = new LinkedHashMap<>();
        for (String line : Files.readAllLines(table)) {
            String[] cells = line.split(",", -1);
            if (!cells[0].equals("feature")) {
                values.put(cells[0], Double.valueOf(cells[1]));
            }
        }
        return values;
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            long sum = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sum += Files.size(file);
            }
            return sum;
        }
    }
}
