package org.trabecula.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.trabecula.cohort.ManifestFile;
import org.trabecula.core.Progress;
import org.trabecula.image.Grid;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.study.Study;
import org.trabecula.study.settings.StudyYaml;
import org.trabecula.web.run.StudyFolder;

/// A real study of made-up images, for a room whose model measures what is outlined in it: features, a network's map, a nomogram with
/// age and sex. One bone of 18 mm a patient, with a bright band in positive cases.
public final class StudiedImages {
    private static final int PATIENTS = 36;
    private static final Size SIZE = new Size(12, 24, 24);
    private static final String QUICK =
            """
            features: original
            network: {architecture: resnet18}
            finetune: {epochs: 1, batch: 16}
            crop: {size: 32}
            pca: 3
            classifiers: [svm]
            lasso: {folds: 3}
            grid_folds: 2
            crossfit: 2
            evaluation: {bootstrap: 0, bands: 0, optimism: 0}
            """;

    private StudiedImages() {}

    /// Writes a cohort and the folder `run`.
    public static StudyFolder in(Path folder) throws IOException {
        Files.createDirectories(folder);
        StringBuilder rows = new StringBuilder("case_id,patient_id,image,mask,outcome,age,sex,split\n");
        SplittableRandom random = new SplittableRandom(1);
        for (int n = 0; n < PATIENTS; n++) {
            boolean positive = n / 3 % 2 == 1;
            draw(folder, n, positive, random);
            int age = 55 + random.nextInt(25) + (positive ? 6 : 0);
            rows.append("C%d,P%d,ct-%d.nii.gz,mask-%d.nii.gz,%d,%d,%s,%s%n".formatted(
                    n, n, n, n, positive ? 1 : 0, age, random.nextBoolean() ? "F" : "M", n % 3 == 2 ? "test" : "train"));
        }
        Path cases = Files.writeString(folder.resolve("cases.csv"), rows);
        Path run = folder.resolve("run");
        new Study(StudyYaml.parse(QUICK, "test"), folder, run, false, 2, Progress.NONE, "test", List.of("study", "cases.csv"))
                .run(ManifestFile.read(cases, Optional.empty()));
        return new StudyFolder(run, Optional.of(cases));
    }

    private static void draw(Path folder, int number, boolean band, SplittableRandom random) throws IOException {
        short[] hu = new short[(int) SIZE.voxels()];
        short[] inside = new short[hu.length];
        for (int at = 0; at < hu.length; at++) {
            int j = at / SIZE.i() % SIZE.j();
            int k = at / (SIZE.i() * SIZE.j());
            boolean bone = at % SIZE.i() > 0 && at % SIZE.i() < 11 && j > 2 && j < 21 && k > 2 && k < 21;
            inside[at] = (short) (bone ? 1 : 0);
            hu[at] = (short) ((bone ? 200 : -50) + (band && k > 9 && k < 14 ? 25 : 0) + random.nextInt(-80, 80));
        }
        Grid grid = Grid.axisAligned(SIZE, Spacing.isotropic(1));
        StandardFormats.ALL.write(Volume.ofShorts(grid, hu), folder.resolve("ct-" + number + ".nii.gz"));
        StandardFormats.ALL.write(Volume.ofShorts(grid, inside), folder.resolve("mask-" + number + ".nii.gz"));
    }
}
