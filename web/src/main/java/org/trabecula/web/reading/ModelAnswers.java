package org.trabecula.web.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.AtomicFile;
import org.trabecula.core.InputException;
import org.trabecula.core.Progress;
import org.trabecula.study.folder.StudyJson;
import org.trabecula.web.predict.PredictionView;
import org.trabecula.web.predict.Predictions;
import org.trabecula.web.room.OpenScans;
import org.trabecula.web.room.Scan;
import tools.jackson.core.JacksonException;

/// What the room's model says of the cases of a session, kept until a reader may see it: `doctor.model.json` beside the session.
final class ModelAnswers {
    private static final String FILE = "doctor.model.json";
    private static final String SHOWN_FIRST = "nomogram";

    private final Predictions predictions;
    private final OpenScans scans;
    private final Path file;
    private final String checksum;
    private final Map<String, Answer> answers;

    /// @param model       such as `nomogram`; empty where there is no answer
    /// @param probability of the positive class
    /// @param threshold   the model's cut-off
    /// @param isOver      whether the probability reaches it
    /// @param why         there is none; empty where there is one
    record Answer(String model, OptionalDouble probability, OptionalDouble threshold, boolean isOver, String why) {
        ModelSeen seen(String day) {
            return new ModelSeen(model, probability, threshold, isOver, why, day);
        }
    }

    /// @param checksum of the model
    /// @param answers  by case
    record Kept(String checksum, Map<String, Answer> answers) {}

    private ModelAnswers(Predictions predictions, OpenScans scans, Path file, String checksum, Map<String, Answer> answers) {
        this.predictions = predictions;
        this.scans = scans;
        this.file = file;
        this.checksum = checksum;
        this.answers = answers;
    }

    /// With what this model has answered before.
    static ModelAnswers open(Predictions predictions, OpenScans scans, Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        String checksum = predictions.checksum();
        return new ModelAnswers(predictions, scans, file, checksum, new LinkedHashMap<>(kept(file, checksum)));
    }

    private static Map<String, Answer> kept(Path file, String checksum) throws IOException {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            Kept kept = StudyJson.read(Files.readString(file), Kept.class);
            return kept.checksum().equals(checksum) ? kept.answers() : Map.of();
        } catch (JacksonException | IllegalArgumentException e) {
            return Map.of(); // it can be computed again
        }
    }

    String checksum() {
        return checksum;
    }

    /// Whether a session shows this very model.
    boolean isOf(ReadingRecord record) {
        return record.model().equals(Optional.of(checksum));
    }

    synchronized Optional<Answer> find(String caseId) {
        return Optional.ofNullable(answers.get(caseId));
    }

    /// Computes what is missing; each answer is kept as soon as it is there.
    void prepare(List<VertebraCase> cases, Progress progress) throws IOException {
        List<VertebraCase> missing = cases.stream().filter(one -> find(one.caseId()).isEmpty()).toList();
        progress.stage("the model's answers", missing.size());
        int done = 0;
        for (VertebraCase one : missing) {
            Answer answer = answer(one);
            keep(one.caseId(), answer);
            progress.done("case " + ++done);
        }
    }

    private synchronized void keep(String caseId, Answer answer) throws IOException {
        answers.put(caseId, answer);
        AtomicFile.writeText(file, StudyJson.text(new Kept(checksum, answers)));
    }

    private Answer answer(VertebraCase one) throws IOException {
        if (one.mask().filter(Files::exists).isEmpty() || one.image().isEmpty()) {
            return none("the case has no outline, which the model needs");
        }
        Scan scan = scans.openBlinded("model: " + one.caseId(), "the model's answer", one.image().get());
        try {
            scans.takeMask(scan, one.mask().get(), one.label());
            return shown(predictions.predict(scan, one.patient(), Progress.NONE));
        } catch (InputException e) {
            return none("the model has no answer: " + e.problems().getFirst().found());
        } finally {
            scans.remove(scan.record().id());
        }
    }

    private static Answer none(String why) {
        return new Answer("", OptionalDouble.empty(), OptionalDouble.empty(), false, why);
    }

    /// The nomogram's, else that of the first model.
    private static Answer shown(PredictionView view) {
        PredictionView.ModelAnswer first = view.models().stream()
                .filter(one -> one.model().equals(SHOWN_FIRST))
                .findFirst()
                .orElseGet(() -> view.models().getFirst());
        return new Answer(first.model(), OptionalDouble.of(first.probability()), first.threshold(), first.isOver(), "");
    }
}
