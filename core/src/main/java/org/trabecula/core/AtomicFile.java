package org.trabecula.core;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes beside the target and renames, so that a file that exists is complete.
public final class AtomicFile {
    private static final String HALF_WRITTEN = ".part";

    private AtomicFile() {}

    /// Whether a file is one that [#write] had not finished; left behind only when the process was killed.
    public static boolean isHalfWritten(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".") && name.endsWith(HALF_WRITTEN);
    }

    /// What writes the content.
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /// Writes `target`, making its folders; on any failure the old file, if there was one, stays.
    public static void write(Path target, Content content) throws IOException {
        Path absolute = target.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder == null) {
            throw new IOException("no folder to write into: " + target);
        }
        Files.createDirectories(folder);
        Path beside = Files.createTempFile(folder, "." + absolute.getFileName() + ".", HALF_WRITTEN);
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside), 1 << 16)) {
                content.writeTo(out);
            }
            relaxPermissions(beside);
            Files.move(beside, absolute, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    public static void writeText(Path target, String text) throws IOException {
        write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// Temporary files are private by default; results should be readable as any other file of the user.
    private static void relaxPermissions(Path file) throws IOException {
        try {
            Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        } catch (UnsupportedOperationException e) {
            // not a POSIX file system: its own rules hold
        }
    }
}
