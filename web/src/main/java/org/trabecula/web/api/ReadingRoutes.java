package org.trabecula.web.api;

import java.util.List;
import java.util.Optional;
import org.trabecula.core.Printable;
import org.trabecula.web.job.JobQueue;
import org.trabecula.web.job.JobView;
import org.trabecula.web.reading.BeginWanted;
import org.trabecula.web.reading.CallSent;
import org.trabecula.web.reading.DoctorView;
import org.trabecula.web.reading.IccView;
import org.trabecula.web.reading.LabelsView;
import org.trabecula.web.reading.ModelSeen;
import org.trabecula.web.reading.NextCase;
import org.trabecula.web.reading.ReadingCall;
import org.trabecula.web.reading.ReadingKind;
import org.trabecula.web.reading.ReadingResults;
import org.trabecula.web.reading.ReadingStep;
import org.trabecula.web.reading.ReadingSessions;
import org.trabecula.web.reading.SessionView;
import org.trabecula.web.room.Worklist;
import org.trabecula.web.server.Asked;
import org.trabecula.web.server.Reply;

/// The routes of reading sessions.
record ReadingRoutes(Worklist worklist, ReadingSessions readings, ReadingResults results, JobQueue jobs) {
    /// Every session that there may be, and what the classes are called.
    ///
    /// @param positive  name of the positive class
    /// @param hasIcc    whether outlines were compared
    /// @param hasLabels whether the agreement of labels can be told
    /// @param hasDoctor whether the doctor's result can be told
    record ReadingsView(String positive, String negative, List<SessionView> sessions, boolean hasIcc, boolean hasLabels, boolean hasDoctor) {}

    /// @param place of the case in the session, from 0
    record PlaceSent(int place) {}

    /// The case that a session waits for.
    ///
    /// @param place  in the session, from 0
    /// @param step   what it waits for
    /// @param centre sagittal, coronal and axial slice of the vertebra; empty where nobody has outlined it
    /// @param others what readers A and B said, in a consensus
    /// @param seen   of the model, where it was shown
    record CaseToRead(
            int place, int of, String level, ReadingStep step, ScanView scan, Optional<int[]> centre, List<ReadingCall> others,
            Optional<ModelSeen> seen) {
        static CaseToRead of(NextCase next) {
            return new CaseToRead(
                    next.place(), next.of(), next.level(), next.step(), ScanView.of(next.scan(), List.of()),
                    Optional.ofNullable(next.where()).map(mask -> ScanView.MaskView.of(0, mask).centre()), next.others(), next.seen());
        }
    }

    List<Route> routes() {
        String one = "/api/readings/{reading}";
        return List.of(
                Route.get("/api/readings", "Reading sessions of the work list", ReadingsView.class, _ -> new ReadingsView(
                        worklist.classes().positive(), worklist.classes().negative(), worklist.isEmpty() ? List.of() : readings.views(), results.hasIcc(),
                        results.hasLabels(), results.hasDoctor())),
                Route.post("/api/readings", "Begin a session: its cases are drawn", BeginWanted.class, SessionView.class, (_, wanted) -> readings.begin(wanted)),
                Route.get(one, "One session", SessionView.class, call -> readings.view(kind(call))),
                Route.telling("POST", one + "/without-pause", "Waive the pause before second outlines; recorded", SessionView.class, call ->
                        readings.waivePause(kind(call))),
                Route.telling("POST", one + "/next", "Open the case that waits, blinded", CaseToRead.class, call ->
                        CaseToRead.of(readings.next(kind(call)))),
                Route.post(one + "/outline", "Save what was drawn as the case's second outline", PlaceSent.class, SessionView.class, (call, sent) ->
                        readings.outlined(kind(call), sent.place())),
                Route.post(one + "/call", "Call the case; final, and on disk when this is answered", CallSent.class, SessionView.class, (call, sent) ->
                        readings.called(kind(call), sent)),
                Route.telling("POST", one + "/model/prepare", "Ask the model for every case: a job; nobody sees the answers yet", JobView.class, call -> {
                    ReadingKind kind = kind(call);
                    return jobs.submit("the model's answers", progress -> readings.prepare(kind, progress));
                }),
                Route.post(one + "/model", "Show the model's answer; recorded first, and only after the case was called", PlaceSent.class, ModelSeen.class,
                        (call, sent) -> readings.seeModel(kind(call), sent.place())),
                Route.post(one + "/call-with-model", "Call the case with the model's answer in view", CallSent.class, SessionView.class, (call, sent) ->
                        readings.calledWithModel(kind(call), sent)),
                Route.telling("POST", "/api/reading-results/icc", "Compare second outlines with the first: a job", JobView.class, _ ->
                        jobs.submit("agreement of outlines", results::icc)),
                Route.get("/api/reading-results/icc", "The last comparison of outlines", IccView.class, _ -> results.lastIcc()),
                Route.content("/api/reading-results/icc.csv", "Its table of all features", "text/csv", _ ->
                        new Reply.OfFile("text/csv", results.iccTable(), Optional.of("icc.csv"))),
                Route.get("/api/reading-results/labels", "How far readers A and B agreed", LabelsView.class, _ -> results.labels()),
                Route.get("/api/reading-results/doctor", "How the doctor did without and with the model", DoctorView.class, _ -> results.doctor()));
    }

    private static ReadingKind kind(Call call) {
        return ReadingKind.labelled(call.name("reading")).orElseThrow(() -> Asked.malformed(
                "the session", "'" + Printable.line(call.name("reading")) + "'", "one of /api/readings"));
    }
}
