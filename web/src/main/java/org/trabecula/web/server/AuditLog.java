package org.trabecula.web.server;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// What was asked of the room, one line an exchange: when, which route, how it ended, how long it took. No address, no name, no id, no
/// query: nothing that says who asked, or about whom.
public final class AuditLog implements AutoCloseable {
    private static final long LARGEST_BYTES = 8L << 20;

    private final Path file;
    private final Clock clock;
    private BufferedWriter out;
    private long bytes;

    /// Goes on writing where an earlier room stopped. At 8 MB the file becomes `audit.1.log` and a new one begins.
    public AuditLog(Path folder, Clock clock) throws IOException {
        this.file = folder.resolve("audit.log");
        this.clock = clock;
        this.out = open();
    }

    private BufferedWriter open() throws IOException {
        Files.createDirectories(file.getParent());
        bytes = Files.exists(file) ? Files.size(file) : 0;
        return Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /// @param route such as `/api/scans/{scan}`
    synchronized void say(String method, String route, int status, long millis) {
        try {
            if (bytes > LARGEST_BYTES) {
                out.close();
                Files.move(file, file.resolveSibling("audit.1.log"), StandardCopyOption.REPLACE_EXISTING);
                out = open();
            }
            String line = Instant.now(clock).truncatedTo(ChronoUnit.SECONDS) + " " + method + " " + route + " " + status + " " + millis + " ms\n";
            out.write(line);
            out.flush();
            bytes += line.length();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }
}
