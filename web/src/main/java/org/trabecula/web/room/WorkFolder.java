package org.trabecula.web.room;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Where the room keeps what it was given and what was made of it. Nobody but the user may look into it.
///
/// ```
/// uploads/ID/…     files that were dropped, as they came
/// scans/ID/…       open scans: the image and the mask as NIfTI, the last prediction
/// audit.log        what was asked
/// ```
///
/// @param root made when it is not there
public record WorkFolder(Path root) {
    /// Opens a folder, and makes what is missing in it.
    public static WorkFolder at(Path root) throws IOException {
        WorkFolder folder = new WorkFolder(root.toAbsolutePath().normalize());
        if (!Files.exists(folder.root)) {
            Files.createDirectories(folder.root);
            onlyForTheUser(folder.root);
        }
        Files.createDirectories(folder.uploads());
        Files.createDirectories(folder.scans());
        return folder;
    }

    private static void onlyForTheUser(Path folder) throws IOException {
        try {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (UnsupportedOperationException e) {
            // not a POSIX file system: the user's own folder has the user's own rules
        }
    }

    Path uploads() {
        return root.resolve("uploads");
    }

    Path scans() {
        return root.resolve("scans");
    }

    /// Folders of uploads or scans that nobody has used for long.
    ///
    /// @param kind one of [#uploads] and [#scans]
    /// @param keep how long after the last use
    static List<Path> old(Path kind, Duration keep, Instant now) throws IOException {
        try (Stream<Path> folders = Files.list(kind)) {
            List<Path> old = new ArrayList<>();
            for (Path folder : folders.sorted().toList()) {
                if (lastUse(folder).plus(keep).isBefore(now)) {
                    old.add(folder);
                }
            }
            return old;
        }
    }

    /// Marks a folder as used now.
    static void used(Path folder) throws IOException {
        Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
    }

    private static Instant lastUse(Path folder) throws IOException {
        try {
            return Files.getLastModifiedTime(folder).toInstant();
        } catch (NoSuchFileException e) {
            return Instant.now(); // another one removed it
        }
    }
}
