package org.trabecula.spark;

import java.io.Serializable;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.trabecula.extraction.part.PartBytes;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction2;

/// What Spark runs for each scan; the part's bytes are the task's result.
///
/// A scan that ends its executor (memory taken outside Java, a crash in native code) would be tried until Spark gives the whole job
/// up. After [#MOST_TRIES] it is not begun any more but told as failed, and the job goes on.
final class ScanFunction extends AbstractFunction2<TaskContext, Iterator<SentScan>, byte[]> implements Serializable {
    private static final long serialVersionUID = 1;

    /// One less than `spark.task.maxFailures`, so that the last try is the one that tells.
    static final int MOST_TRIES = 3;

    private final Broadcast<SentJob> job;
    private final Broadcast<SerializableConfiguration> configuration;
    private final int tasksAtOnce;

    /// @param tasksAtOnce of one executor
    ScanFunction(Broadcast<SentJob> job, Broadcast<SerializableConfiguration> configuration, int tasksAtOnce) {
        this.job = job;
        this.configuration = configuration;
        this.tasksAtOnce = tasksAtOnce;
    }

    @Override
    public byte[] apply(TaskContext context, Iterator<SentScan> scans) {
        SentScan scan = scans.next();
        ScanTask task = new ScanTask(job.value(), configuration.value().value(), tasksAtOnce);
        if (context.attemptNumber() >= MOST_TRIES) {
            return PartBytes.of(task.failed(
                    scan, SparkProblem.LOST, "the executor's end in each of " + MOST_TRIES + " tries", "an executor that outlives the scan",
                    "look into the executors' logs; give executors more memory beside Java's (spark.executor.memoryOverhead)"));
        }
        return PartBytes.of(task.part(scan));
    }
}
