package org.trabecula.spark;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CommonPathCapabilities;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;

/// A file that appears whole or not at all.
///
/// - **On a store of objects** (S3: its streams can be given up) an object is there from the moment that its last byte has been taken, so it is
///   written under its own name, and given up when something goes wrong before. A rename there is a copy and a removal: twice the
///   traffic, and not atomic between the two.
/// - **Elsewhere** (HDFS, a disk) a file can be seen while it grows, so it is written beside, under a name that nobody reads, and renamed.
///
/// @param over whether a file that is there is replaced; where not, another driver at work here has written it
record WholeFile(Path file, Configuration configuration, boolean over) {
    /// What writes a file, and leaves the stream open.
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    static WholeFile over(Path file, Configuration configuration) {
        return new WholeFile(file, configuration, true);
    }

    static WholeFile fresh(Path file, Configuration configuration) {
        return new WholeFile(file, configuration, false);
    }

    /// @throws InputException SPK-002 if it is there and must not be
    void write(Content content) throws IOException {
        FileSystem system = file.getFileSystem(configuration);
        if (system.hasPathCapability(file, CommonPathCapabilities.ABORTABLE_STREAM)) {
            asObject(system, content);
        } else {
            beside(system, content);
        }
    }

    private void asObject(FileSystem system, Content content) throws IOException {
        FSDataOutputStream out = created(system);
        boolean whole = false;
        try {
            content.writeTo(out);
            whole = true;
        } finally {
            if (whole) {
                out.close();
            } else {
                out.abort(); // closed, it would be an object of what was written
            }
        }
    }

    private FSDataOutputStream created(FileSystem system) throws IOException {
        try {
            return system.create(file, over);
        } catch (FileAlreadyExistsException e) {
            throw new InputException(notOurs(), e);
        }
    }

    private void beside(FileSystem system, Content content) throws IOException {
        Path beside = new Path(file.getParent(), "_" + file.getName() + ".writing");
        try (OutputStream out = system.create(beside, true)) {
            content.writeTo(out);
        }
        if (over) {
            system.delete(file, false);
        }
        if (!over && system.exists(file) || !system.rename(beside, file)) {
            throw new InputException(notOurs());
        }
    }

    private Problem notOurs() {
        return new Problem(
                SparkProblem.NO_PLACE, file.toString(), "a file that this job did not write", "one job at a time in an output",
                "let the other job end, or choose another --output");
    }
}
