package org.trabecula.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;

/// A driver and two workers of one core, each a process of its own (`local-cluster`).
///
/// @param folder of its logs and of what it needs
/// @param hadoop settings of Hadoop
record LocalCluster(Path folder, Map<String, String> hadoop) {
    private static final Pattern PART = Pattern.compile("part-\\d+\\.parquet");

    /// The command line of [SparkMain], under way.
    Process start(String... words) throws IOException {
        String classPath = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-cp", classPath,
                "-Dspark.master=local-cluster[2,1,1024]", "-Dspark.executor.memory=1g", "-Dspark.ui.enabled=false",
                "-Dspark.driver.host=127.0.0.1", "-Dspark.executor.extraClassPath=" + classPath,
                "-Dspark.local.dir=" + folder.resolve("local")));
        hadoop.forEach((name, value) -> command.add("-Dspark.hadoop." + name + "=" + value));
        command.add(SparkMain.class.getName());
        Collections.addAll(command, words);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("driver.log").toFile()));
        builder.environment().put("SPARK_HOME", home().toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13"); // as spark-submit says it
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    /// Spark's workers start executors from a folder of jars.
    private Path home() throws IOException {
        Path jars = Files.createDirectories(folder.resolve("home/jars"));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path jar = Path.of(entry);
            if (entry.endsWith(".jar") && !Files.exists(jars.resolve(jar.getFileName()))) {
                Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar.toAbsolutePath());
            }
        }
        return folder.resolve("home");
    }

    /// Waits until a job has committed some parts and is not done.
    ///
    /// @return its executors
    List<ProcessHandle> executorsAfter(int parts, Process driver, String output) throws IOException, InterruptedException {
        Configuration configuration = new Configuration();
        hadoop.forEach(configuration::set);
        RemoteFiles rows = new RemoteFiles(new org.apache.hadoop.fs.Path(output, "rows"), configuration);
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (driver.isAlive() && System.nanoTime() < deadline && rows.names(PART).size() < parts) {
            driver.waitFor(20, TimeUnit.MILLISECONDS);
        }
        assertThat(driver.isAlive()).as(log()).isTrue();
        List<ProcessHandle> executors = driver.children().toList(); // master and workers are threads of the driver
        assertThat(executors).as("two executors").hasSize(2);
        return executors;
    }

    String log() throws IOException {
        return Files.readString(folder.resolve("driver.log"));
    }
}
