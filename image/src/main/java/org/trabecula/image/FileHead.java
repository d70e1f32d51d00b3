package org.trabecula.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;

/// Opens files by what they hold: gzip is known by its first two bytes, whatever the name says.
public final class FileHead {
    private static final int BUFFER_BYTES = 1 << 16;
    /// Enough compressed bytes for most headers.
    private static final int START_BUFFER_BYTES = 1 << 11;

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

    /// What a file begins with.
    ///
    /// @param gzip  whether the file itself is gzip
    /// @param bytes inflated, if it is; as many as were asked for, or as there are
    public record Start(boolean gzip, byte[] bytes) {}

    /// The first bytes of a file, in one look.
    ///
    /// @throws java.io.EOFException if gzip data end in them
    /// @throws java.util.zip.ZipException if gzip data are damaged in them
    public static Start start(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] stored = in.readNBytes(Math.max(most, START_BUFFER_BYTES));
            boolean gzip = stored.length >= 2 && stored[0] == 0x1f && stored[1] == (byte) 0x8b;
            if (!gzip) {
                return new Start(false, stored.length <= most ? stored : Arrays.copyOf(stored, most));
            }
            InputStream again = new SequenceInputStream(new ByteArrayInputStream(stored), in);
            return new Start(true, new GZIPInputStream(again, START_BUFFER_BYTES).readNBytes(most));
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
