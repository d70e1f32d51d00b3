package org.trabecula.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.core.Progress;
import org.trabecula.core.StageStore;
import org.trabecula.deep.finetune.FineTuned;
import org.trabecula.evaluation.Scores;
import org.trabecula.report.Report;
import org.trabecula.report.html.HtmlReport;
import org.trabecula.report.pdf.PdfReport;
import org.trabecula.study.ImageCohort;
import org.trabecula.study.Protocol;
import org.trabecula.study.folder.RunFolder;
import org.trabecula.study.picture.CasePictures;
import org.trabecula.study.picture.Picturing;
import org.trabecula.study.reader.ReadCase;
import org.trabecula.study.reader.ReadPart;
import org.trabecula.study.result.StudyResult;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.study.settings.StudyYaml;

/// What only the report of a study of images has.
class ImageReportTest {
    private static final StudySettings QUICK = StudyYaml.parse(
            "features: original\nnetwork: {architecture: resnet18}\ncrop: {size: 32}\nfinetune: {epochs: 1, batch: 8}\npca: 5\n"
                    + "lasso: {folds: 3}\ngrid_folds: 2\ncrossfit: 0\n",
            "test");

    @TempDir
    Path folder;

    @Test
    void networkAndItsTrainingAreDrawn() throws IOException {
        ImageCohort images = ImageCohort.write(folder, 36);
        StudyResult result;
        try (RunFolder run = RunFolder.open(folder.resolve("run"), QUICK, "test", true)) {
            result = new Protocol(QUICK, run, folder, 2, Progress.NONE).run(images.manifest());
        }
        FineTuned.Steps steps = result.network().orElseThrow().steps().orElseThrow();
        int perEpoch = (result.split().train().size() + 7) / 8;
        assertThat(steps.loss()).as("a loss a batch of 8").hasSize(perEpoch);

        Optional<CasePictures> pictures = new Picturing(StageStore.none(), 2, Progress.NONE).of(result);
        assertThat(Words.of(NetworkSection.of(result, Optional.empty())))
                .contains("1 × 32 × 32", "64 × 16 × 16", "512 × 1 × 1", "residual blocks of two 3 × 3")
                .contains("1 epoch, " + steps.loss().length + " steps of at most 8 crops");
        assertThat(Words.of(FeaturesSection.of(result)))
                .contains("Deep features", "resnet18", "Fusion signature", result.raw().names().size() + " ");
        assertThat(pictures.orElseThrow().typical()).hasSize(4);
        assertThat(result.split().train().ids()).containsAll(pictures.orElseThrow().typical());
        assertThat(Words.of(CohortSection.of(result, pictures)))
                .contains("CT and mask of 4 training cases", "n = 12 acute, 12 chronic", "smallest mask to the largest");
        assertThat(pictures.orElseThrow().heat().orElseThrow().layer()).as("32 pixels: layer2 has 4 cells a side").isEqualTo(2);
        ReadPart read = ReadPart.of(result).orElseThrow();
        assertThat(read.kind()).isEqualTo(Scores.Kind.TEST);
        assertThat(pictures.orElseThrow().montages().keySet())
                .containsAll(read.examples().stream().map(ReadCase::caseId).toList());
        assertThat(Words.of(ExamplesSection.of(result, pictures)))
                .contains(read.allRight().size() + " of n = 12 test cases", "heat map", "started from random weights")
                .doesNotContain("doctor", "Doctor");
        Report whole = StudyReport.of(result, Optional.empty(), pictures, "test");
        assertThat(HtmlReport.of(whole).replaceAll("base64,[^\"]*", "")).doesNotContain("NaN", "Infinity"); // letters of a picture may spell anything
        assertThat(PdfReport.of(whole).length).isGreaterThan(10_000);
    }
}
