package org.trabecula.web.room;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trabecula.core.AtomicFile;
import org.trabecula.core.Folders;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.Progress;
import org.trabecula.extraction.region.CaseNotes;
import org.trabecula.extraction.region.CaseOpener;
import org.trabecula.extraction.region.Region;
import org.trabecula.extraction.region.RegionChoice;
import org.trabecula.extraction.region.SchemeChoice;
import org.trabecula.image.ImageFile;
import org.trabecula.image.ImageFormats;
import org.trabecula.image.Label;
import org.trabecula.image.LabelFile;
import org.trabecula.image.Mask;
import org.trabecula.web.server.RandomId;
import org.trabecula.web.server.WebProblem;
import org.trabecula.study.folder.StudyJson;
import tools.jackson.core.JacksonException;

/// The open scans, those of an earlier run of the room among them. Safe for many threads.
public final class OpenScans {
    private final WorkFolder work;
    private final Uploads uploads;
    private final ImageFormats formats;
    private final Map<String, Scan> open = new ConcurrentHashMap<>();

    /// Opens what an earlier run left in the work folder.
    ///
    /// @param formats that are read, DICOM among them
    public OpenScans(WorkFolder work, Uploads uploads, ImageFormats formats) throws IOException {
        this.work = work;
        this.uploads = uploads;
        this.formats = formats;
        List<Path> folders;
        try (Stream<Path> all = Files.list(work.scans())) {
            folders = all.filter(folder -> Files.exists(folder.resolve(Scan.RECORD))).sorted().toList();
        }
        for (Path folder : folders) {
            try {
                ScanRecord record = StudyJson.read(Files.readString(folder.resolve(Scan.RECORD)), ScanRecord.class, older -> {
                    if (!older.has("reading")) { // there were no sessions
                        older.putNull("reading");
                    }
                });
                open.put(record.id(), new Scan(record, folder));
            } catch (JacksonException | InputException e) {
                Folders.remove(folder); // of another version, or half written: the source is still where it was
            }
        }
    }

    /// @throws InputException WEB-004 without such a scan
    public Scan find(String id) throws IOException {
        Scan scan = open.get(id);
        if (scan == null) {
            throw new InputException(new Problem(
                    WebProblem.NOTHING_HERE, "the open scans", "no scan of this id", "a scan that was opened", "open it again"));
        }
        WorkFolder.used(scan.folder());
        return scan;
    }

    /// Removes scans that nobody has used for long with their uploads, and uploads of which no scan was made.
    ///
    /// @param keep how long after the last use
    public void removeOld(Duration keep, Instant now) throws IOException {
        for (Path folder : WorkFolder.old(work.scans(), keep, now)) {
            Scan scan = open.remove(folder.getFileName().toString());
            Folders.remove(folder);
            if (scan != null && scan.record().upload().isPresent()) {
                Folders.remove(work.uploads().resolve(scan.record().upload().get()));
            }
        }
        Set<Path> inUse = open.values().stream()
                .flatMap(scan -> scan.record().upload().stream())
                .map(work.uploads()::resolve)
                .collect(Collectors.toSet());
        for (Path folder : WorkFolder.old(work.uploads(), keep, now)) {
            if (!inUse.contains(folder)) {
                Folders.remove(folder);
            }
        }
    }

    /// Those that are open, by title; without those of reading sessions.
    public List<Scan> all() {
        return open.values().stream().filter(scan -> scan.record().reading().isEmpty()).sorted(Comparator.comparing((Scan scan) -> scan.record().title())).toList();
    }

    /// Opens what was uploaded.
    ///
    /// @param title as people call it
    /// @throws InputException if it is no image that can be read
    public Scan openUpload(String upload, String title) throws IOException {
        return open(uploads.source(upload), title, Optional.of(upload), Optional.empty(), Optional.empty());
    }

    /// Opens the image of a row of the work list; the scan that is open already, if it is.
    ///
    /// @throws InputException if it is no image that can be read
    public Scan openRow(int row, String title, Path image) throws IOException {
        for (Scan scan : open.values()) {
            if (scan.record().row().equals(Optional.of(row)) && scan.record().source().equals(image.toString())) {
                return scan;
            }
        }
        return open(image, title, Optional.empty(), Optional.of(row), Optional.empty());
    }

