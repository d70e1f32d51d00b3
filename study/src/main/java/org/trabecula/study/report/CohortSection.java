package org.trabecula.study.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.trabecula.deep.crop.Crop;
import org.trabecula.deep.crop.GreyPicture;
import org.trabecula.evaluation.document.BaselineCells;
import org.trabecula.extraction.network.Crops;
import org.trabecula.report.Block.Figure;
import org.trabecula.report.Block;
import org.trabecula.report.Cell;
import org.trabecula.report.Prose;
import org.trabecula.report.Section;
import org.trabecula.stats.LabelledRows;
import org.trabecula.study.result.StudyResult;
import org.trabecula.study.settings.Choice;

/// Who was studied: the flow of cases, both parts, and what the network saw of some of them.
final class CohortSection {
    private static final int EXAMPLES_PER_CLASS = 6;

    private CohortSection() {}

    static Section of(StudyResult result) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Figure.drawing("flow", CaseFlow.svg(result), Prose.of("Flow of cases. " + division(result))));
        blocks.add(baseline(result));
        result.crops().ifPresent(crops -> blocks.add(seen(result, crops)));
        return new Section("cohort", "Cohort", blocks);
    }

    private static String division(StudyResult result) {
        return result.settings().split().by() == Choice.SplitBy.PATIENT
                ? "Patients were split with all their cases."
                : "Cases were split one by one, so that cases of one patient may stand on both sides.";
    }

    private static Block baseline(StudyResult result) {
        List<Baseline> groups = Baseline.columns(result);
        List<String> columns = new ArrayList<>(List.of(""));
        groups.forEach(group -> columns.add(group.name()));
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(row("Cases", groups, g -> Cell.count(g.cases())));
        rows.add(row("Patients", groups, g -> Cell.count(g.patients())));
        boolean ages = result.clinical().data().hasAge();
        if (ages) {
            rows.add(row("Age in years", groups, CohortSection::age));
        }
        if (result.clinical().data().hasSex()) {
            rows.add(row("Women", groups, g -> share(g.women(), g.sexKnown(), g.cases())));
        }
        if (groups.stream().anyMatch(group -> group.levelKnown() > 0)) {
            rows.add(row("Thoracic level", groups, g -> share(g.thoracic(), g.levelKnown(), g.cases())));
        }
        String caption = "Cases by part and class." + (ages ? " Age: mean ± standard deviation." : "");
        return new Block.Table("baseline", Prose.of(caption), columns, rows);
    }

    private static List<Cell> row(String name, List<Baseline> groups, Function<Baseline, Cell> cell) {
        List<Cell> row = new ArrayList<>(List.of(Cell.words(name)));
        groups.forEach(group -> row.add(group.cases() == 0 ? new Cell.Missing("no cases") : cell.apply(group)));
        return row;
    }

    private static Cell age(Baseline group) {
        if (group.age().n() == 0) {
            return new Cell.Missing("no ages");
        }
        return Cell.number(BaselineCells.meanSd(group.age()));
    }

    private static Cell share(long count, long known, int cases) {
        return known == 0
                ? new Cell.Missing("not recorded")
                : Cell.number(BaselineCells.withUnknown(BaselineCells.share(count, known), cases - known));
    }

    private static Block seen(StudyResult result, Crops crops) {
        return new Figure(
                "crops",
                new Figure.Gallery(List.of(
                        strip(result, crops, true, result.cohort().classes().positive()),
                        strip(result, crops, false, result.cohort().classes().negative()))),
                Prose.of("What the network sees of the first training cases of each class: the largest sagittal slice of the mask, "
                        + "stretched to a square, bone window. Front of the patient to the left."));
    }

    private static Figure.Strip strip(StudyResult result, Crops crops, boolean positive, String name) {
        LabelledRows train = result.split().train();
        List<Figure.Picture> pictures = IntStream.range(0, train.size())
                .filter(row -> train.outcome().isCase(row) == positive)
                .limit(EXAMPLES_PER_CLASS)
                .mapToObj(train.ids()::get)
                .map(id -> new Figure.Picture("crop of " + id, png(crops.of(id))))
                .toList();
        return new Figure.Strip(name, pictures);
    }

    private static Figure.Png png(Crop crop) {
        BufferedImage picture = GreyPicture.of(crop);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Figure.Png(bytes.toByteArray());
    }
}
