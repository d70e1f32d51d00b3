package org.trabecula.deep.gradcam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalInt;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.deep.network.BottleneckStride;
import org.trabecula.deep.network.NetworkWeights;
import org.trabecula.deep.network.RandomInitialisation;
import org.trabecula.deep.network.ResNetArchitecture;
import org.trabecula.deep.network.ResNetDepth;
import org.trabecula.deep.network.TestNetworks;
import org.trabecula.deep.network.TrainableNetwork;
import org.trabecula.deep.network.VggDepth;
import org.trabecula.deep.torch.Libtorch;

class GradCamTest {
    private static final int N = 64;
    private static final int CLASS = 0;
    private static final NetworkWeights WEIGHTS = TestNetworks.analytic(ResNetDepth.RESNET18, 1, 3);

    /// After the last stage y_c = Σ_k W_ck mean(A_k) + b_c, so ∂y_c/∂A_k,ij = W_ck / cells: both maps follow by hand.
    @ParameterizedTest
    @EnumSource(CamMethod.class)
    void theLastStagesMapFollowsFromTheHead(CamMethod method) {
        float[] crop = crop();
        float[] activation = lastStage(WEIGHTS, crop);
        int channels = ResNetDepth.RESNET18.features();
        int cells = activation.length / channels;
        double[] expected = new double[cells];
        for (int k = 0; k < channels; k++) {
            double g = WEIGHTS.values("fc.weight")[CLASS * channels + k] / (double) cells;
            double total = 0;
            for (int cell = 0; cell < cells; cell++) total += activation[k * cells + cell];
            double weight = method == CamMethod.GRADCAM ? g : cells * (g > 0 ? g / (2 + g * total) : 0);
            for (int cell = 0; cell < cells; cell++) expected[cell] += weight * activation[k * cells + cell];
        }
        double highest = 0;
        for (double value : expected) highest = Math.max(highest, value);
        try (GradCam cam = new GradCam(WEIGHTS, 4, method, 1)) {
            HeatMap map = cam.explain(crop, OptionalInt.of(CLASS));
            assertThat(highest).isPositive();
            assertThat(cells).isEqualTo(4);
            for (int cell = 0; cell < cells; cell++) {
                // the corner pixels of a 2 × 2 map take the corner cells' values
                float corner = map.at(cell / 2 * (N - 1), cell % 2 * (N - 1));
                // of a highest value of 1: the gradient and the weighted sum over 512 channels are of 32-bit numbers
                assertThat((double) corner).isCloseTo(Math.max(0, expected[cell]) / highest, within(1e-4));
            }
        }
    }

    /// The same of a VGG, whose last feature map is what its last max pooling leaves.
    @Test
    void aVggsLastMapFollowsFromItsHead() {
        NetworkWeights vgg = TestNetworks.analytic(VggDepth.VGG11, true, 1, 3);
        float[] crop = crop();
        float[] activation = lastStage(vgg, crop);
        int channels = vgg.architecture().features();
        int cells = activation.length / channels;
        double[] expected = new double[cells];
        double highest = 0;
        for (int cell = 0; cell < cells; cell++) {
            for (int k = 0; k < channels; k++) {
                expected[cell] += (double) vgg.values("classifier.weight")[CLASS * channels + k] * activation[k * cells + cell];
            }
            highest = Math.max(highest, expected[cell]);
        }
        try (GradCam cam = new GradCam(vgg, 4, CamMethod.GRADCAM, 1)) {
            HeatMap map = cam.explain(crop, OptionalInt.of(CLASS));
            assertThat(cells).isEqualTo(4);
            assertThat(highest).isPositive();
            for (int cell = 0; cell < cells; cell++) {
                // of a highest value of 1: sums over 512 channels of 32-bit numbers
                assertThat((double) map.at(cell / 2 * (N - 1), cell % 2 * (N - 1)))
                        .isCloseTo(Math.max(0, expected[cell]) / highest, within(1e-4));
            }
        }
    }

