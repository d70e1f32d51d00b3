package org.trabecula.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.ManifestFile;
import org.trabecula.core.Hash;
import org.trabecula.core.Progress;
import org.trabecula.deep.resnet.ResNetWeights;
import org.trabecula.image.Grid;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.study.bundle.Bundle;
import org.trabecula.study.folder.RunFolder;
import org.trabecula.study.folder.StudyJson;
import org.trabecula.study.result.StudyResult;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.study.settings.StudyYaml;

/// The proof by invariance for studies of images: features, crops, network, signatures and models are fitted to training
/// cases alone, so other images of the test cases change nothing that was fitted, to the last byte.
class ImageRouteLeaksNothingTest {
    private static final StudySettings QUICK = StudyYaml.parse(
            "features: original\nnetwork: {architecture: resnet18}\nfinetune: {epochs: 1, batch: 16}\ncrop: {size: 32}\npca: 3\n"
                    + "lasso: {folds: 3}\ngrid_folds: 2\ncrossfit: 2\n",
            "test");
    private static final int CASES = 36;
    private static final Size SIZE = new Size(12, 24, 24);

    @TempDir
    Path folder;

    private static boolean isTest(int number) {
        return number % 3 == 2;
    }

    private static boolean isPositive(int number) {
        return number / 3 % 2 == 1;
    }

    /// A bone of 18 mm, with a bright band or without, and noise.
    private void image(int number, boolean band, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        short[] hu = new short[(int) SIZE.voxels()];
        short[] inside = new short[hu.length];
        for (int at = 0; at < hu.length; at++) {
            int j = at / SIZE.i() % SIZE.j();
            int k = at / (SIZE.i() * SIZE.j());
            boolean bone = at % SIZE.i() > 0 && at % SIZE.i() < 11 && j > 2 && j < 21 && k > 2 && k < 21;
            inside[at] = (short) (bone ? 1 : 0);
            hu[at] = (short) ((bone ? 200 : -50) + (band && k > 9 && k < 14 ? 60 : 0) + random.nextInt(-80, 80));
        }
        Grid grid = Grid.axisAligned(SIZE, Spacing.isotropic(1));
        StandardFormats.ALL.write(Volume.ofShorts(grid, hu), folder.resolve("ct-" + number + ".nii.gz"));
        StandardFormats.ALL.write(Volume.ofShorts(grid, inside), folder.resolve("mask-" + number + ".nii.gz"));
    }

    private Cohort cohort() throws IOException {
        StringBuilder rows = new StringBuilder("case_id,patient_id,image,mask,outcome,split\n");
        for (int n = 0; n < CASES; n++) {
            rows.append("c%d,p%d,ct-%d.nii.gz,mask-%d.nii.gz,%d,%s%n"
                    .formatted(n, n, n, n, isPositive(n) ? 1 : 0, isTest(n) ? "test" : "train"));
        }
        return ManifestFile.read(Files.writeString(folder.resolve("cases.csv"), rows), Optional.empty());
    }

    private StudyResult study(String run) throws IOException {
        try (RunFolder opened = RunFolder.open(folder.resolve(run), QUICK, "test", true)) {
            return new Protocol(QUICK, opened, folder, 2, Progress.NONE).run(cohort());
        }
    }

    /// Everything that was fitted; of the network, every number.
    private static String fitted(StudyResult result) {
        Bundle bundle = Bundle.of(result);
        return StudyJson.text(bundle.model()) + numbers(bundle.network().orElseThrow().weights());
    }

    private static String numbers(ResNetWeights weights) {
        StringBuilder hashes = new StringBuilder();
        for (String name : weights.names()) {
            ByteBuffer bytes = ByteBuffer.allocate(weights.values(name).length * Float.BYTES);
            bytes.asFloatBuffer().put(weights.values(name));
            hashes.append(name).append(' ').append(Hash.sha256Hex(bytes.array())).append('\n');
        }
        return hashes.toString();
    }

    @Test
    void otherImagesOfTestCasesChangeNothingThatWasFitted() throws IOException {
        for (int n = 0; n < CASES; n++) {
            image(n, isPositive(n), n);
        }
        StudyResult before = study("before");
        assertThat(before.failures()).isEmpty();
        for (int n = 0; n < CASES; n++) {
            if (isTest(n)) {
                image(n, !isPositive(n), 1000 + n); // the looks of the other class
            }
        }
        StudyResult after = study("after");
        assertThat(fitted(after)).isEqualTo(fitted(before));
        assertThat(after.evaluation()).as("the change must be one").isNotEqualTo(before.evaluation());

        image(0, !isPositive(0), 5000);
        assertThat(fitted(study("canary"))).as("a training image is seen").isNotEqualTo(fitted(before));
    }
}
