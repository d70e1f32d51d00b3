/// The extraction of a manifest, of hand-crafted features or a network's, as a Spark job ([org.trabecula.spark.SparkMain], for
/// `spark-submit`): a face beside the command line, over `extraction` alone. Start reading at [org.trabecula.spark.ExtractJob].
///
/// One task is one scan with all its cases ([org.trabecula.spark.SentScan] goes out, the bytes of a part come back). What a task
/// needs and gives is texts, numbers and bytes: no serialiser of a cluster's choice has to know our types. Tasks write nothing; the
/// driver commits their rows ([org.trabecula.spark.PartsFolder]).
@NullMarked
package org.trabecula.spark;

import org.jspecify.annotations.NullMarked;
