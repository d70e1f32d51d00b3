package org.trabecula.spark;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/// The local disk under an address of its own, where reading one file ends the process at once, as a crash in native code does.
public final class DeadlyFileSystem extends RawLocalFileSystem {
    static final String SCHEME = "deadly";
    static final String DEADLY = "ct 1.nii.gz";
    private static final int EXIT = 134; // of a process that was aborted

    @Override
    public URI getUri() {
        return URI.create(SCHEME + ":///");
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FSDataInputStream open(Path file, int bufferSize) throws IOException {
        if (file.getName().equals(DEADLY)) {
            Runtime.getRuntime().halt(EXIT);
        }
        return super.open(file, bufferSize);
    }
}