    /// Opens an image for a reading session: under a title that says nothing of the case, in no list, without its mask. The scan that is
    /// open for it already, if there is one.
    ///
    /// @param reading session and case
    /// @throws InputException if it is no image that can be read
    public Scan openBlinded(String reading, String title, Path image) throws IOException {
        Optional<Scan> already = blinded(reading);
        return already.isPresent() ? already.get() : open(image, title, Optional.empty(), Optional.empty(), Optional.of(reading));
    }

    /// The scan that is open for a reading session.
    public Optional<Scan> blinded(String reading) {
        return open.values().stream().filter(scan -> scan.record().reading().equals(Optional.of(reading))).findFirst();
    }

    private Scan open(Path source, String title, Optional<String> upload, Optional<Integer> row, Optional<String> reading) throws IOException {
        ImageFile image = formats.open(source);
        String id = RandomId.next();
        Path folder = work.scans().resolve(id);
        Files.createDirectories(folder);
        boolean whole = false;
        try {
            formats.write(image.read(), Scan.image(folder));
            ScanRecord record = new ScanRecord(id, title, source.toString(), upload, row, reading, image.notes());
            Scan scan = new Scan(record, folder);
            AtomicFile.writeText(folder.resolve(Scan.RECORD), StudyJson.text(record)); // last: what has it is whole
            open.put(id, scan);
            whole = true;
            return scan;
        } finally {
            if (!whole) {
                Folders.remove(folder);
            }
        }
    }

    /// Removes a scan and what was uploaded for it.
    ///
    /// @throws InputException WEB-004 without such a scan
    public void remove(String id) throws IOException {
        Scan scan = find(id);
        open.remove(id);
        Folders.remove(scan.folder());
        if (scan.record().upload().isPresent()) {
            Folders.remove(work.uploads().resolve(scan.record().upload().get()));
        }
    }

    /// The labels of an uploaded mask.
    ///
    /// @throws InputException if it is no label map that fits the scan
    public List<Label> labels(Scan scan, String upload) throws IOException {
        return labelFile(CaseOpener.study(formats, CaseNotes.ofOne(Progress.NONE)), scan, uploads.source(upload)).labels();
    }

    /// Takes one label of an uploaded mask as the scan's region.
    ///
    /// @param label name or number; empty: the only one there is
    /// @return what was assumed
    /// @throws InputException if the label is not there, or the mask does not lie on the scan
    public List<String> takeMask(Scan scan, String upload, Optional<String> label) throws IOException {
        return takeMask(scan, uploads.source(upload), label);
    }

    /// The same with a file of the work list.
    public List<String> takeMask(Scan scan, Path file, Optional<String> label) throws IOException {
        NoteList notes = new NoteList();
        scan.drawing().replace(Optional.of(region(scan, file, label, notes)));
        return notes.all();
    }

    /// The region of a file of the work list on the scan's voxels; the scan's own outline stays as it is.
    ///
    /// @param label name or number; empty: the only one there is
    /// @throws InputException if the label is not there, or the mask does not lie on the scan
    public Mask region(Scan scan, Path file, Optional<String> label) throws IOException {
        return region(scan, file, label, new NoteList());
    }

    private Mask region(Scan scan, Path file, Optional<String> label, NoteList notes) throws IOException {
        ImageFile image = formats.open(scan.imageFile());
        CaseOpener opener = CaseOpener.study(formats, CaseNotes.ofOne(notes));
        Region region = RegionChoice.of(SchemeChoice.AUTO).region(labelFile(opener, scan, file), label, notes::note);
        return opener.forPixels(image, region, scan.record().title());
    }

    /// Contours and DICOM segmentations say on which series they were drawn, so they are opened for the source, not for its copy.
    private LabelFile labelFile(CaseOpener opener, Scan scan, Path file) throws IOException {
        Path source = Path.of(scan.record().source());
        return opener.labels(file, formats.open(Files.exists(source) ? source : scan.imageFile()));
    }

    /// Listens to notes alone.
    private static final class NoteList implements Progress {
        private final List<String> notes = new ArrayList<>();

        @Override
        public void stage(String name, int items) {}

        @Override
        public void done(String item) {}

        @Override
        public void note(String message) {
            notes.add(message);
        }

        private List<String> all() {
            return List.copyOf(notes);
        }
    }
}
