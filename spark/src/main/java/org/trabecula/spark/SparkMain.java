package org.trabecula.spark;

import java.io.IOException;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.trabecula.core.InputException;
import org.trabecula.core.Shown;

/// The class that `spark-submit` starts. Exit codes are the command line's: 0 done, 2 wrong usage, 3 refused, 4 done but for some
/// cases.
public final class SparkMain {
    private static final int DONE = 0;
    private static final int USAGE = 2;
    private static final int REFUSED = 3;
    private static final int SOME_FAILED = 4;

    private SparkMain() {}

    /// @param args as [JobOptions#USAGE] has them
    public static void main(String... args) throws IOException {
        int exit = run(args);
        if (exit != DONE) {
            System.exit(exit); // a driver on the cluster counts as failed with any other code than 0
        }
    }

    static int run(String... args) throws IOException {
        try {
            return run(JobOptions.of(args), "trabecula " + args[0]);
        } catch (JobOptions.UsageException e) {
            System.err.println(e.getMessage());
            System.err.println(JobOptions.USAGE);
            return USAGE;
        } catch (InputException e) {
            e.problems().forEach(problem -> System.err.println(problem.text()));
            return REFUSED;
        }
    }

    private static int run(JobOptions options, String name) throws IOException {
        SparkConf configuration = new SparkConf()
                .setIfMissing("spark.app.name", name)
                .set("spark.task.maxFailures", Integer.toString(ScanFunction.MOST_TRIES + 1));
        try (JavaSparkContext spark = new JavaSparkContext(configuration)) {
            ExtractJob.Result result = new ExtractJob(spark, options).run();
            System.out.println(options.output() + ": " + Shown.count(result.rows(), "row") + ", "
                    + Shown.count(result.failures(), "failure")
                    + (result.found() > 0 ? "; " + Shown.count(result.found(), "case") + " were done before" : ""));
            return result.failures() == 0 ? DONE : SOME_FAILED;
        }
    }
}
