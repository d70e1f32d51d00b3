package org.trabecula.deep.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkShapesTest {
    /// He et al. 2016, table 1: output sizes for a picture of 224 pixels.
    @Test
    void sizesAreThoseOfTheArticle() {
        assertThat(NetworkShapes.of(architecture(ResNetDepth.RESNET50), 224))
                .extracting(NetworkShapes.Part::sizePixels)
                .containsExactly(112, 56, 56, 28, 14, 7, 1);
        assertThat(NetworkShapes.of(architecture(ResNetDepth.RESNET50), 224))
                .extracting(NetworkShapes.Part::channels)
                .containsExactly(64, 64, 256, 512, 1024, 2048, 2048);
    }

    @ParameterizedTest
    @CsvSource({"64, 32, 16, 16, 8, 4, 2", "65, 33, 17, 17, 9, 5, 3", "16, 8, 4, 4, 2, 1, 1"})
    void sizesAreHalvedUpwards(int picture, int conv, int pool, int one, int two, int three, int four) {
        assertThat(NetworkShapes.of(architecture(ResNetDepth.RESNET18), picture))
                .extracting(NetworkShapes.Part::sizePixels)
                .containsExactly(conv, pool, one, two, three, four, 1);
    }

    /// Simonyan and Zisserman 2015, table 1: five poolings, each of half the side.
    @Test
    void aVggHalvesFiveTimes() {
        VggArchitecture vgg = new VggArchitecture(VggDepth.VGG16, true, 1, 2);
        assertThat(NetworkShapes.of(vgg, 224)).extracting(NetworkShapes.Part::sizePixels).containsExactly(112, 56, 28, 14, 7, 1);
        assertThat(NetworkShapes.of(vgg, 70)).extracting(NetworkShapes.Part::sizePixels).containsExactly(35, 17, 8, 4, 2, 1);
        assertThat(NetworkShapes.of(vgg, 224))
                .extracting(NetworkShapes.Part::channels)
                .containsExactly(64, 128, 256, 512, 512, 512);
    }

    @Test
    void stagesOfAllNetworksHaveTheSameCells() {
        for (NetworkArchitecture one : Networks.all(BottleneckStride.CONV2, 1, 2)) {
            for (int stage = 1; stage <= 4; stage++) {
                assertThat(NetworkShapes.cells(one, 64, stage)).as("%s, stage %d", one.label(), stage).isEqualTo(32 >> stage);
            }
        }
    }

    private static ResNetArchitecture architecture(ResNetDepth depth) {
        return new ResNetArchitecture(depth, BottleneckStride.CONV2, 1, 2);
    }
}
