package org.trabecula.web.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.cohort.Patient;
import org.trabecula.core.InputException;
import org.trabecula.core.Printable;
import org.trabecula.core.Problem;
import org.trabecula.core.Version;
import org.trabecula.web.job.JobQueue;
import org.trabecula.web.job.JobView;
import org.trabecula.web.pacs.PacsDesk;
import org.trabecula.web.predict.PatientTold;
import org.trabecula.web.predict.PredictionView;
import org.trabecula.web.predict.Predictions;
import org.trabecula.web.predict.ReasonsView;
import org.trabecula.web.reading.ReadingResults;
import org.trabecula.web.reading.ReadingSessions;
import org.trabecula.web.room.BodyPlane;
import org.trabecula.web.room.BoxDrawn;
import org.trabecula.web.room.CaseView;
import org.trabecula.web.room.Drawing;
import org.trabecula.web.room.DrawnStroke;
import org.trabecula.web.room.HeightsView;
import org.trabecula.web.room.OutlineFiles;
import org.trabecula.web.room.OutlineProposals;
import org.trabecula.web.room.PlaneOfGrid;
import org.trabecula.web.room.SavedOutline;
import org.trabecula.web.room.Scan;
import org.trabecula.web.room.OpenScans;
import org.trabecula.web.room.SlicePicture;
import org.trabecula.web.room.Uploads;
import org.trabecula.web.room.Worklist;
import org.trabecula.web.run.FinishedRun;
import org.trabecula.web.server.Reply;
import org.trabecula.web.server.Asked;
import org.trabecula.web.server.WebProblem;

