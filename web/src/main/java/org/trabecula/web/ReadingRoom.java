package org.trabecula.web;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.trabecula.core.InputException;
import org.trabecula.dicom.web.Pacs;
import org.trabecula.study.bundle.Bundle;
import org.trabecula.web.api.RoomRoutes;
import org.trabecula.web.job.JobQueue;
import org.trabecula.web.pacs.PacsDesk;
import org.trabecula.web.predict.Predictions;
import org.trabecula.web.reading.ReadingResults;
import org.trabecula.web.reading.ReadingSessions;
import org.trabecula.web.room.OpenScans;
import org.trabecula.web.room.OutlineFiles;
import org.trabecula.web.room.Uploads;
import org.trabecula.web.room.WorkFolder;
import org.trabecula.web.room.Worklist;
import org.trabecula.web.run.FinishedRun;
import org.trabecula.web.server.AuditLog;
import org.trabecula.web.server.Front;

/// The room while it is open.
public final class ReadingRoom implements AutoCloseable {
    /// Each prediction uses the processors by itself.
    private static final int JOBS_AT_ONCE = 1;
    private static final int MOST_WAITING = 32;
    private static final long SWEEP_MILLIS = 3_600_000;

    private final Front front;
    private final JobQueue jobs;
    private final AuditLog log;
    private final Optional<Pacs> pacs;
    private final Thread sweep;

    private ReadingRoom(Front front, JobQueue jobs, AuditLog log, Optional<Pacs> pacs, Thread sweep) {
        this.front = front;
        this.jobs = jobs;
        this.log = log;
        this.pacs = pacs;
        this.sweep = sweep;
    }

    /// Opens the room: from here on it answers.
    ///
    /// @param bugs hears of failures that are ours; may be called from any thread
    /// @throws InputException if the model, the study, the work list or the address cannot be used
    public static ReadingRoom open(RoomSettings settings, Consumer<Throwable> bugs) throws IOException {
        Worklist worklist = settings.worklist().isPresent() ? Worklist.read(settings.worklist().get()) : Worklist.empty();
        Optional<Bundle> bundle = settings.model().isPresent() ? Optional.of(Bundle.read(settings.model().get())) : Optional.empty();
        Optional<Predictions> predictions = bundle.map(read -> new Predictions(read, settings.model().orElseThrow()));
        Optional<FinishedRun> run = settings.run().isPresent()
                ? Optional.of(FinishedRun.open(settings.run().get(), bundle.orElseThrow().model().classes()))
                : Optional.empty();
        WorkFolder work = WorkFolder.at(settings.work());
        Uploads uploads = new Uploads(work, settings.limits());
        OpenScans scans = new OpenScans(work, uploads, settings.formats());
        scans.removeOld(settings.keep(), Clock.systemUTC().instant());
        AuditLog log = new AuditLog(work.root(), Clock.systemUTC());
        JobQueue jobs = new JobQueue(JOBS_AT_ONCE, MOST_WAITING, bugs);
        boolean open = false;
        try {
            OutlineFiles outlines = new OutlineFiles(work, worklist, settings.formats());
            Optional<PacsDesk> desk = settings.pacs().map(pacs -> new PacsDesk(pacs, uploads, scans, outlines));
            ReadingSessions readings = ReadingSessions.open(worklist, scans, outlines, predictions, InstantSource.system());
            ReadingResults results = new ReadingResults(
                    readings, work.root().resolve("reading-features"), settings.formats(), predictions.map(Predictions::features));
            Front front = Front.open(
                    settings.listening(),
                    new RoomRoutes(worklist, uploads, scans, outlines, predictions, run, desk, readings, results, jobs).routes(), log, bugs);
            open = true;
            return new ReadingRoom(front, jobs, log, settings.pacs(), sweepHourly(scans, settings.keep(), bugs));
        } finally {
            if (!open) {
                jobs.close();
                log.close();
                settings.pacs().ifPresent(Pacs::close);
            }
        }
    }

    private static Thread sweepHourly(OpenScans scans, Duration keep, Consumer<Throwable> bugs) {
        return Thread.ofVirtual().name("trabecula-sweep").start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    Thread.sleep(SWEEP_MILLIS);
                    scans.removeOld(keep, Clock.systemUTC().instant());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt(); // the room closes
                } catch (IOException | RuntimeException e) {
                    bugs.accept(e); // and an hour later it is tried again
                }
            }
        });
    }

    /// What to type into a browser.
    public URI address() {
        return front.address();
    }

    /// Ends at once. What was accepted is on disk already.
    @Override
    public void close() throws IOException {
        sweep.interrupt();
        jobs.close();
        front.close();
        log.close();
        pacs.ifPresent(Pacs::close);
    }
}
