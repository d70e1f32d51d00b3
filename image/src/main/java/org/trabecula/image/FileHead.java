package org.trabecula.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;

/// Opens files by what they hold: gzip is known by its first two bytes, whatever the name says.
public final class FileHead {
    private static final int BUFFER_BYTES = 1 << 16;

    private FileHead() {}

    /// Whether the file begins as gzip does.
    public static boolean isGzip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 0x1f && in.read() == 0x8b;
        }
    }

    /// The file's bytes, inflated if they are gzip. Several gzip members in a row (pigz, bgzip) are one stream.
    public static InputStream open(Path file) throws IOException {
        return isGzip(file) ? gunzip(Files.newInputStream(file)) : Files.newInputStream(file);
    }

    /// Inflates `in`, which is closed if it is not gzip at all.
    public static InputStream gunzip(InputStream in) throws IOException {
        try {
            return new GZIPInputStream(in, BUFFER_BYTES);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /// Refuses what is not a readable file: missing, a folder, forbidden.
    public static void refuseUnreadable(Path file) {
        if (Files.isRegularFile(file) && Files.isReadable(file)) {
            return;
        }
        String found = Files.isDirectory(file)
                ? "a folder"
                : Files.exists(file) ? "no permission to read, or not a plain file" : "no such file";
        throw new InputException(new Problem(
                ImageProblem.UNREADABLE,
                file.toString(),
                found,
                "a readable file",
                "check the path; relative paths count from " + Path.of("").toAbsolutePath()));
    }

    /// The refusal for a file that vanishes or fails while it is read.
    public static InputException unreadable(Path file, IOException cause) {
        String found = cause instanceof NoSuchFileException ? "no such file" : String.valueOf(cause.getMessage());
        return new InputException(
                new Problem(ImageProblem.UNREADABLE, file.toString(), found, "a readable file", "check the path and the disk"),
                cause);
    }
}