/// Every route of the room, in one list.
///
/// @param predictions empty in a room without a model
/// @param run         empty in a room without a finished study
/// @param pacs        empty in a room without one
/// @param readings    sessions of the work list
/// @param results     what came of them
public record RoomRoutes(
        Worklist worklist, Uploads uploads, OpenScans scans, OutlineFiles outlines, Optional<Predictions> predictions, Optional<FinishedRun> run,
        Optional<PacsDesk> pacs, ReadingSessions readings, ReadingResults results, JobQueue jobs) {
    private static final int LONGEST_TITLE = 200;
    private static final double BONE_LOW_HU = -250;
    private static final double BONE_HIGH_HU = 1250;

    /// The routes with the page's files beside them.
    public Routes routes() {
        List<Route> all = new ArrayList<>();
        all.addAll(aboutTheRoom());
        all.addAll(aboutUploads());
        all.addAll(aboutScans());
        all.addAll(aboutOutlines());
        all.addAll(aboutPredictions());
        pacs.ifPresent(desk -> all.addAll(new PacsRoutes(desk, scans, outlines, predictions, jobs).all()));
        all.addAll(new ReadingRoutes(worklist, readings, results, jobs).routes());
        all.addAll(aboutJobs());
        all.addAll(new RunRoutes(run).routes());
        List<Route> described = List.copyOf(all);
        all.add(Route.get("/api/openapi.json", "This document", Map.class, _ -> OpenApi.of(described)));
        return new Routes(all, new PageFiles());
    }

    private List<Route> aboutTheRoom() {
        return List.of(
                Route.get("/api/room", "What the room was opened with", RoomView.class, _ -> new RoomView(
                        Version.text(), predictions.map(Predictions::model), run.isPresent(), worklist.cases().size(), pacs.isPresent(), RoomView.WINDOWS)),
                Route.get("/api/cases", "The work list", CaseView[].class, _ -> worklist.views(scans.all())),
                Route.telling("POST", "/api/cases/{row}/open", "Open the scan of a row, with its mask", ScanView.class, call -> {
                    int row = Call.whole("the row", call.name("row"));
                    Scan scan = scans.openRow(row, worklist.find(row).caseId(), worklist.image(row));
                    Optional<Path> mask = worklist.mask(row);
                    List<String> notes = mask.isPresent() && scan.drawing().mask().isEmpty()
                            ? scans.takeMask(scan, mask.get(), worklist.find(row).label())
                            : List.of();
                    return ScanView.of(scan, notes);
                }));
    }

    private List<Route> aboutUploads() {
        return List.of(
                Route.telling("POST", "/api/uploads", "Begin an upload", Sent.UploadView.class, _ -> new Sent.UploadView(uploads.begin())),
                Route.put("/api/uploads/{upload}/files", "Upload one file of it", Sent.UploadView.class, call -> {
                            uploads.put(call.name("upload"), call.asked().needed("name"), call.asked().length(), call.asked().body());
                            return new Sent.UploadView(call.name("upload"));
                        })
                        .with("name", "with its folders, such as series/IM-0001.dcm", true),
                Route.delete("/api/uploads/{upload}", "Remove an upload", call -> {
                    uploads.remove(call.name("upload"));
                    return new Reply.Nothing();
                }));
    }

    private List<Route> aboutScans() {
        return List.of(
                Route.get("/api/scans", "The open scans", ScanView[].class, _ -> {
                    List<ScanView> views = new ArrayList<>();
                    for (Scan scan : scans.all()) {
                        views.add(ScanView.of(scan, List.of()));
                    }
                    return views;
                }),
                Route.post("/api/scans", "Open what was uploaded", Sent.ScanWanted.class, ScanView.class, (_, wanted) ->
                        ScanView.of(scans.openUpload(wanted.upload(), title(wanted.title(), "scan")), List.of())),
                Route.get("/api/scans/{scan}", "One scan", ScanView.class, call -> ScanView.of(scan(call), List.of())),
                Route.delete("/api/scans/{scan}", "Close a scan and remove what was uploaded for it", call -> {
                    scans.remove(call.name("scan"));
                    return new Reply.Nothing();
                }),
                Route.content("/api/scans/{scan}/image.nii", "The image as NIfTI", "application/octet-stream", call ->
                        new Reply.OfFile("application/octet-stream", scan(call).imageFile(), Optional.empty())),
                Route.content("/api/scans/{scan}/mask.nii.gz", "The region as NIfTI on the image's voxels", "application/octet-stream", call ->
                        new Reply.OfFile("application/octet-stream", scan(call).maskFile(), Optional.empty())),
                Route.content("/api/scans/{scan}/slices/{plane}/{slice}", "One slice as a grey picture", "image/png", this::picture)
                        .with("low", "HU that is black, -250 if it is not said", false)
                        .with("high", "HU that is white, 1250 if it is not said", false),
                Route.post("/api/scans/{scan}/labels", "The labels of an uploaded mask", Sent.MaskWanted.class, Sent.LabelView[].class, (call, wanted) ->
                        scans.labels(scan(call), wanted.upload()).stream()
                                .map(label -> new Sent.LabelView(label.number(), label.name(), label.voxelCount()))
                                .toList()),
                Route.post("/api/scans/{scan}/mask", "Take one label of an uploaded mask as the region", Sent.MaskWanted.class, ScanView.class,
                        (call, wanted) -> {
                            Scan scan = scan(call);
                            return ScanView.of(scan, scans.takeMask(scan, wanted.upload(), wanted.label()));
                        }));
    }

    private List<Route> aboutOutlines() {
        String outline = "/api/scans/{scan}/outline";
        return List.of(
                Route.get(outline + "/{plane}/{slice}", "The outline, and what of it lies on one slice", OutlineView.class, call -> {
                    Scan scan = scan(call);
                    BodyPlane plane = plane(call);
                    return OutlineView.of(scan, plane, slice(call, PlaneOfGrid.of(scan.grid(), plane)));
                }),
                Route.post(outline + "/strokes", "Draw a stroke; on disk when this is answered", DrawnStroke.class, OutlineView.class, (call, stroke) -> {
                    Scan scan = scan(call);
                    scan.drawing().draw(stroke);
                    return OutlineView.of(scan, stroke.plane(), stroke.slice());
                }),
                Route.get("/api/scans/{scan}/heights", "Heights of the outlined body and Genant's grade: an estimate", HeightsView.class, call ->
                        HeightsView.of(scan(call))),
                onOutline(outline + "/undo", "Undo the last step", Drawing::undo),
                onOutline(outline + "/redo", "Do the step again that was undone last", Drawing::redo),
                onOutline(outline + "/between", "Propose what lies between the drawn sagittal slices", Drawing::proposeBetween),
                Route.post(outline + "/start", "Propose the vertebral body in a box on a sagittal slice", BoxDrawn.class, OutlineView.class, (call, box) -> {
                    Scan scan = scan(call);
                    OutlineProposals.start(scan, box);
                    return OutlineView.of(scan, BodyPlane.SAGITTAL, box.slice());
                }),
                Route.post(outline + "/refine", "Propose the outline with its surface sought anew", Sent.RefineWanted.class, OutlineView.class, (call, wanted) -> {
                    Scan scan = scan(call);
                    int slice = within(wanted.slice(), PlaneOfGrid.of(scan.grid(), BodyPlane.SAGITTAL));
                    OutlineProposals.refine(scan, wanted.seeds());
                    return OutlineView.of(scan, BodyPlane.SAGITTAL, slice);
                }),
                onOutline(outline + "/accept", "Accept the proposal", Drawing::accept),
                onOutline(outline + "/discard", "Discard the proposal", Drawing::discard),
                onOutline(outline + "/clear", "Begin anew; can be undone", drawing -> drawing.replace(Optional.empty())),
                Route.post(outline + "/save", "Save the outline as NIfTI, as DICOM SEG and in the work list", Sent.SaveWanted.class, SavedOutline.class,
                        (call, wanted) -> outlines.save(scan(call), wanted.role(), title(wanted.label(), ""))));
    }

    /// What is done with a drawing.
    private interface OnDrawing {
        void on(Drawing drawing) throws IOException;
    }

    private Route onOutline(String path, String summary, OnDrawing what) {
        return Route.post(path, summary, Sent.SliceLookedAt.class, OutlineView.class, (call, seen) -> {
            Scan scan = scan(call);
            int slice = within(seen.slice(), PlaneOfGrid.of(scan.grid(), seen.plane())); // what is refused does nothing
            what.on(scan.drawing());
            return OutlineView.of(scan, seen.plane(), slice);
        });
    }

    private List<Route> aboutPredictions() {
        return List.of(
                Route.post("/api/scans/{scan}/prediction", "Predict: a job", PatientTold.class, JobView.class, (call, told) -> {
                    Scan scan = sighted(call);
                    Predictions model = model();
                    Patient patient = told.patient();
                    return jobs.submit("prediction", progress -> model.predict(scan, patient, progress));
                }),
                Route.get("/api/scans/{scan}/prediction", "The last prediction", PredictionView.class, call -> {
                    Scan scan = scan(call);
                    return model().last(scan).orElseThrow(() -> new InputException(new Problem(
                            WebProblem.NOT_YET, scan.record().title(), "no prediction", "one that was made", "predict first")));
                }),
                Route.post("/api/scans/{scan}/prediction/what-if", "The nomogram for another age or sex", PatientTold.class, ReasonsView.class,
                        (call, told) -> model().whatIf(scan(call), told.patient())),
                Route.content("/api/scans/{scan}/heat.nii.gz", "Where the network looked, on the image's voxels", "application/octet-stream", call ->
                        new Reply.OfFile("application/octet-stream", Predictions.heat(scan(call), false), Optional.empty())),
                Route.content("/api/scans/{scan}/heat.png", "The same over the network's crop", "image/png", call ->
                        new Reply.OfFile("image/png", Predictions.heat(scan(call), true), Optional.empty())));
    }

    private List<Route> aboutJobs() {
        return List.of(
                Route.get("/api/jobs/{job}", "How far a job is", JobView.class, call -> jobs.view(call.name("job"))),
                Route.content("/api/jobs/{job}/events", "Its changes as server-sent events, each a JobView", "text/event-stream", call ->
                        new Reply.Events(jobs.events(call.name("job")))),
                Route.telling("DELETE", "/api/jobs/{job}", "Call a job off", JobView.class, call -> jobs.cancel(call.name("job"))));
    }

    private Scan scan(Call call) throws IOException {
        return scans.find(call.name("scan"));
    }

    /// A scan whose case may be known: what is open for a reading session tells nobody anything.
    private Scan sighted(Call call) throws IOException {
        Scan scan = scan(call);
        if (scan.record().reading().isPresent()) {
            throw new InputException(new Problem(
                    WebProblem.NOT_YET, scan.record().title(), "a scan of a reading session, which is blinded", "a scan of the work list", "open the case there"));
        }
        return scan;
    }

    private Predictions model() {
        return predictions.orElseThrow(() -> new InputException(new Problem(
                WebProblem.NOT_YET, "the room", "no model", "a room with a model", "start it as trabecula serve MODEL")));
    }

    private static BodyPlane plane(Call call) {
        return BodyPlane.labelled(call.name("plane"))
                .orElseThrow(() -> Asked.malformed("the plane", "'" + Printable.line(call.name("plane")) + "'", "sagittal, coronal or axial"));
    }

    private static int slice(Call call, PlaneOfGrid lies) {
        return within(Call.whole("the slice", call.name("slice")), lies);
    }

    private static int within(int slice, PlaneOfGrid lies) {
        if (slice < 0 || slice >= lies.slices()) {
            throw Asked.malformed("the slice", "slice " + slice, "a slice from 0 to " + (lies.slices() - 1));
        }
        return slice;
    }

    private Reply picture(Call call) throws IOException {
        Scan scan = scan(call);
        PlaneOfGrid lies = PlaneOfGrid.of(scan.grid(), plane(call));
        int slice = slice(call, lies);
        double low = hu(call, "low", BONE_LOW_HU);
        double high = hu(call, "high", BONE_HIGH_HU);
        if (!(high > low)) {
            throw Asked.malformed("the window", "from " + low + " to " + high + " HU", "low below high");
        }
        return new Reply.Content(200, "image/png", SlicePicture.png(scan.volume(), lies, slice, low, high));
    }

    private static double hu(Call call, String name, double otherwise) {
        String text = call.asked().query().getOrDefault(name, "");
        return text.isEmpty() ? otherwise : Call.whole(name, text);
    }

    static String title(String told, String otherwise) {
        String line = Printable.line(told).strip();
        return line.isEmpty() ? otherwise : line.substring(0, Math.min(line.length(), LONGEST_TITLE));
    }
}
