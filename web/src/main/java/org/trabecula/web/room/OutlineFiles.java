package org.trabecula.web.room;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.trabecula.core.AtomicFile;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.dicom.segmentation.NewSegment;
import org.trabecula.dicom.segmentation.PatientCopy;
import org.trabecula.dicom.segmentation.SegmentationWriter;
import org.trabecula.dicom.series.SeriesImage;
import org.trabecula.extraction.failure.CaseFileName;
import org.trabecula.image.ImageFile;
import org.trabecula.image.ImageFormats;
import org.trabecula.image.Mask;
import org.trabecula.study.folder.StudyJson;
import org.trabecula.web.server.WebProblem;

/// Saves outlines where they stay: beside the manifest in `outlines/`, or in the work folder for what was uploaded.
///
/// The manifest itself is never changed. A copy of it, `cases.outlined.csv` beside `cases.csv`, has the masks' paths: what `study` is
/// given next. It is written whole after every outline that is saved.
public final class OutlineFiles {
    private static final String FOLDER = "outlines";

    private final WorkFolder work;
    private final Worklist worklist;
    private final ImageFormats formats;

    public OutlineFiles(WorkFolder work, Worklist worklist, ImageFormats formats) {
        this.work = work;
        this.worklist = worklist;
        this.formats = formats;
    }

    /// Saves a scan's outline as it is now; an earlier one of the same scan and role is replaced.
    ///
    /// @param label what was outlined, such as `L3`
    /// @throws InputException WEB-010 if nothing is drawn
    public synchronized SavedOutline save(Scan scan, ReaderRole role, String label) throws IOException {
        return save(scan, scan.record().row(), scan.record().title(), role, label);
    }

    /// The same for a scan that is shown under another name, as reading sessions do.
    ///
    /// @param row   of the work list whose vertebra it is; empty for an upload
    /// @param title of the case, for the files' names
    /// @throws InputException WEB-010 if nothing is drawn
    public synchronized SavedOutline save(Scan scan, Optional<Integer> row, String title, ReaderRole role, String label) throws IOException {
        Mask mask = drawn(scan);
        Path folder = (row.isPresent() ? worklist.folder() : work.root()).resolve(FOLDER);
        Files.createDirectories(folder);
        String name = CaseFileName.of(title) + (role == ReaderRole.READER_1 ? "" : "." + role.label().replace(' ', '-'));
        Path nifti = folder.resolve(name + ".nii.gz");
        LabelledMask.write(mask, row.flatMap(number -> worklist.find(number).label()), nifti);
        DrawingFacts facts = scan.drawing().facts();
        String way = way(facts);
        List<String> notes = new ArrayList<>();
        Optional<Path> dicom = dicom(scan, mask, folder.resolve(name + SegmentationWriter.ENDING), PatientCopy.LEFT_OUT, label, way(role, way, facts), notes);
        Optional<Path> manifest = Optional.empty();
        if (row.isPresent() && role.column().isPresent()) {
            manifest = Optional.of(worklist.outlined(row.get(), role.column().get(), nifti));
        }
        SavedOutline saved = new SavedOutline(
                nifti.toString(), dicom.map(Path::toString), manifest.map(Path::toString), role, way, Math.rint(facts.seconds()),
                mask.voxelCount(), mask.volumeMm3(), notes);
        AtomicFile.writeText(folder.resolve(name + ".json"), StudyJson.text(saved));
        return saved;
    }

    /// Writes an outline as the DICOM segmentation that a PACS is given: with patient and study of its series, by which a PACS files it.
    ///
    /// @param label what was outlined, such as `L3`
    /// @return a file of the work folder that the caller removes
    /// @throws InputException WEB-010 if nothing is drawn, or not on a DICOM series that is still there
    public synchronized Path forPacs(Scan scan, ReaderRole role, String label) throws IOException {
        Mask mask = drawn(scan);
        DrawingFacts facts = scan.drawing().facts();
        Path file = Files.createTempFile(work.root(), "to-pacs-", SegmentationWriter.ENDING);
        boolean written = false;
        try {
            written = dicom(scan, mask, file, PatientCopy.KEPT, label, way(role, way(facts), facts), new ArrayList<>()).isPresent();
        } finally {
            if (!written) {
                Files.deleteIfExists(file);
            }
        }
        if (!written) {
            throw noSeries(scan);
        }
        return file;
    }

    /// The series that a scan was read from.
    ///
    /// @throws InputException WEB-010 if it was none, or is not there any more
    public SeriesImage series(Scan scan) throws IOException {
        Path source = Path.of(scan.record().source());
        if (Files.exists(source) && formats.open(source) instanceof SeriesImage series) {
            return series;
        }
        throw noSeries(scan);
    }

    private static InputException noSeries(Scan scan) {
        return new InputException(new Problem(
                WebProblem.NOT_YET, scan.record().title(), "no DICOM series under the outline", "a scan that was opened from DICOM",
                "open the series from the PACS and outline it there"));
    }

    /// How a scan's outline came to be, without names: `reader 1; by hand on 7 sagittal slices; 95 s`.
    public String way(Scan scan, ReaderRole role) {
        DrawingFacts facts = scan.drawing().facts();
        return way(role, way(facts), facts);
    }

    static Mask drawn(Scan scan) {
        return scan.drawing().mask().orElseThrow(() -> new InputException(new Problem(
                WebProblem.NOT_YET, scan.record().title(), "no region", "the vertebra's outline", "draw it")));
    }

    /// On the series that the scan was read from, if it was one and is still there.
    private Optional<Path> dicom(
            Scan scan, Mask mask, Path file, PatientCopy patient, String label, String description, List<String> notes) throws IOException {
        Path source = Path.of(scan.record().source());
        if (!Files.exists(source)) {
            notes.add("the scan's own files are no longer there, so no DICOM segmentation was written");
            return Optional.empty();
        }
        ImageFile image = formats.open(source);
        if (!(image instanceof SeriesImage)) {
            return Optional.empty();
        }
        notes.addAll(SegmentationWriter.on(image, patient)
                .write(List.of(new NewSegment(label.isEmpty() ? "vertebra" : label, description, mask)), file));
        return Optional.of(file);
    }

    private static String way(ReaderRole role, String way, DrawingFacts facts) {
        return String.format(Locale.ROOT, "%s; %s; %.0f s", role.label(), way, facts.seconds());
    }

    /// In words: `by hand on 7 sagittal slices; filled between (2)`.
    private static String way(DrawingFacts facts) {
        List<String> parts = new ArrayList<>();
        if (!facts.byHand().isEmpty()) {
            parts.add("by hand on " + facts.byHand().size() + (facts.byHand().size() == 1 ? " sagittal slice" : " sagittal slices"));
        }
        Map<String, Integer> counts = new TreeMap<>();
        facts.proposals().forEach(kind -> counts.merge(kind, 1, Integer::sum));
        counts.forEach((kind, count) -> parts.add(kind + (count == 1 ? "" : " (" + count + ")")));
        return parts.isEmpty() ? "from a file" : String.join("; ", parts);
    }
}
