package org.trabecula.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `spark/submit` hands to Spark: its Java, and the flags of executors; with a stand-in for `spark-submit` that tells how it was called.
@DisabledOnOs(OS.WINDOWS)
class SubmitCallTest {
    private static final Path ROOT = Path.of(System.getProperty("trabecula.root"));

    @TempDir
    Path folder;

    @BeforeEach
    void layOut() throws IOException {
        for (String part : List.of("spark/submit", "dist/launcher/launch.sh", "dist/launcher/java.sh")) {
            Path copy = folder.resolve(part);
            Files.createDirectories(copy.getParent());
            Files.copy(ROOT.resolve(part), copy);
        }
        Files.createFile(Files.createDirectories(folder.resolve("spark/target/lib")).resolve("a.jar"));
        Files.createFile(folder.resolve("spark/target/trabecula-spark-1.jar"));
        program("home/bin/spark-submit", "echo java $JAVA_HOME; echo last ${@: -2}; echo \"$@\" >\"${0%/*}/called\"");
        java("old", "17.0.15");
        java("new", "25.0.3");
    }

    private void program(String name, String script) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/usr/bin/env bash\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private void java(String name, String version) throws IOException {
        program(name + "/bin/java", "exit 1");
        Files.writeString(folder.resolve(name).resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    private int submit(String defaultJava, String otherJava, String... words) throws IOException, InterruptedException {
        return submit(List.of("--master", "yarn"), defaultJava, otherJava, words);
    }

    private int submit(List<String> sparksOwn, String defaultJava, String otherJava, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", folder.resolve("spark/submit").toString()));
        command.addAll(sparksOwn);
        command.add("--");
        Collections.addAll(command, words);
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(folder.resolve("out").toFile()).redirectError(folder.resolve("err").toFile());
        builder.environment().put("SPARK_HOME", folder.resolve("home").toString());
        builder.environment().put("JAVA_HOME", folder.resolve(defaultJava).toString());
        builder.environment().put("TRABECULA_JAVA", otherJava.isEmpty() ? "" : folder.resolve(otherJava).toString());
        return builder.start().waitFor();
    }

    private String said(String where) throws IOException {
        return Files.readString(folder.resolve(where));
    }

    @Test
    void aDefaultThatServesIsTaken() throws IOException, InterruptedException {
        assertThat(submit("new", "", "extract", "--json")).as(said("err")).isZero();
        assertThat(said("out")).isEqualTo("java " + folder.resolve("new") + "\nlast extract --json\n");
    }

    @Test
    void anOlderDefaultGivesWayToOneThatServes() throws IOException, InterruptedException {
        assertThat(submit("old", "new", "extract", "--json")).as(said("err")).isZero();
        assertThat(said("out")).startsWith("java " + folder.resolve("new") + "\n");
    }

    /// Before Maven or Spark is called.
    @Test
    void withoutOneThatServesTheJobIsRefused() throws IOException, InterruptedException {
        Path search = folder.resolve("dist/launcher/java.sh");
        Files.writeString(search, Files.readString(search) + "\nis_java25() { return 1; }\n"); // as on a machine that has none
        assertThat(submit("old", "", "extract", "--json")).isEqualTo(3);
        assertThat(said("err")).startsWith("error RUN-001  no JDK 25 was found\n").contains("found     " + folder.resolve("old") + "\n");
        assertThat(said("out")).startsWith("{\"exit\":3,\"problems\":[{\"code\":\"RUN-001\"");
    }

    @Test
    void aPlaceWithoutSparkIsSaidInASentence() throws IOException, InterruptedException {
        Files.delete(folder.resolve("home/bin/spark-submit"));
        assertThat(submit("new", "", "extract")).isEqualTo(2);
        assertThat(said("err"))
                .isEqualTo("spark/submit: no bin/spark-submit in SPARK_HOME (" + folder.resolve("home") + "): set it to the folder of Spark 4.2\n");
    }

    /// Java would start a collector's thread for each core of the machine, which other executors were given.
    @ParameterizedTest
    @CsvSource({
        "--executor-cores 4, 4", "--executor-cores=3, 3", "--conf spark.executor.cores=2, 2", "--conf=spark.executor.cores=1, 1", "--master yarn, ''",
        "--executor-cores many, ''"
    })
    void anExecutorTakesAsManyThreadsAsItWasGivenCores(String sparksOwn, String cores) throws IOException, InterruptedException {
        assertThat(submit(List.of(sparksOwn.split(" ")), "new", "", "extract")).as(said("err")).isZero();
        String flags = "spark.executor.defaultJavaOptions=-XX:+UseParallelGC -XX:MaxNewSize=256m";
        String called = said("home/bin/called");
        assertThat(called).contains(cores.isEmpty() ? flags + " --jars" : flags + " -XX:ActiveProcessorCount=" + cores + " --jars").contains(sparksOwn);
    }
}
