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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.extraction.feature.Extracted;
import org.trabecula.radiomics.parameters.Preset;

/// A driver and two workers, each a process of its own (`local-cluster`), and one of them killed in the middle.
@Tag("slow")
class TwoWorkersTest {
    private static final int SCANS = 150;

    @TempDir
    Path folder;

    private Path manifest;

    @BeforeEach
    void makeInput() throws IOException {
        manifest = new SmallCohort(folder).manifest(SCANS);
        // Spark's workers start executors from a folder of jars
        Path jars = Files.createDirectories(folder.resolve("home/jars"));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path jar = Path.of(entry);
            if (entry.endsWith(".jar") && !Files.exists(jars.resolve(jar.getFileName()))) {
                Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar.toAbsolutePath());
            }
        }
    }

    private Process start(Path output) throws IOException {
        String classPath = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-cp", classPath,
                "-Dspark.master=local-cluster[2,1,1024]", "-Dspark.executor.memory=1g", "-Dspark.ui.enabled=false",
                "-Dspark.driver.host=127.0.0.1", "-Dspark.executor.extraClassPath=" + classPath,
                "-Dspark.local.dir=" + folder.resolve("local"), SparkMain.class.getName()));
        Collections.addAll(command, "extract", "--manifest", manifest.toString(), "--preset", "paper1648", "--output",
                output.toString(), "--part-rows", "10");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("driver.log").toFile()));
        builder.environment().put("SPARK_HOME", folder.resolve("home").toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13"); // as spark-submit says it
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    @Test
    void anExecutorKilledInTheMiddleCostsNoRowAndDoublesNone() throws IOException, InterruptedException {
        Path output = folder.resolve("out");
        Process driver = start(output);
        ProcessHandle executor = executorAfter(3, driver, output);

        executor.destroyForcibly();

        assertThat(driver.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(driver.exitValue()).as(log()).isEqualTo(4); // the three bad cases
        assertThat(log()).contains("Lost executor");
        isThatOfExtract(output);
    }

    @Test
    void aDriverKilledInTheMiddleGoesOnWhereItStopped() throws IOException, InterruptedException {
        Path output = folder.resolve("out");
        Process driver = start(output);
        executorAfter(3, driver, output);
        List<ProcessHandle> executors = driver.descendants().toList();
        driver.destroyForcibly();
        executors.forEach(ProcessHandle::destroyForcibly);
        assertThat(driver.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(output.resolve("_SUCCESS")).doesNotExist();

        Process again = start(output);

        assertThat(again.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(again.exitValue()).as(log()).isEqualTo(4);
        assertThat(log()).containsPattern("; [1-9]\\d* cases were done before");
        isThatOfExtract(output);
    }

    /// An executor of a job that has committed some parts and is not done.
    private ProcessHandle executorAfter(int parts, Process driver, Path output) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (driver.isAlive() && System.nanoTime() < deadline && parts(output) < parts) {
            driver.waitFor(20, TimeUnit.MILLISECONDS);
        }
        assertThat(driver.isAlive()).as(log()).isTrue();
        List<ProcessHandle> executors = driver.children().toList(); // master and workers are threads of the driver
        assertThat(executors).as("two executors").hasSize(2);
        return executors.getFirst();
    }

    private static int parts(Path output) throws IOException {
        if (!Files.isDirectory(output.resolve("rows"))) {
            return 0;
        }
        try (Stream<Path> files = Files.list(output.resolve("rows"))) {
            return (int) files.filter(file -> file.getFileName().toString().matches("part-\\d+\\.parquet")).count();
        }
    }

    private void isThatOfExtract(Path output) throws IOException {
        Extracted expected = Compared.byExtract(manifest, Preset.PAPER1648.settings());
        Extracted merged = Compared.merged(output);
        assertThat(merged.table().rows()).isEqualTo(2 * SCANS);
        assertThat(Compared.bytes(merged.table())).isEqualTo(Compared.bytes(expected.table()));
        assertThat(Compared.told(merged.failures())).isEqualTo(Compared.told(expected.failures()));
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("driver.log"));
    }
}
