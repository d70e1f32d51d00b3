package org.trabecula.web.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.Progress;
import org.trabecula.image.Mask;
import org.trabecula.web.predict.Predictions;
import org.trabecula.web.room.FilledCell;
import org.trabecula.web.room.OpenScans;
import org.trabecula.web.room.OutlineFiles;
import org.trabecula.web.room.SavedOutline;
import org.trabecula.web.room.Scan;
import org.trabecula.web.room.Worklist;
import org.trabecula.web.server.Asked;
import org.trabecula.web.server.WebProblem;

/// The reading sessions of a work list. Safe for many threads.
///
/// An answer is on disk when the method that takes it returns: the session's file first, then the copy of the manifest, which is written
/// from the sessions again when the room is opened.
public final class ReadingSessions {
    private static final double MOST_SECONDS = 86_400;

    private final Worklist worklist;
    private final OpenScans scans;
    private final OutlineFiles outlines;
    private final Optional<ModelAnswers> model;
    private final InstantSource clock;
    private final ReadingFiles files;
    private final Map<ReadingKind, ReadingRecord> records;

    private ReadingSessions(
            Worklist worklist, OpenScans scans, OutlineFiles outlines, Optional<ModelAnswers> model, InstantSource clock, ReadingFiles files,
            Map<ReadingKind, ReadingRecord> records) {
        this.worklist = worklist;
        this.scans = scans;
        this.outlines = outlines;
        this.model = model;
        this.clock = clock;
        this.files = files;
        this.records = records;
    }

    /// Goes on with what is kept beside the manifest.
    ///
    /// @param predictions empty in a room without a model
    /// @throws InputException WEB-010 if a file of sessions cannot be understood
    public static ReadingSessions open(
            Worklist worklist, OpenScans scans, OutlineFiles outlines, Optional<Predictions> predictions, InstantSource clock) throws IOException {
        ReadingFiles files = new ReadingFiles(worklist.folder().resolve(worklist.stem() + ".readings"));
        Optional<ModelAnswers> model = predictions.isPresent() && !worklist.isEmpty()
                ? Optional.of(ModelAnswers.open(predictions.get(), scans, files.folder()))
                : Optional.empty();
        Map<ReadingKind, ReadingRecord> records = worklist.isEmpty() ? new EnumMap<>(ReadingKind.class) : files.read();
        ReadingSessions readings = new ReadingSessions(worklist, scans, outlines, model, clock, files, records);
        readings.fill();
        return readings;
    }

    public Path folder() {
        return files.folder();
    }

    /// The work list with what was filled in.
    public Cohort cohort() {
        return worklist.now();
    }

    /// A session; empty where it was not begun.
    synchronized Optional<ReadingRecord> find(ReadingKind kind) {
        return Optional.ofNullable(records.get(kind));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
    }

    /// Every session that there may be.
    public synchronized List<SessionView> views() throws IOException {
        List<SessionView> views = new ArrayList<>();
        for (ReadingKind kind : ReadingKind.values()) {
            views.add(view(kind));
        }
        return views;
    }

    /// One of them.
    public synchronized SessionView view(ReadingKind kind) throws IOException {
        @Nullable ReadingRecord record = records.get(kind);
        if (record == null) {
            return new SessionView(
                    kind, kind.title(), kind.reader(), false, 0, 0, 0, Optional.empty(), Optional.empty(), "", OptionalInt.empty(),
                    Optional.empty(), false, Optional.empty(), false, 0, files.file(kind).toString());
        }
        Optional<LocalDate> earliest = earliest(record);
        return new SessionView(
                kind, kind.title(), kind.reader(), true, record.items().size(), record.answered(), record.patients(), Optional.of(record.begun()),
                Optional.of(record.seed()), record.drawn(),
                kind == ReadingKind.OUTLINE_SAME_READER ? OptionalInt.of(record.pauseDays()) : OptionalInt.empty(),
                earliest.map(LocalDate::toString), waits(record, earliest), record.withoutPause(), record.model().isPresent(),
                prepared(record), files.file(kind).toString());
    }

    private int prepared(ReadingRecord record) {
        return record.model().isPresent() && model.isPresent() && model.get().isOf(record)
                ? (int) record.items().stream().filter(item -> model.get().find(item.caseId()).isPresent()).count()
                : 0;
    }

    private Optional<LocalDate> earliest(ReadingRecord record) throws IOException {
        if (record.kind() != ReadingKind.OUTLINE_SAME_READER) {
            return Optional.empty();
        }
        Cohort cohort = worklist.now();
        List<VertebraCase> left = new ArrayList<>();
        for (int place = 0; place < record.items().size(); place++) {
            if (record.step(place) != ReadingStep.DONE) {
                left.add(vertebra(cohort, record.items().get(place)));
            }
        }
        return FirstOutlines.earliest(left, record.pauseDays());
    }

