package org.trabecula.dicom.series;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.trabecula.core.InputException;
import org.trabecula.core.Parallel;
import org.trabecula.core.Problem;
import org.trabecula.dicom.dataset.DicomFile;
import org.trabecula.dicom.dataset.DicomSource;
import org.trabecula.image.FileHead;
import org.trabecula.image.ImageProblem;

/// The DICOM files of a folder and of the folders in it, in the order of their names.
///
/// @param place   as messages name it
/// @param members every file that begins as DICOM does
/// @param others  names of the files that do not
public record DicomFolder(String place, List<DicomMember> members, List<String> others) {
    private static final int MOST_FILES = 200_000;
    private static final int DEEPEST = 32;

    /// Reads the headers of what a path stands for: a folder, a zip archive, or a file with those that lie beside it.
    static DicomFolder around(Path file) throws IOException {
        return Files.isDirectory(file) || isZip(file) ? within(file) : beside(file);
    }

    /// Reads the headers of what lies in a folder or a zip archive, or of one file alone.
    ///
    /// @throws InputException IMG-003 if it cannot be read
    public static DicomFolder within(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            return below(file);
        }
        return isZip(file) ? inside(file) : of(file.toString(), List.of(DicomSource.of(file)));
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(2);
            return head.length == 2 && head[0] == 'P' && head[1] == 'K';
        }
    }

    /// Reads the headers of every file below `folder`; hidden files and what macOS leaves in archives are passed by.
    ///
    /// @throws InputException IMG-003 if it cannot be read
    static DicomFolder below(Path folder) throws IOException {
        return of(folder.toString(), files(folder, DEEPEST).stream().map(DicomSource::of).toList());
    }

    /// Reads the headers of the files that lie beside `file`, and its own.
    static DicomFolder beside(Path file) throws IOException {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        List<DicomSource> sources = new ArrayList<>();
        for (Path one : files(folder, 1)) {
            sources.add(DicomSource.of(file.resolveSibling(one.getFileName())));
        }
        return of(folder.toString(), sources);
    }

    /// Reads the headers of the files in a zip archive.
    static DicomFolder inside(Path archive) {
        try {
            return of(archive.toString(), ZipMembers.of(archive));
        } catch (IOException e) {
            throw FileHead.unreadable(archive, e);
        }
    }

    static DicomFolder of(String place, List<DicomSource> sources) {
        List<Optional<DicomMember>> read = Parallel.map(
                sources.size(), Runtime.getRuntime().availableProcessors(), n -> read(sources.get(n)));
        List<DicomMember> members = read.stream().flatMap(Optional::stream).toList();
        List<String> others = IntStream.range(0, sources.size())
                .filter(n -> read.get(n).isEmpty())
                .mapToObj(n -> sources.get(n).name())
                .toList();
        return new DicomFolder(place, members, others);
    }

    private static Optional<DicomMember> read(DicomSource source) {
        try {
            return DicomFile.openIfBegins(source).map(opened -> new DicomMember(source, opened));
        } catch (IOException e) {
            throw new InputException(
                    new Problem(
                            ImageProblem.UNREADABLE,
                            source.name(),
                            String.valueOf(e.getMessage()),
                            "a readable file",
                            "check the file, its permissions and the disk; then copy it again"),
                    e);
        }
    }

    private static List<Path> files(Path folder, int depth) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, Set.of(), depth, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path one, BasicFileAttributes attributes) {
                boolean passed = !one.equals(folder) && isPassedBy(one);
                return passed ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path one, BasicFileAttributes attributes) {
                if (!isPassedBy(one) && isRegular(one, attributes) && Files.isReadable(one)) {
                    files.add(one);
                }
                if (files.size() > MOST_FILES) {
                    throw new InputException(new Problem(
                            ImageProblem.TOO_LARGE,
                            folder.toString(),
                            "more than " + MOST_FILES + " files",
                            "a folder of one patient's images",
                            "point at the folder of the series"));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path one, IOException e) throws IOException {
                if (one.equals(folder)) {
                    throw e;
                }
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(null);
        return files;
    }

    /// Also a link to a file.
    private static boolean isRegular(Path one, BasicFileAttributes attributes) {
        return attributes.isRegularFile() || attributes.isSymbolicLink() && Files.isRegularFile(one);
    }

    /// Every file below a folder that is no DICOM, also those that are passed by; of an archive none.
    List<Path> otherFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        Set<String> dicom = members.stream().map(DicomMember::name).collect(Collectors.toSet());
        try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
            return all.filter(file -> Files.isRegularFile(file) && !dicom.contains(file.toString())).sorted().toList();
        }
    }

    private static boolean isPassedBy(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(".") || name.equals("__MACOSX");
    }
}
