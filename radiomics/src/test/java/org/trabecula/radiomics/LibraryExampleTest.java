package org.trabecula.radiomics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.trabecula.radiomics.parameters.Preset;
import org.trabecula.testkit.Reference;

/// The documented use as a library runs, and the page shows the code that ran.
class LibraryExampleTest {
    private static final int VOXELS = 64 * 64 * 32;

    @Test
    void runsWithoutFiles() {
        short[] hounsfield = new short[VOXELS];
        boolean[] inside = new boolean[VOXELS];
        for (int v = 0; v < VOXELS; v++) {
            int i = v % 64;
            int j = v / 64 % 64;
            int k = v / 4096;
            hounsfield[v] = (short) (3 * i + k);
            inside[v] = i >= 20 && i < 41 && j >= 20 && j < 41 && k >= 10 && k < 21;
        }
        // a linear image: the mean is the value at the region's middle, (30, 30, 15); resampled values are cut to
        // whole numbers, which takes up to 1 from each
        assertThat(LibraryExample.meanOf(hounsfield, inside)).isCloseTo(3 * 30 + 15, within(1.0));
    }

    @Test
    void oneExtractorServesManyThreads() throws InterruptedException, ExecutionException {
        Radiomics shared = Radiomics.with(Preset.FULL.settings());
        SyntheticCase plain = SyntheticCase.plain();
        double[] expected = shared.extract(plain.volume(), plain.mask()).toArray();
        List<Future<double[]>> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int n = 0; n < 8; n++) {
                results.add(threads.submit(() -> shared.extract(plain.volume(), plain.mask()).toArray()));
            }
        }
        for (Future<double[]> result : results) {
            assertThat(result.get()).isEqualTo(expected);
        }
    }

    @Test
    void thePageShowsTheCodeThatRuns() throws IOException {
        String source = Files.readString(
                Reference.root().resolve("radiomics/src/test/java/org/trabecula/radiomics/LibraryExample.java"));
        String code = source.substring(source.indexOf("// begin\n") + 9, source.indexOf("        // end"))
                .indent(-8);
        assertThat(code.lines()).hasSize(5);
        assertThat(Files.readString(Reference.root().resolve("docs/library.md"))).contains("```java\n" + code + "```");
    }
}