    @Test
    void aNetworkWithoutAHeadHasNothingToExplain() {
        try (GradCam cam = new GradCam(TestNetworks.analytic(VggDepth.VGG11, false, 1, 0), 4, CamMethod.GRADCAM, 1)) {
            assertThatThrownBy(() -> cam.explain(crop(), OptionalInt.empty())).hasMessageContaining("NET-004").hasMessageContaining("head");
        }
    }

    /// Adebayo et al. 2018, "Sanity checks for saliency maps": a map that survives the loss of the weights explains nothing.
    ///
    /// Grad-CAM++ takes no negative gradients and so stays nearer to the activations' sum, which any weights share.
    @ParameterizedTest
    @CsvSource({"GRADCAM, 0.6", "GRADCAM_PLUS_PLUS, 0.95"})
    void theMapChangesWhenTheWeightsAreRandomised(CamMethod method, double mostAlike) {
        NetworkWeights random = RandomInitialisation.network(
                new ResNetArchitecture(ResNetDepth.RESNET18, BottleneckStride.CONV2, 1, 3), 1);
        float[] crop = crop();
        try (GradCam trained = new GradCam(WEIGHTS, 2, method, 1);
                GradCam other = new GradCam(random, 2, method, 1)) {
            HeatMap one = trained.explain(crop, OptionalInt.of(1));
            // the same map twice: only the sums of 64-bit numbers over its pixels round
            assertThat(correlation(one, trained.explain(crop, OptionalInt.of(1)))).isCloseTo(1, within(1e-12));
            assertThat(Math.abs(correlation(one, other.explain(crop, OptionalInt.of(1))))).isLessThan(mostAlike);
        }
    }

    @Test
    void withoutAWishTheLikeliestClassIsExplained() {
        try (GradCam cam = new GradCam(WEIGHTS, 3, CamMethod.GRADCAM, 1)) {
            HeatMap map = cam.explain(crop(), OptionalInt.empty());
            double sum = 0;
            for (int c = 0; c < 3; c++) {
                assertThat(map.probability(map.explained())).isGreaterThanOrEqualTo(map.probability(c));
                sum += map.probability(c);
            }
            assertThat(sum).isCloseTo(1, within(1e-12)); // three quotients of 64-bit numbers round
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        try (GradCam cam = new GradCam(WEIGHTS, 4, CamMethod.GRADCAM, 1)) {
            assertThatThrownBy(() -> cam.explain(new float[3 * N * N], OptionalInt.empty())).hasMessageContaining("NET-004");
            assertThatThrownBy(() -> cam.explain(crop(), OptionalInt.of(3))).hasMessageContaining("0 to 2");
        }
    }

    private static float[] lastStage(NetworkWeights weights, float[] crop) {
        return Libtorch.computing(1, () -> {
            try (TrainableNetwork network = new TrainableNetwork(weights);
                    PointerScope _ = new PointerScope()) {
                Tensor x = network.graph().stem(Libtorch.tensor(crop, 1, 1, N, N));
                for (int stage = 1; stage <= 4; stage++) {
                    x = network.graph().stage(stage, x);
                }
                return Libtorch.floats(x);
            }
        });
    }

    private static double correlation(HeatMap a, HeatMap b) {
        double sa = 0, sb = 0, saa = 0, sbb = 0, sab = 0;
        int n = N * N;
        for (int t = 0; t < n; t++) {
            double x = a.at(t / N, t % N);
            double y = b.at(t / N, t % N);
            sa += x;
            sb += y;
            saa += x * x;
            sbb += y * y;
            sab += x * y;
        }
        return (n * sab - sa * sb) / Math.sqrt((n * saa - sa * sa) * (n * sbb - sb * sb));
    }

    /// A bright disc above left of the centre on a ramp.
    private static float[] crop() {
        float[] values = new float[N * N];
        for (int t = 0; t < values.length; t++) {
            int row = t / N;
            int column = t % N;
            values[t] = (float) ((row + column) / 64.0 - 1 + (Math.hypot(row - 20, column - 24) < 9 ? 2 : 0));
        }
        return values;
    }
}
