package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.core.Shown;
import org.trabecula.evaluation.Scores;
import org.trabecula.extraction.picture.CaseMontage;
import org.trabecula.report.Block;
import org.trabecula.report.Block.Figure;
import org.trabecula.report.Prose;
import org.trabecula.report.Section;
import org.trabecula.study.picture.CasePictures;
import org.trabecula.study.reader.ReadCase;
import org.trabecula.study.reader.ReadPart;
import org.trabecula.study.result.StudyResult;

/// Cases that all models call right, and the doctor beside the models (P29).
final class ExamplesSection {
    private ExamplesSection() {}

    /// Without blocks where there are neither images nor a doctor's calls.
    static Section of(StudyResult result, Optional<CasePictures> pictures) {
        List<Block> blocks = new ArrayList<>();
        ReadPart.of(result).ifPresent(part -> {
            pictures.ifPresent(drawn -> blocks.add(right(result, part, drawn)));
            blocks.addAll(DoctorTables.of(result, part));
            pictures.ifPresent(drawn -> doctor(result, part, drawn).ifPresent(blocks::add));
        });
        return new Section("examples", "Examples", blocks);
    }

    private static Block right(StudyResult result, ReadPart part, CasePictures pictures) {
        List<ReadCase> shown = part.examples();
        if (shown.isEmpty()) {
            return Block.Paragraph.of("Every model of images is right in none of n = " + part.cases().size() + " " + cases(part) + ".");
        }
        return figure(
                "examples-right", result, part, shown, pictures,
                "Cases that every model of images calls right: " + part.allRight().size() + " of n = " + part.cases().size() + " "
                        + cases(part) + ". Shown are the first two of each class in the order of the table.");
    }

    private static Optional<Figure> doctor(StudyResult result, ReadPart part, CasePictures pictures) {
        List<ReadCase> shown = part.doctorExamples();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        int all = part.onlyModelsRight().size();
        return Optional.of(figure(
                "examples-doctor", result, part, shown, pictures,
                "Cases that the doctor calls wrong and every model of images right: " + all + " of n = " + part.calledByDoctor().size() + " "
                        + cases(part) + " with a call of the doctor's" + (all > shown.size() ? "; shown are the first " + shown.size() : "")
                        + "."));
    }

    private static Figure figure(
            String key, StudyResult result, ReadPart part, List<ReadCase> shown, CasePictures pictures, String caption) {
        List<Figure.Strip> strips = new ArrayList<>();
        for (ReadCase one : shown) {
            String words = CaseWords.of(result, one.caseId());
            List<Figure.Picture> row = new ArrayList<>();
            row.add(new Figure.Picture(
                    words + ": sagittal CT through the mask's centre, mask outlined",
                    new Figure.Png(pictures.montage(one.caseId()).png(CaseMontage.Panel.SAGITTAL)), CaseMontage.Panel.SAGITTAL.words()));
            pictures.heat().ifPresent(heat -> row.addAll(HeatWords.pair(result, heat, one.caseId())));
            strips.add(new Figure.Strip(label(result, part, one, words), row));
        }
        String heat = pictures.heat().isEmpty() ? "" : " Beside the CT the crop that the network sees and its heat map. " + HeatWords.limits(result);
        return new Figure(key, new Figure.Gallery(Figure.Gallery.Size.LARGE, strips), Prose.of(caption + " Numbers are probabilities of "
                + CaseWords.name(result, true) + ", words the calls at each model's cut-off." + heat));
    }

    private static String label(StudyResult result, ReadPart part, ReadCase one, String words) {
        List<String> calls = new ArrayList<>();
        one.doctor().ifPresent(call -> calls.add("doctor: " + CaseWords.name(result, call)));
        for (String model : part.models()) {
            ReadCase.Reading reading = one.readings().get(model);
            if (reading != null) {
                calls.add(Names.inSentence(model) + " " + Shown.fixed(reading.probability(), 2) + " " + CaseWords.name(result, reading.positive()));
            }
        }
        return words + ": " + String.join(", ", calls);
    }

    static String cases(ReadPart part) {
        return part.kind() == Scores.Kind.TEST ? "test cases" : "training cases, by cross-fitted scores";
    }
}
