package org.trabecula.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.SerializableConfiguration;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.ScratchFolder;
import org.trabecula.deep.DeepProblem;
import org.trabecula.deep.crop.CropSettings;
import org.trabecula.extraction.network.EmbeddedRows;
import org.trabecula.extraction.part.PartOrigin;
import org.trabecula.radiomics.parameters.ParameterFile;
import org.trabecula.radiomics.parameters.Preset;
import org.trabecula.radiomics.settings.Settings;
import org.trabecula.radiomics.settings.SettingsText;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/// The extraction of a manifest: reads it, leaves out what the output holds already, sends a task a scan, commits what comes back.
///
/// Scans go to Spark in waves, two under way at a time: the driver's lists stay short with a million scans, and no core waits for a
/// wave's last scan.
final class ExtractJob {
    /// Scans in a wave. A wave's results count against `spark.driver.maxResultSize` together: 1 GiB unless set otherwise.
    private static final int WAVE = 2000;
    private static final int WAVES_AT_ONCE = 2;

    private final JavaSparkContext spark;
    private final JobOptions options;
    private final Configuration configuration;

    ExtractJob(JavaSparkContext spark, JobOptions options) {
        this.spark = spark;
        this.options = options;
        this.configuration = spark.hadoopConfiguration();
    }

    /// What the output holds when a job is done.
    ///
    /// @param found    cases that an earlier run had done
    /// @param rows     of features, in all
    /// @param failures of cases, in all
    record Result(int found, int rows, int failures) {}

    /// @throws InputException if manifest, settings or output are refused
    Result run() throws IOException {
        try (ScratchFolder copies = ScratchFolder.of("job")) {
            return run(copies.path());
        }
    }

    private Result run(Path copies) throws IOException {
        RemoteManifest manifest = RemoteManifest.read(brought(options.manifest(), copies.resolve("manifest")));
        SentJob job = job(manifest, copies);
        PartOrigin origin = job.origin(); // a task's word on it is compared
        PartsFolder folder = new PartsFolder(options.output(), configuration);
        PartsFolder.Done done = folder.done(origin, copies.resolve("parts"));
        PartsWriter writer = new PartsWriter(folder, origin, options.rows(), options.seconds());
        extract(left(manifest.scans(), done), job, writer);
        folder.succeed();
        return new Result(done.lines().size(), done.rows() + writer.written(), done.failures() + writer.failed());
    }

    private Path brought(String place, Path into) throws IOException {
        try {
            return RemoteFiles.beside(place, configuration).local(place, into);
        } catch (IOException | IllegalArgumentException e) {
            throw new InputException(
                    new Problem(
                            SparkProblem.NO_PLACE, place, e instanceof FileNotFoundException ? String.valueOf(e.getMessage()) : e.toString(),
                            "a file that the driver can read",
                            "check the address, and the file system's settings of the cluster (spark.hadoop.…)"),
                    e);
        }
    }

    private SentJob job(RemoteManifest manifest, Path copies) throws IOException {
        return switch (options.asked()) {
            case JobOptions.Asked.Preset(String name) -> measuring(manifest, Preset.named(name).settings());
            case JobOptions.Asked.Params(String place) ->
                    measuring(manifest, ParameterFile.read(brought(place, copies.resolve("params"))));
            case JobOptions.Asked.Network(String weights, CropSettings crop) -> {
                requireLibtorch();
                yield SentJob.embedding(
                        options.manifest(), manifest, new SentNetwork(brought(weights, copies.resolve("weights")), crop));
            }
        };
    }

    /// Executors have the driver's jars.
    private static void requireLibtorch() {
        try {
            EmbeddedRows.requireLibrary();
        } catch (NoClassDefFoundError e) {
            throw DeepProblem.NO_NETWORK.refuse(
                    "the jars of the job", "no " + e.getMessage(), "those of libtorch (org.bytedeco) among --jars",
                    "start the job with spark/submit, which adds them for embed");
        }
    }

    private SentJob measuring(RemoteManifest manifest, Settings settings) {
        return SentJob.measuring(options.manifest(), manifest, SettingsText.of(settings), options.labels());
    }

    /// Scans without the cases that are done.
    private static List<SentScan> left(List<SentScan> scans, PartsFolder.Done done) {
        List<SentScan> left = new ArrayList<>();
        for (SentScan scan : scans) {
            SentScan.SentCase[] cases =
                    Arrays.stream(scan.cases).filter(one -> !done.lines().contains(one.line)).toArray(SentScan.SentCase[]::new);
            if (cases.length > 0) {
                left.add(new SentScan(scan.image, cases));
            }
        }
        return left;
    }

    private void extract(List<SentScan> scans, SentJob job, PartsWriter writer) throws IOException {
        ScanFunction function = new ScanFunction(
                spark.broadcast(job), spark.broadcast(new SerializableConfiguration(configuration)), tasksAtOnce());
        Thread writing = new Thread(writer, "trabecula-parts");
        writing.start();
        ExecutorService waves = Executors.newFixedThreadPool(WAVES_AT_ONCE);
        try {
            List<Future<?>> under = new ArrayList<>();
            for (int from = 0; from < scans.size(); from += WAVE) {
                List<SentScan> wave = scans.subList(from, Math.min(scans.size(), from + WAVE));
                under.add(waves.submit(() -> run(wave, function, writer)));
            }
            for (Future<?> wave : under) {
                wave.get();
                writer.check();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted; what was committed stays", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            waves.shutdownNow();
            writer.end(); // what has come is committed, whatever else went wrong
            join(writing);
        }
        writer.check();
    }

    private static void join(Thread writing) {
        try {
            writing.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(List<SentScan> wave, ScanFunction function, PartsWriter writer) {
        JavaRDD<SentScan> scans = spark.parallelize(new ArrayList<>(wave), wave.size()); // a task each
        spark.sc().runJob(scans.rdd(), function, new AbstractFunction2<Object, byte[], BoxedUnit>() {
            @Override
            public BoxedUnit apply(Object task, byte[] part) {
                writer.take(part); // once a task, whatever was tried twice
                return BoxedUnit.UNIT;
            }
        }, ClassTag$.MODULE$.apply(byte[].class));
    }

    /// Of one executor; on one machine, of all its cores.
    private int tasksAtOnce() {
        int cores = spark.getConf().getInt("spark.executor.cores", spark.defaultParallelism());
        return Math.max(1, cores / spark.getConf().getInt("spark.task.cpus", 1));
    }
}
