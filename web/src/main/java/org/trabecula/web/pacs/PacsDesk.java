package org.trabecula.web.pacs;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.trabecula.core.InputException;
import org.trabecula.core.Printable;
import org.trabecula.core.Problem;
import org.trabecula.core.Progress;
import org.trabecula.dicom.report.ObjectReference;
import org.trabecula.dicom.report.ReportWriter;
import org.trabecula.dicom.segmentation.PatientCopy;
import org.trabecula.dicom.series.SeriesImage;
import org.trabecula.dicom.web.Pacs;
import org.trabecula.dicom.web.PacsFound;
import org.trabecula.dicom.web.PacsSeries;
import org.trabecula.image.Box;
import org.trabecula.image.Mask;
import org.trabecula.web.predict.PredictedCase;
import org.trabecula.web.room.OpenScans;
import org.trabecula.web.room.OutlineFiles;
import org.trabecula.web.room.OutlinedSlice;
import org.trabecula.web.room.ReaderRole;
import org.trabecula.web.room.Scan;
import org.trabecula.web.room.Uploads;
import org.trabecula.web.server.RandomId;
import org.trabecula.web.server.WebProblem;

/// Between the room and its PACS. Series have ids of the room's own: neither patients nor UIDs come onto the page, and no page can ask for a
/// series that was not listed. Safe for many threads.
public final class PacsDesk {
    private static final int MOST_REMEMBERED = 10_000;
    /// Enough to tell series of one description and day apart.
    private static final int ID_IN_TITLE = 6;

    private final Pacs pacs;
    private final Uploads uploads;
    private final OpenScans scans;
    private final OutlineFiles outlines;
    private final SequencedMap<String, PacsSeries> byId = new LinkedHashMap<>();
    private final SequencedMap<String, String> idOfUid = new LinkedHashMap<>();

    public PacsDesk(Pacs pacs, Uploads uploads, OpenScans scans, OutlineFiles outlines) {
        this.pacs = pacs;
        this.uploads = uploads;
        this.scans = scans;
        this.outlines = outlines;
    }

    /// CT series of the PACS.
    ///
    /// @param studyDate of that day alone; empty: of all days
    /// @throws InputException PAC-002, PAC-003, PAC-005, PAC-006
    public PacsListView list(Optional<LocalDate> studyDate) throws IOException {
        PacsFound found = pacs.ctSeries(studyDate);
        List<PacsSeriesView> views = new ArrayList<>();
        for (PacsSeries series : found.series()) {
            views.add(PacsSeriesView.of(remember(series), series));
        }
        return new PacsListView(views, found.isCut());
    }

    private synchronized String remember(PacsSeries series) {
        String id = idOfUid.computeIfAbsent(series.studyUid() + "/" + series.seriesUid(), _ -> RandomId.next());
        byId.put(id, series);
        if (byId.size() > MOST_REMEMBERED) {
            byId.pollFirstEntry();
            idOfUid.pollFirstEntry(); // both are in the order of the first listing
        }
        return id;
    }

    /// Retrieves a series and opens it, as if it had been uploaded.
    ///
    /// @throws InputException WEB-004 for an id that no list told; PAC-002 to PAC-006; or if it is no series that can be read
    public Scan open(String id, Progress progress) throws IOException {
        PacsSeries series = find(id);
        String upload = uploads.filled(folder -> pacs.retrieve(series, folder, progress));
        progress.stage("reading the scan", 0);
        boolean open = false;
        try {
            Scan scan = scans.openUpload(upload, title(id, series));
            open = true;
            return scan;
        } finally {
            if (!open) {
                uploads.remove(upload);
            }
        }
    }

    /// @throws InputException WEB-004 for an id that no list told
    public synchronized PacsSeries find(String id) {
        PacsSeries series = byId.get(id);
        if (series == null) {
            throw new InputException(new Problem(
                    WebProblem.NOTHING_HERE, "the series of the PACS", "no series of this id", "one that was listed since the room was opened",
                    "list the series again"));
        }
        return series;
    }

    /// Outlines are saved under the title, and two patients' series may have one description.
    private static String title(String id, PacsSeries series) {
        List<String> words = new ArrayList<>();
        words.add(series.description().isEmpty() ? "CT" : Printable.line(series.description()));
        series.studyDate().ifPresent(day -> words.add(day.toString()));
        words.add(id.substring(0, ID_IN_TITLE));
        return String.join(" ", words);
    }

    /// Stores a scan's outline in the PACS, as a DICOM segmentation with the patient of its series.
    ///
    /// @throws InputException WEB-010 without an outline or a DICOM series under it; PAC-002, PAC-003, PAC-005 to PAC-007
    public void send(Scan scan, ReaderRole role, String label) throws IOException {
        Path file = outlines.forPacs(scan, role, label);
        try {
            pacs.store(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /// Stores a prediction in the PACS: the outline that was measured as a segmentation, a picture of the result, and a structured report that names
    /// both and the images. All have the patient and the study of their series.
    ///
    /// @param told of the scan's outline as it is now
    /// @return what was stored, in words
    /// @throws InputException WEB-010 without an outline or a DICOM series under it; PAC-002, PAC-003, PAC-005 to PAC-007
    public List<String> sendReport(Scan scan, ReaderRole role, String label, PredictedCase told) throws IOException {
        SeriesImage series = outlines.series(scan);
        Path segmentation = outlines.forPacs(scan, role, label);
        Path picture = segmentation.resolveSibling(segmentation.getFileName() + ".picture");
        Path report = segmentation.resolveSibling(segmentation.getFileName() + ".report");
        try {
            ReportWriter writer = new ReportWriter(series, PatientCopy.KEPT, LocalDateTime.ofInstant(told.made(), ZoneId.systemDefault()));
            List<String> notes = new ArrayList<>();
            BufferedImage result = ResultPicture.of(told, OutlinedSlice.of(scan), label);
            ObjectReference shown = writer.picture(
                    "Trabecula prediction, research", PredictionReport.NOTICE, result.getWidth(), result.getHeight(), ResultPicture.rgb(result), picture, notes);
            ObjectReference outline = ObjectReference.of(segmentation);
            PredictionReport words = new PredictionReport(told, label, outlines.way(scan, role), writer.slices(slices(scan)), outline, shown);
            writer.document("Trabecula report, research", words.tree(), report, notes);
            pacs.store(segmentation);
            pacs.store(picture);
            pacs.store(report);
            return List.of("segmentation", "picture", "structured report");
        } finally {
            for (Path file : List.of(segmentation, picture, report)) {
                Files.deleteIfExists(file);
            }
        }
    }

    /// Of the series, those that the outline has voxels on.
    private static List<Integer> slices(Scan scan) {
        Mask mask = scan.drawing().mask().orElseThrow();
        Box box = mask.box();
        List<Integer> slices = new ArrayList<>();
        for (int k = box.kMin(); k <= box.kMax(); k++) {
            if (hasVoxels(mask, k)) {
                slices.add(k);
            }
        }
        return slices;
    }

    private static boolean hasVoxels(Mask mask, int k) {
        Box box = mask.box();
        for (int j = box.jMin(); j <= box.jMax(); j++) {
            for (int i = box.iMin(); i <= box.iMax(); i++) {
                if (mask.at(i, j, k)) {
                    return true;
                }
            }
        }
        return false;
    }
}
