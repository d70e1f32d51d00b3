package org.trabecula.web.room;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.trabecula.core.Folders;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.web.server.RandomId;
import org.trabecula.web.server.WebProblem;

/// Files that were dropped on the page, each upload in a folder of its own that no web address leads to. Safe for many threads.
public final class Uploads {
    private static final int BUFFER_BYTES = 1 << 16;

    private final WorkFolder work;
    private final UploadLimits limits;
    private final Map<String, Tally> tallies = new ConcurrentHashMap<>();

    /// What an upload holds so far: counted as it comes, because a series has thousands of files.
    private static final class Tally {
        private int files;
        private long bytes;

        private Tally(Path folder) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.filter(Files::isRegularFile).forEach(file -> {
                    files++;
                    bytes += size(file);
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /// Takes one more file.
        ///
        /// @return how many bytes may still come
        private synchronized long begin(UploadLimits limits, OptionalLong announced) {
            if (files >= limits.files()) {
                throw tooLarge("the upload", files + " files and one more", "at most " + limits.files() + " files", "upload one series at a time");
            }
            long most = Math.min(limits.fileBytes(), limits.uploadBytes() - bytes);
            if (announced.isPresent() && announced.getAsLong() > most) {
                throw tooLarge("the upload", announced.getAsLong() + " bytes more", "at most " + most, "upload one series at a time");
            }
            files++;
            return most;
        }

        private synchronized void add(long more) {
            bytes += more;
        }
    }

    public Uploads(WorkFolder work, UploadLimits limits) {
        this.work = work;
        this.limits = limits;
    }

    /// Begins an upload.
    ///
    /// @throws InputException WEB-007 if the room is full
    public String begin() throws IOException {
        long held = 0;
        try (Stream<Path> all = Files.list(work.uploads())) {
            for (Path folder : all.toList()) {
                held += tally(folder.getFileName().toString(), folder).bytes;
            }
        }
        if (held > limits.roomBytes()) {
            throw tooLarge("all uploads together", held + " bytes", "at most " + limits.roomBytes(), "remove scans that are no longer needed");
        }
        String id = RandomId.next();
        Files.createDirectories(work.uploads().resolve(id));
        return id;
    }

    /// What fills an upload otherwise than a browser.
    @FunctionalInterface
    public interface Filling {
        /// @param folder of the upload, empty
        void into(Path folder) throws IOException;
    }

    /// An upload that is filled at once; nothing of it stays when that fails.
    ///
    /// @param filling bounded by itself
    /// @throws InputException WEB-007 if the room is full
    public String filled(Filling filling) throws IOException {
        String id = begin();
        boolean whole = false;
        try {
            filling.into(folder(id));
            tallies.remove(id); // may have been counted half full
            whole = true;
            return id;
        } finally {
            if (!whole) {
                remove(id);
            }
        }
    }

    private Tally tally(String id, Path folder) {
        return tallies.computeIfAbsent(id, _ -> new Tally(folder));
    }

    /// Keeps one file of an upload. A second one of the same name is refused.
    ///
    /// @param told   the file's name with its folders, as the browser tells it
    /// @param length as announced
    /// @throws InputException WEB-004 without such an upload, WEB-007 beyond the limits, WEB-009 for the name
    public void put(String id, String told, OptionalLong length, InputStream body) throws IOException {
        Path folder = folder(id);
        Path file = UploadName.of(told).in(folder);
        Tally tally = tally(id, folder);
        long most = tally.begin(limits, length);
        Files.createDirectories(file.getParent());
        OutputStream out;
        try {
            out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new InputException(
                    new Problem(
                            WebProblem.FILE_NAME, "the upload", "two files named '" + String.join("/", UploadName.of(told).parts()) + "'",
                            "a name of its own for each file", "rename one of them"),
                    e);
        }
        boolean whole = false;
        try (out) {
            tally.add(copied(body, out, most));
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static long copied(InputStream body, OutputStream out, long most) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long taken = 0;
        for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
            taken += n;
            if (taken > most) {
                throw tooLarge("the upload", "more than " + most + " bytes", "at most so many", "upload one series at a time");
            }
            out.write(buffer, 0, n);
        }
        return taken;
    }

    /// What was uploaded: the one file; the header, where it has its voxels in a file beside it; else the folder, which is a series.
    ///
    /// @throws InputException WEB-004 without such an upload, WEB-010 while nothing is in it
    Path source(String id) throws IOException {
        Path folder = folder(id);
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        if (files.isEmpty()) {
            throw new InputException(new Problem(
                    WebProblem.NOT_YET, "the upload", "no file", "at least one file", "upload the scan's files first"));
        }
        return files.size() == 1
                ? files.getFirst()
                : files.stream()
                        .filter(file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(nhdr|hdr)(\\.gz)?"))
                        .findFirst()
                        .orElse(folder);
    }

    /// Removes an upload.
    ///
    /// @throws InputException WEB-004 without such an upload
    public void remove(String id) throws IOException {
        Folders.remove(folder(id));
        tallies.remove(id);
    }

    /// @throws InputException WEB-004 without such an upload
    Path folder(String id) {
        Path folder = work.uploads().resolve(id.matches(RandomId.PATTERN) ? id : "none");
        if (!Files.isDirectory(folder)) {
            throw new InputException(new Problem(
                    WebProblem.NOTHING_HERE, "the uploads", "no upload of this id", "an upload that was begun", "begin it again"));
        }
        return folder;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0; // gone between listing and asking
        }
    }

    private static InputException tooLarge(String where, String found, String expected, String fix) {
        return new InputException(new Problem(WebProblem.TOO_LARGE, where, found, expected, fix));
    }
}
