package org.trabecula.study.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.evaluation.Calls;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.evaluation.Scores;
import org.trabecula.learn.model.ModelId;
import org.trabecula.stats.LabelledRows;
import org.trabecula.study.result.StudyResult;

/// The cases of the part on which models are judged, in the order of its rows: the test part; without one, the training cases by
/// cross-fitted scores.
///
/// @param models    usable ones, in the order of the evaluation
/// @param ofImages  those of them that see the image, without whom nothing is called right by all
/// @param cases     all of the part
/// @param unread    cells of the columns `doctor` and `doctor_with_model` that name no class, of all included cases
public record ReadPart(Scores.Kind kind, List<String> models, List<String> ofImages, List<ReadCase> cases, int unread) {
    private static final int SHOWN = 4;

    public ReadPart {
        models = List.copyOf(models);
        ofImages = List.copyOf(ofImages);
        cases = List.copyOf(cases);
    }

    /// Empty where no model has scores that may be judged.
    public static Optional<ReadPart> of(StudyResult result) {
        Scores.Kind kind = result.split().test().isEmpty() ? Scores.Kind.CROSSFIT : Scores.Kind.TEST;
        LabelledRows part = kind == Scores.Kind.TEST ? result.split().test() : result.split().train();
        List<Evaluation.Row> rows = result.evaluation().rows().stream().filter(row -> row.kind() == kind).toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Map<String, ReadCase.Reading>> readings = new HashMap<>();
        for (Evaluation.Row row : rows) {
            boolean[] positive = Calls.of(row).positive();
            for (int at = 0; at < positive.length; at++) {
                readings.computeIfAbsent(row.scores().rows().ids().get(at), _ -> new LinkedHashMap<>())
                        .put(row.model(), new ReadCase.Reading(row.scores().scores()[at], positive[at]));
            }
        }
        DoctorsCalls doctor = DoctorsCalls.of(result.cohort());
        List<ReadCase> cases = new ArrayList<>();
        for (int at = 0; at < part.size(); at++) {
            String id = part.ids().get(at);
            cases.add(new ReadCase(
                    id, part.patients().get(at), part.outcome().isCase(at), Optional.ofNullable(doctor.alone().get(id)),
                    Optional.ofNullable(doctor.withModel().get(id)), readings.getOrDefault(id, Map.of())));
        }
        List<String> models = rows.stream().map(Evaluation.Row::model).toList();
        return Optional.of(new ReadPart(
                kind, models, models.stream().filter(model -> ModelId.labelled(model).signature().isOfImages()).toList(), cases,
                doctor.unread()));
    }

    /// Cases that every model of images calls right.
    public List<ReadCase> allRight() {
        return ofImages.isEmpty() ? List.of() : cases.stream().filter(one -> one.allRight(ofImages)).toList();
    }

    /// Cases that the doctor calls wrong and every model of images right.
    public List<ReadCase> onlyModelsRight() {
        return allRight().stream().filter(ReadCase::doctorWrong).toList();
    }

    /// Cases that the doctor calls right and every model of images wrong.
    public List<ReadCase> onlyDoctorRight() {
        return ofImages.isEmpty()
                ? List.of()
                : cases.stream().filter(one -> one.doctorRight() && one.allWrong(ofImages)).toList();
    }

    /// Cases with a call of the doctor's.
    public List<ReadCase> calledByDoctor() {
        return cases.stream().filter(one -> one.doctor().isPresent()).toList();
    }

    /// The doctor's calls without a model and with one, of the cases with both.
    public AssistedReading assisted() {
        return AssistedReading.of(calledByDoctor().stream()
                .filter(one -> one.withModel().isPresent())
                .map(one -> new AssistedReading.Call(one.positive(), one.doctor().orElseThrow(), one.withModel()))
                .toList());
    }

    /// Those that a report shows: of each class the first two that every model of images calls right, in the order of the rows.
    public List<ReadCase> examples() {
        List<ReadCase> shown = new ArrayList<>();
        for (boolean positive : new boolean[] {true, false}) {
            allRight().stream().filter(one -> one.positive() == positive).limit(SHOWN / 2).forEach(shown::add);
        }
        return shown;
    }

    /// The first four that the doctor calls wrong and every model of images right.
    public List<ReadCase> doctorExamples() {
        return onlyModelsRight().stream().limit(SHOWN).toList();
    }
}
