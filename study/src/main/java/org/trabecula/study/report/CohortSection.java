package org.trabecula.study.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.trabecula.deep.crop.Crop;
import org.trabecula.deep.crop.GreyPicture;
import org.trabecula.extraction.network.Crops;
import org.trabecula.report.Block.Figure;
import org.trabecula.report.Block;
import org.trabecula.report.Prose;
import org.trabecula.report.Section;
import org.trabecula.stats.LabelledRows;
import org.trabecula.study.picture.CasePictures;
import org.trabecula.study.result.StudyResult;
import org.trabecula.study.settings.Choice;

/// Who was studied: the flow of cases, both parts, and what the network saw of some of them.
final class CohortSection {
    private static final int EXAMPLES_PER_CLASS = 6;

    private CohortSection() {}

    static Section of(StudyResult result) {
        return of(result, Optional.empty());
    }

    static Section of(StudyResult result, Optional<CasePictures> pictures) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Figure.drawing("flow", CaseFlow.svg(result), Prose.of("Flow of cases. " + division(result))));
        blocks.add(BaselineTable.of(Baseline.of(result)));
        pictures.ifPresent(drawn -> blocks.add(CasesFigure.of(result, drawn)));
        result.crops().ifPresent(crops -> blocks.add(seen(result, crops)));
        blocks.addAll(ReadersBlocks.of(result));
        blocks.addAll(QualityBlocks.of(result)); // after Table 1, which readers expect to be that of the patients
        return new Section("cohort", "Cohort", blocks);
    }

    private static String division(StudyResult result) {
        if (result.split().test().isEmpty()) {
            return "There is no test part: all cases train, and cross-validation holds whole patients out.";
        }
        if (result.settings().split().by() == Choice.SplitBy.CENTRE) {
            return "Whole centres were held out to test.";
        }
        return result.settings().split().by() == Choice.SplitBy.PATIENT
                ? "Patients were split with all their cases."
                : "Cases were split one by one, so that cases of one patient may stand on both sides.";
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
