package org.trabecula.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.core.Hash;
import org.trabecula.core.Progress;
import org.trabecula.deep.network.NetworkWeights;
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
                    + "classifiers: [svm]\nlasso: {folds: 3}\ngrid_folds: 2\ncrossfit: 2\n",
            "test");
    private static final int CASES = 36;

    @TempDir
    Path folder;

    private StudyResult study(ImageCohort images, String run) throws IOException {
        try (RunFolder opened = RunFolder.open(folder.resolve(run), QUICK, "test", true)) {
            return new Protocol(QUICK, opened, folder, 2, Progress.NONE).run(images.manifest());
        }
    }

    /// Everything that was fitted; of the network, every number.
    private static String fitted(StudyResult result) {
        Bundle bundle = Bundle.of(result);
        return StudyJson.text(bundle.model()) + numbers(bundle.network().orElseThrow().weights());
    }

    private static String numbers(NetworkWeights weights) {
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
        ImageCohort images = ImageCohort.write(folder, CASES);
        StudyResult before = study(images, "before");
        assertThat(before.failures()).isEmpty();
        for (int n = 0; n < CASES; n++) {
            if (ImageCohort.isTest(n)) {
                images.redraw(n);
            }
        }
        StudyResult after = study(images, "after");
        assertThat(fitted(after)).isEqualTo(fitted(before));
        assertThat(after.evaluation()).as("the change must be one").isNotEqualTo(before.evaluation());

        images.redraw(0);
        assertThat(fitted(study(images, "canary"))).as("a training image is seen").isNotEqualTo(fitted(before));
    }
}
