package org.trabecula.core;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// One run at a time in a folder. The operating system frees the lock of a process that ends, however it ends, so a killed
/// run never locks anybody out.
final class FolderLock implements AutoCloseable {
    static final String FILE = "lock";

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Locks `folder`, which exists.
    ///
    /// @param where the folder as the user knows it
    /// @throws InputException STG-001 if another run holds it
    static FolderLock take(Path folder, String where) throws IOException {
        Path file = folder.resolve(FILE);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            taken = lock(channel) && isStill(channel, file);
        } finally {
            if (!taken) {
                channel.close();
            }
        }
        if (!taken) {
            throw new InputException(new Problem(
                    StageProblem.IN_USE, where, "a lock that another run of Trabecula holds", "one run at a time",
                    "wait until the other run has ended, or name another output"));
        }
        return new FolderLock(channel);
    }

    private static boolean lock(FileChannel channel) {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // held by another thread of this program
        } catch (IOException e) {
            return true; // a file system without locks (some network shares): there is nothing to ask
        }
    }

    /// A run that ended between opening and locking may have removed the folder.
    private static boolean isStill(FileChannel channel, Path file) {
        return channel.isOpen() && Files.exists(file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
