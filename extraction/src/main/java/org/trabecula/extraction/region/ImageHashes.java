package org.trabecula.extraction.region;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.trabecula.core.FileHashes;

/// The content of image files, for the keys of what is computed from them.
///
/// @param files hashes each file once
public record ImageHashes(FileHashes files) {
    /// The hash of a file, and of the files beside a header that keeps its voxels elsewhere.
    public String of(Path image) throws IOException {
        return files.of(image) + besides(image);
    }

    /// The files of the same name beside a header (`.hdr` with `.img`, `.nhdr` with `.raw`).
    private String besides(Path header) throws IOException {
        String name = header.getFileName().toString();
        Path folder = header.toAbsolutePath().getParent();
        if (folder == null || !name.matches(".*\\.(nhdr|hdr|img|img\\.gz|hdr\\.gz)")) {
            return "";
        }
        StringBuilder hashes = new StringBuilder();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, name.replaceFirst("\\..*", "") + ".*")) {
            for (Path file : StreamSupport.stream(found.spliterator(), false).sorted().toList()) {
                hashes.append(' ').append(files.of(file));
            }
        }
        return hashes.toString();
    }
}
