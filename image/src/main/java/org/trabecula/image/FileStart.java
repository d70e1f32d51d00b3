package org.trabecula.image;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.ZipException;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;

/// What a file begins with, for those who tell kinds of files apart.
public final class FileStart {
    private static final int HEAD_BYTES = 352;

    private final Path path;
    private final boolean gzip;
    private final byte[] head;

    private FileStart(Path path, boolean gzip, byte[] head) {
        this.path = path;
        this.gzip = gzip;
        this.head = head;
    }

    /// @param path a readable file, or a folder, which has no bytes
    /// @throws InputException IMG-003 if it is neither, or damaged gzip
    static FileStart of(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return new FileStart(path, false, new byte[0]);
        }
        FileHead.refuseUnreadable(path);
        try {
            FileHead.Start start = FileHead.start(path, HEAD_BYTES);
            return new FileStart(path, start.gzip(), start.bytes());
        } catch (EOFException | ZipException e) {
            throw new InputException(
                    new Problem(
                            ImageProblem.UNREADABLE,
                            path.toString(),
                            "damaged gzip data: " + e.getMessage(),
                            "a whole gzip stream",
                            "copy or export the file again; this copy is not complete"),
                    e);
        }
    }

    /// Whether it is a folder, which has no bytes.
    public boolean isFolder() {
        return Files.isDirectory(path);
    }

    /// Whether the file itself is gzip; [#head] is inflated then.
    public boolean isGzip() {
        return gzip;
    }

    /// The file's name in lower case.
    public String name() {
        return path.getFileName() == null ? "" : path.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    /// The first 352 bytes, or as many as there are; inflated, if the file is gzip. A copy.
    public byte[] head() {
        return head.clone();
    }

    /// Whether `text` stands at byte `at`.
    public boolean hasAt(int at, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
        return head.length >= at + wanted.length && Arrays.equals(head, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
