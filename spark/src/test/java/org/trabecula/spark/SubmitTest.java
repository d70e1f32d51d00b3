package org.trabecula.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.extraction.feature.Extracted;
import org.trabecula.radiomics.parameters.Preset;

/// `spark/submit` as it is called beside a cluster, with two workers in processes of their own. Spark's jars are Maven's, and its own launcher
/// and `SparkSubmit` start the driver; ours come to the executors by `--jars` alone.
@Tag("slow")
class SubmitTest {
    private static final int SCANS = 4;
    private static final Path HERE = Path.of(System.getProperty("trabecula.root"), "spark");

    @TempDir
    Path folder;

    private Path manifest;

    @BeforeEach
    void makeInput() throws IOException {
        manifest = new SmallCohort(Files.createDirectories(folder.resolve("cohort"))).manifest(SCANS);
        Path lib = Files.createDirectories(folder.resolve("clone/spark/target/lib"));
        Path jars = Files.createDirectories(folder.resolve("home/jars"));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path place = Path.of(entry).toAbsolutePath();
            if (Files.isDirectory(place)) {
                boolean job = place.startsWith(HERE.resolve("target/classes"));
                String module = place.getName(place.getNameCount() - 3).toString(); // …/MODULE/target/classes
                jar(place, job ? lib.resolveSibling("trabecula-spark-test.jar") : lib.resolve(module + ".jar"));
            } else if (entry.endsWith(".jar") && !entry.contains("bytedeco")) {
                Path into = isOfTheJob(entry) ? lib : jars;
                Files.createSymbolicLink(into.resolve(place.getFileName()), place);
            }
        }
        copied(HERE.resolve("submit"), folder.resolve("clone/spark/submit"));
        for (String part : List.of("launch.sh", "java.sh")) {
            copied(HERE.resolveSibling("dist/launcher").resolve(part), folder.resolve("clone/dist/launcher").resolve(part));
        }
        copied(HERE.resolve("src/test/resources/spark-home/bin/spark-submit"), folder.resolve("home/bin/spark-submit"));
    }

    /// What Maven copies to `lib`; the rest of the class path is Spark's and the tests' own.
    private static boolean isOfTheJob(String jar) {
        return List.of("hardwood", "fastcsv", "snakeyaml-engine", "/tools/jackson/", "jspecify", "trabecula-").stream().anyMatch(jar::contains);
    }

    private static void jar(Path classes, Path file) {
        int rc = ToolProvider.findFirst("jar").orElseThrow().run(
                System.out, System.err, "--create", "--file", file.toString(), "-C", classes.toString(), ".");
        assertThat(rc).isZero();
    }

    private static void copied(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
        assertThat(to.toFile().setExecutable(true)).isTrue();
    }

    private int submit(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", folder.resolve("clone/spark/submit").toString()));
        Collections.addAll(command, words);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("submit.log").toFile());
        builder.environment().put("SPARK_HOME", folder.resolve("home").toString());
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    @Test
    void theScriptSubmitsAJobWhoseRowsAreThoseOfExtract() throws IOException, InterruptedException {
        Path output = folder.resolve("out");

        int exit = submit(
                "--master", "local-cluster[2,1,1024]", "--executor-memory", "1g", "--conf", "spark.ui.enabled=false", "--",
                "extract", "--manifest", manifest.toString(), "--preset", "original", "--output", output.toString());

        assertThat(exit).as(log()).isEqualTo(4); // the three bad cases
        Extracted expected = Compared.byExtract(manifest, Preset.ORIGINAL.settings());
        Extracted merged = Compared.merged(output);
        assertThat(Compared.bytes(merged.table())).isEqualTo(Compared.bytes(expected.table()));
        assertThat(Compared.told(merged.failures())).isEqualTo(Compared.told(expected.failures()));
    }

    @Test
    void aNetworkWithoutItsLibraryIsRefusedBeforeAnythingIsComputed() throws IOException, InterruptedException {
        int exit = submit(
                "--master", "local[1]", "--conf", "spark.ui.enabled=false", "--",
                "embed", "--manifest", manifest.toString(), "--weights", manifest.toString(), "--output", folder.resolve("out").toString());

        assertThat(exit).as(log()).isEqualTo(3);
        assertThat(log()).contains("NET-011", "org.bytedeco");
        assertThat(folder.resolve("out/rows")).doesNotExist();
    }

    @Test
    void withoutTheTwoDashesItSaysHowItIsCalled() throws IOException, InterruptedException {
        assertThat(submit("--master", "local[1]")).isEqualTo(2);
        assertThat(log()).contains("spark/submit --master yarn").contains("extract --manifest");
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("submit.log"));
    }
}
