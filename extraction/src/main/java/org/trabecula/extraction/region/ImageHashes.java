package org.trabecula.extraction.region;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.trabecula.core.FileHashes;
import org.trabecula.core.Hash;

/// The content of image files, for the keys of what is computed from them: also of the files in which a header says that its
/// voxels are.
///
/// @param files reads each file once
public record ImageHashes(FileHashes files) {
    /// Longer headers are none.
    private static final int HEADER_BYTES = 1 << 16;
    private static final byte[] DICOM_HEAD = {'D', 'I', 'C', 'M'};
    private static final int DICOM_AT = 128;

    /// The print of a file, and of every file that belongs to it.
    public String of(Path image) throws IOException {
        if (Files.isDirectory(image)) {
            return ofAll(image, Integer.MAX_VALUE);
        }
        if (isDicom(image) && image.toAbsolutePath().getParent() != null) {
            return files.print(image) + " in " + ofAll(image.toAbsolutePath().getParent(), 1); // its series lies beside it
        }
        StringBuilder hashes = new StringBuilder(files.print(image));
        for (Path other : besides(image)) {
            hashes.append(' ').append(files.print(other));
        }
        return hashes.toString();
    }

    /// One hash of the names and contents of every file of a folder.
    private String ofAll(Path folder, int depth) throws IOException {
        List<Path> inside;
        try (Stream<Path> walked = Files.walk(folder, depth)) {
            inside = walked.filter(Files::isRegularFile).sorted().toList();
        }
        StringBuilder hashes = new StringBuilder();
        for (Path file : inside) {
            hashes.append(folder.relativize(file)).append(' ').append(files.print(file)).append('\n');
        }
        return Hash.sha256Hex(hashes.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isDicom(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(DICOM_HEAD.length + DICOM_AT);
            return head.length == DICOM_HEAD.length + DICOM_AT
                    && Arrays.equals(head, DICOM_AT, head.length, DICOM_HEAD, 0, DICOM_HEAD.length);
        }
    }

    private static List<Path> besides(Path image) throws IOException {
        String name = String.valueOf(image.getFileName()).toLowerCase(Locale.ROOT);
        List<Path> found = new ArrayList<>();
        if (name.matches(".*\\.(hdr|img)(\\.gz)?")) {
            String stem = image.getFileName().toString().replaceFirst("(?i)\\.(hdr|img)(\\.gz)?$", "");
            found.addAll(matching(image, glob(stem) + ".*"));
        } else if (name.endsWith(".nhdr") || name.endsWith(".nrrd")) {
            for (String pattern : dataFiles(image)) {
                found.addAll(matching(image, pattern));
            }
        }
        found.remove(image);
        return found;
    }

    /// What a detached NRRD header names: one file, several (`LIST`), or numbered ones (`slice-%03d.raw 1 40 1`).
    private static List<String> dataFiles(Path header) throws IOException {
        List<String> patterns = new ArrayList<>();
        try (InputStream in = Files.newInputStream(header)) {
            String text = new String(in.readNBytes(HEADER_BYTES), StandardCharsets.UTF_8);
            boolean list = false;
            for (String line : text.split("\\R", -1)) {
                if (line.isEmpty()) {
                    break; // the header ends; voxels may follow
                }
                String field = line.toLowerCase(Locale.ROOT);
                if (list) {
                    patterns.add(glob(line.strip()));
                } else if (field.startsWith("data file:") || field.startsWith("datafile:")) {
                    String value = line.substring(line.indexOf(':') + 1).strip();
                    list = value.startsWith("LIST");
                    if (!list) {
                        patterns.add(value.contains("%") ? glob(value.split("\\s", 2)[0]).replaceFirst("%0?\\d*d", "*") : glob(value));
                    }
                }
            }
        }
        return patterns;
    }

    /// A name in which nothing stands for anything else.
    private static String glob(String name) {
        return name.replaceAll("([\\\\*?\\[\\]{}])", "\\\\$1");
    }

    /// Files beside the header, or in a folder below it, in the order of their names.
    private static List<Path> matching(Path header, String pattern) throws IOException {
        Path folder = header.toAbsolutePath().getParent();
        int slash = pattern.lastIndexOf('/');
        if (folder == null) {
            return List.of();
        }
        Path within = slash < 0 ? folder : folder.resolve(pattern.substring(0, slash)).normalize();
        if (!Files.isDirectory(within)) {
            return List.of(); // the reader will say what is missing
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(within, pattern.substring(slash + 1))) {
            return StreamSupport.stream(files.spliterator(), false).filter(Files::isRegularFile).sorted().toList();
        }
    }
}
