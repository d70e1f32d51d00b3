package org.trabecula.study.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.trabecula.core.FileHashes;

/// An input as a study read it, or a result as it left it. Like git, a later run takes a file of the same size and time as unchanged, so that a cohort of
/// many gigabytes need not be read to see that nothing is left to do.
///
/// @param name          relative to the manifest or the run folder, without folders of this machine where it lies elsewhere
/// @param sha256        of its bytes
/// @param bytes         their number
/// @param modifiedNanos since 1970
public record SeenFile(String name, String sha256, long bytes, long modifiedNanos) {
    /// The file as it is now.
    public static SeenFile of(String name, Path file, FileHashes hashes) throws IOException {
        return new SeenFile(name, hashes.of(file), Files.size(file), modified(file));
    }

    /// The same, with the hash of an earlier look where size and time have not changed since.
    public static SeenFile of(String name, Path file, FileHashes hashes, List<SeenFile> before) throws IOException {
        long bytes = Files.size(file);
        long modified = modified(file);
        Optional<SeenFile> same = before.stream()
                .filter(seen -> seen.name.equals(name) && seen.bytes == bytes && seen.modifiedNanos == modified)
                .findFirst();
        return same.isPresent() ? same.get() : of(name, file, hashes);
    }

    private static long modified(Path file) throws IOException {
        return Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
    }
}
