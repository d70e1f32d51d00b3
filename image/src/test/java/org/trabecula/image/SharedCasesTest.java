package org.trabecula.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.testkit.Reference;

/// Inputs that went wrong once, where the folder of them is present.
class SharedCasesTest {
    @Test
    void anSformAgainstPixdimIsRefused() {
        Path file = inCase("nifti-sform-unit-rows/ct.nii.gz");
        assertThatThrownBy(() -> StandardFormats.ALL.open(file)).hasMessageContaining("GEO-009").hasMessageContaining("1.08000 or 1.00000 mm³");
    }

    @Test
    void spacingsAgainstDirectionsAreRefused() {
        Path file = inCase("nrrd-spacings-contradict/ct.nrrd");
        assertThatThrownBy(() -> StandardFormats.ALL.open(file)).hasMessageContaining("GEO-009");
    }

    /// The mean is that of component 1, worked out by the reader of the case from the raw bytes; 1e-5 is its last digit.
    @Test
    void aSegmentWithoutLayerIsItsComponent() throws IOException {
        LabelFile labels = StandardFormats.ALL.labels(inCase("slicer-seg-no-layer/two.seg.nrrd"));
        Volume ct = StandardFormats.ALL.open(inCase("slicer-seg-no-layer/ct.nii.gz")).read();
        assertThat(mean(ct, labels.mask(labels.label("L2")))).isCloseTo(143.97203, within(1e-5));
        assertThat(mean(ct, labels.mask(labels.label("L1")))).isCloseTo(158.67249, within(1e-5));
    }

    private static double mean(Volume ct, Mask mask) {
        double sum = 0;
        Box box = mask.box();
        for (int k = box.kMin(); k <= box.kMax(); k++) {
            for (int j = box.jMin(); j <= box.jMax(); j++) {
                for (int i = box.iMin(); i <= box.iMax(); i++) {
                    sum += mask.at(i, j, k) ? ct.at(i, j, k) : 0;
                }
            }
        }
        return sum / mask.voxelCount();
    }

    private static Path inCase(String path) {
        Path file = Reference.root().resolve("../shared/cases").resolve(path).normalize();
        assumeTrue(Files.exists(file), "the folder of cases is not present");
        return file;
    }
}
