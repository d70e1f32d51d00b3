package org.trabecula.web.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.Progress;
import org.trabecula.image.ImageFormats;
import org.trabecula.study.folder.StudyJson;
import org.trabecula.study.reader.AssistedReading;
import org.trabecula.study.result.ReaderAgreement;
import org.trabecula.study.settings.StudyYaml;
import org.trabecula.web.server.WebProblem;

/// What came of the sessions. Nothing is told of answers before the sessions that they belong to are complete: a reader who goes on must not
/// know how he did.
public final class ReadingResults {
    private static final String USUAL_PRESET = "paper";

    private final ReadingSessions readings;
    private final OutlineComparison outlines;

    /// @param store   where features are kept for the next time
    /// @param features preset of the room's model; empty without one: the protocol's
    public ReadingResults(ReadingSessions readings, Path store, ImageFormats formats, Optional<String> features) {
        this.readings = readings;
        this.outlines = new OutlineComparison(
                readings.folder(), store, formats, features.orElseGet(() -> StudyYaml.preset(USUAL_PRESET).features()));
    }

    /// Compares second outlines with the first; takes minutes.
    public IccView icc(Progress progress) throws IOException {
        return outlines.compare(readings.cohort(), progress);
    }

    /// The last such comparison.
    ///
    /// @throws InputException WEB-010 while there is none
    public IccView lastIcc() throws IOException {
        return StudyJson.read(outlines.last().orElseThrow(ReadingResults::noComparison), IccView.class);
    }

    /// Its table of all features.
    ///
    /// @throws InputException WEB-010 while there is none
    public Path iccTable() {
        Path file = readings.folder().resolve(OutlineComparison.TABLE);
        if (!Files.exists(file)) {
            throw noComparison();
        }
        return file;
    }

    /// Whether there is a comparison.
    public boolean hasIcc() {
        return Files.exists(readings.folder().resolve(OutlineComparison.TABLE));
    }

    private static InputException noComparison() {
        return notYet("no comparison of outlines", "one that was made", "compare the outlines first");
    }

    /// How far readers A and B agreed.
    ///
    /// @throws InputException WEB-010 before both are done, or where they gave no case a class both
    public LabelsView labels() {
        ReadingRecord a = complete(ReadingKind.LABELS_A);
        ReadingRecord b = complete(ReadingKind.LABELS_B);
        Cohort cohort = readings.cohort();
        ReaderAgreement agreement = agreement(cohort).orElseThrow(() -> notYet("no case that both readers gave a class", "at least one", "nothing can be compared"));
        return LabelsView.of(agreement, cohort.classes(), Labels.of(a, b));
    }

    private static Optional<ReaderAgreement> agreement(Cohort cohort) {
        return ReaderAgreement.of(cohort, StudyYaml.preset(USUAL_PRESET).seed(), 1);
    }

    /// Whether [#labels] has an answer.
    public boolean hasLabels() {
        return isComplete(ReadingKind.LABELS_A) && isComplete(ReadingKind.LABELS_B) && agreement(readings.cohort()).isPresent();
    }

    /// Whether [#doctor] has an answer.
    public boolean hasDoctor() {
        return isComplete(ReadingKind.DOCTOR) && !calls(complete(ReadingKind.DOCTOR), readings.cohort()).isEmpty();
    }

    private boolean isComplete(ReadingKind kind) {
        return readings.find(kind).filter(ReadingRecord::isComplete).isPresent();
    }

    /// How a doctor did without and with the model.
    ///
    /// @throws InputException WEB-010 before the session is complete, or without an outcome
    public DoctorView doctor() {
        ReadingRecord record = complete(ReadingKind.DOCTOR);
        Cohort cohort = readings.cohort();
        List<AssistedReading.Call> calls = calls(record, cohort);
        if (calls.isEmpty()) {
            throw notYet("no outcome of the cases that were read", "outcomes in the manifest, or two readers' labels", "fill in the outcomes, then look again");
        }
        return DoctorView.of(
                AssistedReading.of(calls), cohort.classes().positive(), cohort.classes().negative(), record.items().size(), calls.size());
    }

    /// Of the cases whose outcome is known.
    private static List<AssistedReading.Call> calls(ReadingRecord record, Cohort cohort) {
        Map<String, VertebraCase> byName = new HashMap<>();
        cohort.cases().forEach(one -> byName.put(one.caseId(), one));
        List<AssistedReading.Call> calls = new ArrayList<>();
        for (ReadingItem item : record.items()) {
            VertebraCase vertebra = byName.get(item.caseId());
            if (vertebra != null && vertebra.outcome().isPresent()) {
                calls.add(new AssistedReading.Call(
                        vertebra.outcome().getAsInt() == 1, positive(item.call().orElseThrow()), item.callWithModel().map(ReadingResults::positive)));
            }
        }
        return calls;
    }

    private static boolean positive(CallTaken taken) {
        return taken.call() == ReadingCall.POSITIVE;
    }

    private ReadingRecord complete(ReadingKind kind) {
        return readings.find(kind).filter(ReadingRecord::isComplete).orElseThrow(() -> notYet(
                "a session that is not complete: " + kind.title(), "every case answered", "finish it first"));
    }

    private static InputException notYet(String found, String expected, String fix) {
        return new InputException(new Problem(WebProblem.NOT_YET, "the reading sessions", found, expected, fix));
    }
}
