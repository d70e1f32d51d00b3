package org.trabecula.learn.boosting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.learn.TrainingTables;

class LightgbmLibraryTest {
    private static final String FILE = "lib_lightgbm.so";

    /// What another user put where lightgbm4j looks is not loaded, and nothing is left behind: in a process of its own, as the
    /// library is loaded once.
    @Test
    void whatLiesInTheCommonFolderIsNotLoaded(@TempDir Path common) throws IOException, InterruptedException {
        Files.writeString(common.resolve(FILE), "planted");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Djava.io.tmpdir=" + common,
                        "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                        Fit.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).isEqualToIgnoringWhitespace("1 tree, temporary folder as before");
        try (Stream<Path> left = Files.list(common)) {
            assertThat(left.map(Path::getFileName).map(Path::toString)).containsExactly(FILE);
        }
    }

    /// The other process.
    static final class Fit {
        private Fit() {}

        static void main(String[] arguments) {
            String before = System.getProperty("java.io.tmpdir");
            int trees = Lightgbm.fit(TrainingTables.of(new int[] {0, 1}, new double[] {0, 1}), 1, 2, 0.1).size();
            System.out.println(trees + " tree, temporary folder "
                    + (before.equals(System.getProperty("java.io.tmpdir")) ? "as before" : "changed"));
        }
    }
}
