package org.trabecula.core;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/// Writes beside the target and renames, so that a file that exists is complete.
///
/// Only regular files are renamed over. A device or a pipe is written through, and of a symbolic link the file that it
/// points to is replaced, not the link.
public final class AtomicFile {
    private static final String HALF_WRITTEN = ".part";
    private static final int BUFFER_BYTES = 1 << 16;
    /// What Linux follows; a longer chain is a circle.
    private static final int MOST_LINKS = 40;
    /// The longest name that common file systems hold, in bytes.
    private static final int LONGEST_NAME = 255;

    private static final Set<Path> UNFINISHED = ConcurrentHashMap.newKeySet();

    private AtomicFile() {}

    /// Whether a file is one that [#write] had not finished; left behind only when the process was killed.
    public static boolean isHalfWritten(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(".") && name.endsWith(HALF_WRITTEN);
    }

    /// What writes the content.
    @FunctionalInterface
    public interface Content {
        /// Writes all of it; `out` is closed by the caller.
        void writeTo(OutputStream out) throws IOException;
    }

    /// Writes `target`, making its folders; on any failure the old file, if there was one, stays, and so do its permissions.
    ///
    /// @throws FileSystemException for a folder, and for whatever the system refuses
    public static void write(Path target, Content content) throws IOException {
        if (isWrittenThrough(target)) {
            through(target, content);
            return;
        }
        Path place = followed(target);
        Path folder = place.getParent();
        if (folder == null || Files.isDirectory(place)) {
            throw new FileSystemException(target.toString(), null, "a folder, where a file is needed");
        }
        Files.createDirectories(folder);
        Path beside = beside(folder, place);
        UNFINISHED.add(beside);
        try {
            try (OutputStream out = new BufferedOutputStream(
                    Files.newOutputStream(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), BUFFER_BYTES)) {
                content.writeTo(out);
            }
            keepPermissions(place, beside);
            Files.move(beside, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
            UNFINISHED.remove(beside);
        }
    }

    /// Writes a text in UTF-8, as [#write] does.
    public static void writeText(Path target, String text) throws IOException {
        write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// Whether a path is a device, a pipe or a socket (or one of the names that the system gives to open files, such as
    /// `/dev/stdout`): such a place takes bytes but is never replaced. `/dev/shm` is a folder of ordinary files in memory.
    public static boolean isWrittenThrough(Path target) {
        Path absolute = target.toAbsolutePath().normalize();
        boolean amongDevices = absolute.startsWith("/dev") && !absolute.startsWith("/dev/shm");
        if (amongDevices || absolute.startsWith("/proc")) {
            return true;
        }
        try {
            return Files.readAttributes(absolute, BasicFileAttributes.class).isOther();
        } catch (IOException e) {
            return false; // nothing there yet, or nothing that can be looked at: writing will say why
        }
    }

    /// Removes what was being written when the process was asked to stop. For the end of a process only.
    public static void discardUnfinished() {
        for (Path file : UNFINISHED) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // its name says that it is half written; nobody reads it
            }
        }
    }

    /// Appends: `/dev/stdout` may be a file that holds lines already.
    private static void through(Path target, Content content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(
                Files.newOutputStream(target, StandardOpenOption.WRITE, StandardOpenOption.APPEND), BUFFER_BYTES)) {
            content.writeTo(out);
        }
    }

    /// The file at the end of a chain of links, whether it exists yet or not.
    private static Path followed(Path target) throws IOException {
        Path place = target.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(place); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemException(target.toString(), null, "symbolic links in a circle");
            }
            place = place.resolveSibling(Files.readSymbolicLink(place));
        }
        return place;
    }

    private static Path beside(Path folder, Path place) {
        String end = "." + Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), Character.MAX_RADIX) + HALF_WRITTEN;
        String name = "." + place.getFileName() + end;
        return folder.resolve(name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME ? end : name);
    }

    /// A new file has the permissions that the user's own settings give; a replaced one those that it had.
    private static void keepPermissions(Path old, Path beside) throws IOException {
        if (Files.exists(old, LinkOption.NOFOLLOW_LINKS)) {
            try {
                Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(old));
            } catch (UnsupportedOperationException e) {
                // not a POSIX file system: its own rules hold
            }
        }
    }
}
