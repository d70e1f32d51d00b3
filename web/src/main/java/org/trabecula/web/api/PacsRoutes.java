package org.trabecula.web.api;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.core.InputException;
import org.trabecula.core.Printable;
import org.trabecula.core.Problem;
import org.trabecula.web.job.JobQueue;
import org.trabecula.web.job.JobView;
import org.trabecula.web.pacs.PacsDesk;
import org.trabecula.web.pacs.PacsListView;
import org.trabecula.web.predict.PredictedCase;
import org.trabecula.web.predict.Predictions;
import org.trabecula.web.room.OpenScans;
import org.trabecula.web.room.OutlineFiles;
import org.trabecula.web.room.Scan;
import org.trabecula.web.server.Asked;
import org.trabecula.web.server.WebProblem;

/// The routes of a room with a PACS.
///
/// @param predictions empty in a room without a model
record PacsRoutes(PacsDesk desk, OpenScans scans, OutlineFiles outlines, Optional<Predictions> predictions, JobQueue jobs) {
    List<Route> all() {
        return List.of(
                Route.get("/api/pacs/series", "CT series of the PACS, without their patients", PacsListView.class, call ->
                                desk.list(day(call.asked().query().getOrDefault("day", ""))))
                        .with("day", "the study's, as 2020-01-31; of all days if it is not said", false),
                Route.telling("POST", "/api/pacs/series/{series}/open", "Retrieve a series and open it: a job with the scan as its result", JobView.class,
                        call -> {
                            String series = call.name("series");
                            desk.find(series); // a series that was never listed is refused at once
                            return jobs.submit("retrieval", progress -> ScanView.of(desk.open(series, progress), List.of()));
                        }),
                Route.post("/api/scans/{scan}/outline/pacs", "Save the outline and send it to the PACS: a job", Sent.SaveWanted.class, JobView.class,
                        (call, wanted) -> {
                            Scan scan = scans.find(call.name("scan"));
                            String label = RoomRoutes.title(wanted.label(), "");
                            return jobs.submit("sending", progress -> {
                                progress.stage("sending to the PACS", 0);
                                var saved = outlines.save(scan, wanted.role(), label);
                                desk.send(scan, wanted.role(), label);
                                return saved;
                            });
                        }),
                Route.post(
                        "/api/scans/{scan}/prediction/pacs", "Send the last prediction to the PACS, as a report, a picture and its outline: a job",
                        Sent.SaveWanted.class, JobView.class, (call, wanted) -> {
                            Scan scan = scans.find(call.name("scan"));
                            Predictions model = predictions.orElseThrow(() -> new InputException(new Problem(
                                    WebProblem.NOT_YET, "the room", "no model", "a room with a model", "start it as trabecula serve MODEL --pacs URL")));
                            PredictedCase told = model.forReport(scan); // refused at once, or told as it is now
                            String label = RoomRoutes.title(wanted.label(), "");
                            return jobs.submit("sending", progress -> {
                                progress.stage("sending to the PACS", 0);
                                return Map.of("stored", desk.sendReport(scan, wanted.role(), label, told));
                            });
                        }));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            throw Asked.malformed("the day", "'" + Printable.line(text) + "'", "a day such as 2020-01-31");
        }
    }
}
