package org.trabecula.image.nrrd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.image.ImageProblem;

/// The files named by `data file:` of a detached header: one name, a `LIST`, or a pattern such as `slice-%03d.raw 1 40 1`.
///
/// Names are followed within the header's own folder only; a header must not make us read anything else.
final class NrrdDataFiles {
    private static final int MOST_FILES = 100_000;
    private static final Pattern SERIES =
            Pattern.compile("(\\S*?)%(0?)(\\d{0,2})d(\\S*)\\s+(-?\\d{1,9})\\s+(-?\\d{1,9})\\s+(-?\\d{1,9})(?:\\s+(\\d+))?");

    private NrrdDataFiles() {}

    /// The header's own file when it is attached.
    static List<Path> of(NrrdHeader header, Path headerFile) throws IOException {
        if (!header.has("datafile")) {
            return List.of(headerFile);
        }
        List<Path> files = new ArrayList<>();
        for (String name : names(header)) {
            files.add(within(header, headerFile, name));
        }
        if (new HashSet<>(files).size() < files.size()) {
            throw refusal(header, files.size() + " data files, one of them twice", "each file once");
        }
        return List.copyOf(files);
    }

    private static List<String> names(NrrdHeader header) {
        String value = header.get("datafile");
        if (value.startsWith("LIST")) {
            if (header.dataFiles().isEmpty() || header.dataFiles().size() > MOST_FILES) {
                throw refusal(header, header.dataFiles().size() + " names behind 'data file: LIST'", "1 to " + MOST_FILES);
            }
            return header.dataFiles();
        }
        Matcher series = SERIES.matcher(value);
        return series.matches() ? numbered(header, series) : List.of(value);
    }

    private static List<String> numbered(NrrdHeader header, Matcher series) {
        int first = Integer.parseInt(series.group(5));
        int last = Integer.parseInt(series.group(6));
        int step = Integer.parseInt(series.group(7));
        long count = step == 0 ? 0 : ((long) last - first) / step + 1;
        if (count < 1 || count > MOST_FILES) {
            throw refusal(header, "data file: " + NrrdHeader.shown(header.get("datafile")), "a first, a last and a step that"
                    + " make 1 to " + MOST_FILES + " names");
        }
        int width = series.group(3).isEmpty() ? 0 : Integer.parseInt(series.group(3));
        String format = width == 0 ? "%d" : "%" + series.group(2) + width + "d";
        List<String> names = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            names.add(series.group(1) + String.format(Locale.ROOT, format, first + n * step) + series.group(4));
        }
        return names;
    }

    private static Path within(NrrdHeader header, Path headerFile, String name) throws IOException {
        Path folder = headerFile.toAbsolutePath().normalize().getParent();
        Path file;
        try {
            file = folder == null ? null : folder.resolve(name).normalize();
        } catch (InvalidPathException e) {
            throw refusal(header, "data file " + NrrdHeader.shown(name), "a file name");
        }
        if (folder == null || file == null || !file.startsWith(folder)) {
            throw outside(header, name);
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw refusal(header, "data file " + NrrdHeader.shown(name) + " is missing or not readable", "a readable file");
        }
        // a store of links (git-annex) keeps header and data elsewhere together; any other link leads away
        Path real = file.toRealPath();
        if (!real.startsWith(folder.toRealPath()) && !real.startsWith(headerFile.toRealPath().getParent())) {
            throw outside(header, name);
        }
        if (Files.isSameFile(file, headerFile)) {
            throw refusal(header, "data file " + NrrdHeader.shown(name) + ", the header itself", "a file of voxels");
        }
        return file;
    }

    private static InputException outside(NrrdHeader header, String name) {
        return refusal(
                header,
                "data file " + NrrdHeader.shown(name) + ", outside the header's folder",
                "a file in the header's folder or below it, links followed");
    }

    private static InputException refusal(NrrdHeader header, String found, String expected) {
        return new InputException(new Problem(
                ImageProblem.NRRD_DATA_FILE,
                header.where(),
                found,
                expected,
                "copy header and data files into one folder, with the names that the header gives"));
    }
}