    private boolean waits(ReadingRecord record, Optional<LocalDate> earliest) {
        return record.withoutPause().isEmpty() && earliest.isPresent() && today().isBefore(earliest.get());
    }

    /// Begins a session.
    ///
    /// @throws InputException WEB-010 if there is one, or nobody to read; WEB-006 for numbers that are none
    public synchronized SessionView begin(BeginWanted wanted) throws IOException {
        if (worklist.isEmpty()) {
            throw notYet("no work list", "a room with one", "start it as trabecula serve cases.csv");
        }
        if (records.containsKey(wanted.kind())) {
            throw notYet("a session that was begun already", "one session of a kind", "go on with it; to begin anew move " + files.file(wanted.kind())
                    + " elsewhere and start the room again");
        }
        keep(new SessionDraw(worklist.now(), records, model.map(ModelAnswers::checksum)).begin(wanted, today()));
        return view(wanted.kind());
    }

    /// Waives the pause between a first outline and the same reader's second; recorded with the day.
    ///
    /// @throws InputException WEB-010 without such a session
    public synchronized SessionView waivePause(ReadingKind kind) throws IOException {
        ReadingRecord record = needed(kind);
        if (kind != ReadingKind.OUTLINE_SAME_READER) {
            throw notYet("a session without a pause", "second outlines of the same reader", "go on with it");
        }
        if (record.withoutPause().isEmpty()) {
            keep(record.waived(today().toString()));
        }
        return view(kind);
    }

    /// Opens the case that a session waits for, blinded.
    ///
    /// @throws InputException WEB-010 without such a session, when it is complete, or before the pause is over
    public synchronized NextCase next(ReadingKind kind) throws IOException {
        ReadingRecord record = needed(kind);
        int place = record.next().orElseThrow(() -> notYet("a session that is complete", "a case that waits", "look at its result"));
        Optional<LocalDate> earliest = earliest(record);
        if (waits(record, earliest)) {
            throw notYet("today, " + today(), earliest.orElseThrow() + " or later, " + record.pauseDays() + " days after the last first outline",
                    "come back then, or waive the pause, which is recorded");
        }
        ReadingItem item = record.items().get(place);
        VertebraCase vertebra = vertebra(worklist.now(), item);
        Path image = vertebra.image().orElseThrow(() -> notYet("a case without an image", "a file in the column image", "name the CT in the manifest"));
        Scan scan = scans.openBlinded(key(kind, item), kind.title() + ", case " + (place + 1) + " of " + record.items().size(), image);
        @Nullable Mask where = vertebra.mask().isPresent() ? scans.region(scan, vertebra.mask().get(), vertebra.label()) : null;
        return new NextCase(place, record.items().size(), vertebra.level(), record.step(place), scan, where, others(kind, item), item.seen());
    }

    private static String key(ReadingKind kind, ReadingItem item) {
        return kind.label() + ": " + item.caseId();
    }

    private List<ReadingCall> others(ReadingKind kind, ReadingItem item) {
        if (kind != ReadingKind.CONSENSUS) {
            return List.of();
        }
        Labels labels = Labels.of(needed(ReadingKind.LABELS_A), needed(ReadingKind.LABELS_B));
        return List.of(
                labels.first().getOrDefault(item.caseId(), ReadingCall.CANNOT_TELL), labels.second().getOrDefault(item.caseId(), ReadingCall.CANNOT_TELL));
    }

    /// Saves what was drawn on the case's scan as its second outline.
    ///
    /// @param place the case, as [#next] told
    /// @throws InputException WEB-010 if nothing is drawn, or that case is not the one that waits
    public synchronized SessionView outlined(ReadingKind kind, int place) throws IOException {
        ReadingRecord record = waiting(kind, place, ReadingStep.OUTLINE);
        ReadingItem item = record.items().get(place);
        VertebraCase vertebra = vertebra(worklist.now(), item);
        NextCase opened = next(kind);
        SavedOutline saved = outlines.save(opened.scan(), Optional.of(row(item)), item.caseId(), kind.role(), vertebra.level());
        keep(record.with(place, item.with(new OutlineTaken(
                saved.mask(), saved.way(), saved.seconds(), today().toString(), FirstOutlines.daysSince(vertebra, today())))));
        scans.remove(opened.scan().record().id());
        return view(kind);
    }

    /// Takes a reader's call of the case that [#next] told; it is final.
    ///
    /// @throws InputException WEB-010 if that case is not the one that waits, WEB-006 for what is no answer
    public synchronized SessionView called(ReadingKind kind, CallSent sent) throws IOException {
        ReadingRecord record = waiting(kind, sent.place(), ReadingStep.CALL);
        ReadingItem item = record.items().get(sent.place());
        take(record.with(sent.place(), item.with(taken(kind, sent))), sent.place());
        return view(kind);
    }

