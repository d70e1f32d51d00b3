package org.trabecula.study.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.trabecula.cohort.ClassNames;
import org.trabecula.cohort.Sex;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.deep.crop.Crop;
import org.trabecula.deep.crop.GreyPicture;
import org.trabecula.figures.FlowFigure;
import org.trabecula.learn.Subject;
import org.trabecula.study.StudyResult;
import org.trabecula.extraction.network.Crops;

/// Who was studied: the flow of cases, both parts, and what the network saw of some of them.
final class CohortSection {
    private static final int EXAMPLES_PER_CLASS = 6;

    private CohortSection() {}

    static void write(Html page, StudyResult result) {
        String yes = result.cohort().classes().positive();
        String no = result.cohort().classes().negative();
        page.section("cohort", "Cohort");
        page.figure(flow(result), "Flow of cases. Patients were split with all their cases.");
        page.table(
                "Table 1. Cases by part and class." + (result.clinical().data().hasAge()
                        ? " Age: mean ± standard deviation in years."
                        : ""),
                List.of("", "Train, " + yes, "Train, " + no, "Test, " + yes, "Test, " + no), baseline(result));
        result.crops().ifPresent(crops -> {
            page.heading("What the network sees");
            page.markup("<p class=\"crops\">" + examples(result, crops, 1) + "</p>");
            page.note("Outcome " + yes + ": largest sagittal slice of the mask, stretched to a square, bone window. Front of the patient "
                    + "to the left.");
            page.markup("<p class=\"crops\">" + examples(result, crops, 0) + "</p>");
            page.note("Outcome " + no + ".");
        });
        page.end();
    }

    private static String flow(StudyResult result) {
        List<String> excluded = new ArrayList<>();
        for (Map.Entry<String, Integer> reason : result.flow().excluded().entrySet()) {
            excluded.add(reason.getValue() + " " + reason.getKey());
        }
        if (!result.failures().isEmpty()) {
            excluded.add(result.failures().size() + " failed, see failures.csv");
        }
        return FlowFigure.svg(
                "Flow of cases",
                List.of(
                        new FlowFigure.Step(List.of(result.flow().eligible() + " cases eligible"), excluded),
                        new FlowFigure.Step(
                                List.of(
                                        result.split().train().size() + result.split().test().size() + " cases used",
                                        "of " + patients(result.split().train(), result.split().test()) + " patients"),
                                List.of())),
                List.of(
                        part("Training", result.split().train(), result.cohort().classes()),
                        part("Test", result.split().test(), result.cohort().classes())));
    }

    private static List<String> part(String name, List<Subject> subjects, ClassNames classes) {
        long positives = subjects.stream().filter(s -> s.outcome() == 1).count();
        return List.of(
                name, subjects.size() + " cases of " + patients(subjects, List.of()) + " patients",
                positives + " " + classes.positive() + ", " + (subjects.size() - positives) + " " + classes.negative());
    }

    private static long patients(List<Subject> a, List<Subject> b) {
        return java.util.stream.Stream.concat(a.stream(), b.stream()).map(Subject::patientId).distinct().count();
    }

    private static List<List<String>> baseline(StudyResult result) {
        List<List<VertebraCase>> groups = List.of(
                group(result, result.split().train(), 1), group(result, result.split().train(), 0),
                group(result, result.split().test(), 1), group(result, result.split().test(), 0));
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("Cases", groups, g -> Integer.toString(g.size())));
        rows.add(row("Patients", groups, g -> Long.toString(g.stream().map(VertebraCase::patientId).distinct().count())));
        if (result.clinical().data().hasAge()) {
            rows.add(row("Age", groups, CohortSection::age));
        }
        if (result.clinical().data().hasSex()) {
            rows.add(row("Women", groups, g -> share(g, g.stream().filter(c -> c.sex() == Sex.FEMALE).count())));
        }
        if (result.cohort().included().stream().anyMatch(c -> !c.level().isEmpty())) {
            rows.add(row("Thoracic", groups, g -> share(g, g.stream().filter(c -> c.level().startsWith("T")).count())));
        }
        return rows;
    }

    private static List<String> row(
            String name, List<List<VertebraCase>> groups, java.util.function.Function<List<VertebraCase>, String> cell) {
        List<String> row = new ArrayList<>();
        row.add(name);
        groups.forEach(group -> row.add(group.isEmpty() ? "" : cell.apply(group)));
        return row;
    }

    private static String age(List<VertebraCase> group) {
        double[] ages = group.stream().mapToDouble(VertebraCase::ageYears).filter(a -> !Double.isNaN(a)).toArray();
        double mean = java.util.Arrays.stream(ages).average().orElse(Double.NaN);
        double squares = java.util.Arrays.stream(ages).map(a -> (a - mean) * (a - mean)).sum();
        return String.format(Locale.ROOT, "%.1f ± %.1f", mean, Math.sqrt(squares / (ages.length - 1)));
    }

    private static String share(List<VertebraCase> group, long count) {
        return String.format(Locale.ROOT, "%d (%.0f %%)", count, 100.0 * count / group.size());
    }

    private static List<VertebraCase> group(StudyResult result, List<Subject> part, int outcome) {
        return part.stream()
                .filter(s -> s.outcome() == outcome)
                .map(s -> result.cohort().find(s.caseId()))
                .toList();
    }

    private static String examples(StudyResult result, Crops crops, int outcome) {
        StringBuilder html = new StringBuilder();
        result.split().train().stream()
                .filter(s -> s.outcome() == outcome)
                .limit(EXAMPLES_PER_CLASS)
                .forEach(s -> html.append("<img width=\"128\" height=\"128\" alt=\"crop of ")
                        .append(Html.escape(s.caseId()))
                        .append("\" src=\"data:image/png;base64,")
                        .append(png(crops.of(s.caseId())))
                        .append("\"> "));
        return html.toString();
    }

    private static String png(Crop crop) {
        BufferedImage picture = GreyPicture.of(crop);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
