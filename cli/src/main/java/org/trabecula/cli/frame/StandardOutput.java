package org.trabecula.cli.frame;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Stdout that remembers why it failed: a print writer swallows that, and a full disk behind `>` would end as success.
public final class StandardOutput extends FilterOutputStream {
    private @Nullable IOException failure;

    public StandardOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        remember(() -> out.write(bytes, from, count));
    }

    @Override
    public void write(int one) throws IOException {
        remember(() -> out.write(one));
    }

    @Override
    public void flush() throws IOException {
        remember(out::flush);
    }

    /// The first failure; empty also when the reader of a pipe simply had enough (`| head`).
    public Optional<IOException> failure() {
        return Optional.ofNullable(failure)
                .filter(first -> !String.valueOf(first.getMessage()).contains("Broken pipe"));
    }

    private void remember(Writing writing) throws IOException {
        try {
            writing.write();
        } catch (IOException e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }

    @FunctionalInterface
    private interface Writing {
        void write() throws IOException;
    }
}