    /// Records that the model's answer is shown, then gives it.
    ///
    /// @throws InputException WEB-010 before the reader has called the case, or where the model has not answered yet
    public synchronized ModelSeen seeModel(ReadingKind kind, int place) throws IOException {
        ReadingRecord record = needed(kind);
        if (place >= 0 && place < record.items().size() && record.items().get(place).seen().isPresent()) {
            return record.items().get(place).seen().get();
        }
        waiting(kind, place, ReadingStep.SEE_MODEL);
        ReadingItem item = record.items().get(place);
        ModelAnswers answers = answers(record);
        ModelSeen seen = answers.find(item.caseId()).orElseThrow(() -> notYet(
                "no answer of the model for this case", "the model's answers", "prepare them first; it is a job")).seen(today().toString());
        take(record.with(place, item.with(seen)), place);
        return seen;
    }

    /// Takes the call that the reader makes with the model's answer in view; it is final.
    ///
    /// @throws InputException WEB-010 if that case is not the one that waits, WEB-006 for what is no answer
    public synchronized SessionView calledWithModel(ReadingKind kind, CallSent sent) throws IOException {
        ReadingRecord record = waiting(kind, sent.place(), ReadingStep.CALL_WITH_MODEL);
        ReadingItem item = record.items().get(sent.place());
        take(record.with(sent.place(), item.withModel(taken(kind, sent))), sent.place());
        return view(kind);
    }

    /// Asks the model for every case of a session; what it says is kept, and shown to nobody before the reader has called the case.
    ///
    /// @throws InputException WEB-010 without a session that shows a model
    public SessionView prepare(ReadingKind kind, Progress progress) throws IOException {
        ReadingRecord record = needed(kind);
        Cohort cohort = worklist.now();
        answers(record).prepare(record.items().stream().map(item -> vertebra(cohort, item)).toList(), progress);
        return view(kind);
    }

    private ModelAnswers answers(ReadingRecord record) {
        if (record.model().isEmpty()) {
            throw notYet("a session without a model", "one that was begun in a room with a model", "go on without it");
        }
        return model.filter(answers -> answers.isOf(record)).orElseThrow(() -> notYet(
                "another model, or none", "the model with which the session began", "open the room with --model and that model"));
    }

    private CallTaken taken(ReadingKind kind, CallSent sent) {
        if (!(sent.seconds() >= 0 && sent.seconds() <= MOST_SECONDS)) {
            throw Asked.malformed("seconds", Double.toString(sent.seconds()), "seconds of at most a day");
        }
        if (kind == ReadingKind.DOCTOR && sent.call() == ReadingCall.CANNOT_TELL) {
            throw Asked.malformed("call", sent.call().label(), "positive or negative: the doctor decides");
        }
        return new CallTaken(sent.call(), sent.seconds(), today().toString());
    }

    private ReadingRecord waiting(ReadingKind kind, int place, ReadingStep step) {
        ReadingRecord record = needed(kind);
        OptionalInt next = record.next();
        if (next.isEmpty() || next.getAsInt() != place || record.step(place) != step) {
            throw notYet(
                    "an answer to case " + (place + 1), next.isEmpty() ? "none: the session is complete"
                            : "case " + (next.getAsInt() + 1) + " waits for: " + record.step(next.getAsInt()).label(),
                    "go on with the case that waits; answers are final");
        }
        return record;
    }

    /// Keeps an answer, and closes the scan of a case that is done.
    private void take(ReadingRecord record, int place) throws IOException {
        keep(record);
        if (record.step(place) == ReadingStep.DONE) {
            Optional<Scan> open = scans.blinded(key(record.kind(), record.items().get(place)));
            if (open.isPresent()) {
                scans.remove(open.get().record().id());
            }
        }
    }

    private void keep(ReadingRecord record) throws IOException {
        files.write(record);
        records.put(record.kind(), record);
        fill();
    }

    private void fill() throws IOException {
        List<FilledCell> cells = records.isEmpty() ? List.of() : new CallCells(worklist).of(records);
        if (!cells.isEmpty()) {
            worklist.filled(cells);
        }
    }

    private synchronized ReadingRecord needed(ReadingKind kind) {
        @Nullable ReadingRecord record = records.get(kind);
        if (record == null) {
            throw notYet("no session “" + kind.title() + "”", "one that was begun", "begin it");
        }
        return record;
    }

    private int row(ReadingItem item) {
        for (int row = 0; row < worklist.cases().size(); row++) {
            if (worklist.cases().get(row).caseId().equals(item.caseId())) {
                return row;
            }
        }
        throw gone();
    }

    private static VertebraCase vertebra(Cohort cohort, ReadingItem item) {
        return cohort.cases().stream().filter(one -> one.caseId().equals(item.caseId())).findFirst().orElseThrow(ReadingSessions::gone);
    }

    private static InputException gone() {
        return notYet("a case that is no longer in the work list", "the work list with which the session began", "open the room with that manifest");
    }

    private static InputException notYet(String found, String expected, String fix) {
        return new InputException(new Problem(WebProblem.NOT_YET, "the reading session", found, expected, fix));
    }
}
