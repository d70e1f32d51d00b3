package org.trabecula.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.trabecula.deep.network.BottleneckStride;
import org.trabecula.deep.network.NetworkArchitecture;
import org.trabecula.deep.network.Networks;
import org.trabecula.study.settings.Finetune;
import org.trabecula.study.settings.StudyYaml;

/// The methods section says every number that decided a fine-tuning, and nothing that was not done.
class FinetuningTextTest {
    private static final NetworkArchitecture RESNET = named("resnet50");

    private static NetworkArchitecture named(String label) {
        return Networks.named(label, BottleneckStride.CONV2, 1, 2).orElseThrow();
    }

    private static Finetune finetune(String yaml) {
        return StudyYaml.parse("finetune: {" + yaml + "}", "test").finetune();
    }

    @Test
    void thePapersTrainingIsSaidWhole() {
        assertThat(FinetuningText.of(StudyYaml.preset("paper").finetune(), RESNET, true))
                .hasValue("The network was fine-tuned for 30 epochs in batches of 32 by gradient descent (momentum 0.9, weight decay 0.0001), "
                        + "learning rates 0.001 (backbone) and 0.01 (head), cosine annealing with restarts after 10 epochs, every period 2 times "
                        + "as long as the one before; BatchNorm statistics frozen; crops varied by turns up to 8°, shifts up to 5 % of the side, "
                        + "size ± 8 %, contrast ± 10 %, brightness ± 0.1 SD.");
    }

    @Test
    void whatIsAddedIsSaid() {
        String text = FinetuningText.of(
                        finetune("restart: {factor: 1, lowest: 0.1}, warmup_steps: 20, class_weighting: balanced, label_smoothing: 0.1, "
                                + "frozen_stages: 2, augmentation: {rotation: 0, shift: 0, scale: 0, contrast: 0, brightness: 0}"),
                        RESNET, true)
                .orElseThrow();
        assertThat(text).contains(
                "down to 10 % with restarts after 10 epochs each", "a warm-up over 20 steps", "both classes weighted to count the same",
                "label smoothing 0.1", "stem, layer1 left as they were", "crops not varied");
    }

    @Test
    void randomWeightsHaveNoStatisticsToFreeze() {
        assertThat(FinetuningText.of(StudyYaml.preset("paper").finetune(), RESNET, false).orElseThrow()).contains("BatchNorm statistics of each batch");
    }

    @Test
    void aVggHasBlocksAndItsPlainFormNoBatchNorm() {
        Finetune how = finetune("frozen_stages: 2");
        assertThat(FinetuningText.of(how, named("vgg16"), true).orElseThrow())
                .contains("block1, block2 left as they were")
                .doesNotContain("BatchNorm");
        assertThat(FinetuningText.of(how, named("vgg16_bn"), true).orElseThrow()).contains("BatchNorm statistics frozen");
    }

    @Test
    void anUntrainedNetworkHasNoSuchSentence() {
        assertThat(FinetuningText.of(finetune("epochs: 0"), RESNET, true)).isEmpty();
    }
}
