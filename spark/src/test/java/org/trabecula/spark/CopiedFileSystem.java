package org.trabecula.spark;

import java.net.URI;
import org.apache.hadoop.fs.RawLocalFileSystem;

/// The local disk under an address of its own, so that files are copied as from a remote file system: `copied:///folder/file`.
public final class CopiedFileSystem extends RawLocalFileSystem {
    static final String SCHEME = "copied";

    @Override
    public URI getUri() {
        return URI.create(SCHEME + ":///");
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }
}
