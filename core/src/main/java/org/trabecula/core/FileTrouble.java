package org.trabecula.core;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What the operating system refused, in words for a refusal's "found".
public final class FileTrouble {
    /// Enough to need a block of its own, so that a full disk is noticed.
    private static final int PROBE_BYTES = 4096;

    /// How systems word what no program can help: the disk, the share, the other end of a pipe.
    private static final List<String> NOT_OURS = List.of(
            "no space left", "quota exceeded", "broken pipe", "input/output error", "file too large", "stale file handle",
            "too many open files", "connection reset", "transport endpoint", "host is down", "read-only file system",
            "no such device", "resource temporarily unavailable");

    private FileTrouble() {}

    /// What the system said, in words for a refusal.
    public static String words(IOException failure) {
        return switch (failure) {
            case NoSuchFileException _, FileNotFoundException _ -> "nothing there, or no folder to put it in";
            case AccessDeniedException _ -> "no permission";
            case FileAlreadyExistsException _ -> "a file, where a folder is needed";
            case NotDirectoryException _ -> "a file, where a folder is needed";
            case FileSystemLoopException _ -> "symbolic links in a circle";
            case FileSystemException system when system.getReason() != null -> reason(system.getReason());
            default -> String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        };
    }

    private static String reason(String systems) {
        return switch (systems) {
            case "Not a directory" -> "a file, where a folder is needed";
            case "Is a directory" -> "a folder, where a file is needed";
            case "Operation not permitted" -> "no permission";
            default -> systems.toLowerCase(Locale.ROOT);
        };
    }

    /// Whether the system is to blame (a full disk, a share that went away), not the program or the file's content.
    public static boolean isTheSystems(IOException failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return failure instanceof FileSystemException || NOT_OURS.stream().anyMatch(message::contains);
    }

    /// Tries whether files can be written into a folder, which need not exist yet: its nearest folder that exists is tried.
    /// Leaves nothing behind.
    ///
    /// @throws IOException why not: no permission, a read-only file system, a full disk, a file where a folder is needed
    public static void requireWritable(Path folder) throws IOException {
        Path there = folder.toAbsolutePath().normalize();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there)) {
            throw new NotDirectoryException(there.toString());
        }
        Path probe = there.resolve(".trabecula-" + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".part");
        try {
            Files.write(probe, new byte[PROBE_BYTES]);
        } finally {
            Files.deleteIfExists(probe);
        }
    }
}
