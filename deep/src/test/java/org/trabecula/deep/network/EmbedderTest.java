package org.trabecula.deep.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class EmbedderTest {
    private static final int SIZE = 64;
    private static final int ONE = SIZE * SIZE;
    private static final NetworkWeights WEIGHTS =
            AnalyticWeights.of(new ResNetArchitecture(ResNetDepth.RESNET18, BottleneckStride.CONV2, 1, 5));

    @Test
    void anEmbeddingDoesNotDependOnItsCompany() {
        float[] pictures = noise(9);
        try (Embedder embedder = new Embedder(WEIGHTS, 1)) {
            Embeddings together = embedder.embed(pictures, 1, SIZE, SIZE);
            assertThat(together.features()).hasNumberOfRows(9);
            for (int n = 1; n < 9; n += 7) {
                Embeddings alone = embedder.embed(Arrays.copyOfRange(pictures, n * ONE, (n + 1) * ONE), 1, SIZE, SIZE);
                assertThat(together.features()[n]).as("picture %d", n).isEqualTo(alone.features()[0]);
                assertThat(together.logits()[n]).as("picture %d", n).isEqualTo(alone.logits()[0]);
            }
        }
    }

    @Test
    void theSamePictureInThreeChannelsGivesWhatItGivesInOne() {
        NetworkWeights three =
                AnalyticWeights.of(new ResNetArchitecture(ResNetDepth.RESNET18, BottleneckStride.CONV2, 3, 5));
        float[] grey = noise(1);
        float[] threefold = new float[3 * ONE];
        for (int c = 0; c < 3; c++) {
            System.arraycopy(grey, 0, threefold, c * ONE, ONE);
        }
        try (Embedder colour = new Embedder(three, 1);
                Embedder summed = new Embedder(three.withOneChannel(), 1)) {
            float[] expected = colour.embed(threefold, 3, SIZE, SIZE).features()[0];
            float[] ours = summed.embed(grey, 1, SIZE, SIZE).features()[0];
            for (int f = 0; f < ours.length; f++) {
                // the first layer sums the same 32-bit products in another order: some 1e-6 of a feature near 1 after 18 layers
                assertThat(ours[f]).isCloseTo(expected[f], Offset.offset(1e-5f));
            }
        }
    }

    @Test
    void noPicturesGiveNoRows() {
        try (Embedder embedder = new Embedder(WEIGHTS, 1)) {
            assertThat(embedder.embed(new float[0], 1, SIZE, SIZE).features()).isEmpty();
        }
    }

    @Test
    void otherChannelsAndValuesThatAreNoNumbersAreRefused() {
        float[] bad = noise(2);
        bad[ONE + 7] = Float.NaN;
        try (Embedder embedder = new Embedder(WEIGHTS, 1)) {
            assertThatThrownBy(() -> embedder.embed(new float[3 * ONE], 3, SIZE, SIZE))
                    .hasMessageContaining("NET-004")
                    .hasMessageContaining("3 channels");
            assertThatThrownBy(() -> embedder.embed(bad, 1, SIZE, SIZE))
                    .hasMessageContaining("NET-004")
                    .hasMessageContaining("picture 1");
        }
    }

    private static float[] noise(int pictures) {
        SplittableRandom random = new SplittableRandom(7);
        float[] values = new float[pictures * ONE];
        for (int t = 0; t < values.length; t++) {
            values[t] = (float) random.nextGaussian();
        }
        return values;
    }
}
