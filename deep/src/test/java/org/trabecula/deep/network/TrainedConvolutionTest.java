package org.trabecula.deep.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.deep.torch.Libtorch;

/// One product for all pictures is libtorch's convolution, forward and back.
class TrainedConvolutionTest {
    /// Sums of a few hundred terms in 32 bits, in another order.
    private static final double WITHIN = 2e-6;

    @ParameterizedTest
    @CsvSource({"1,1,4,4", "1,2,5,4", "3,1,2,2", "3,1,1,1", "3,2,4,4", "3,2,5,8", "7,2,8,6", "5,1,3,2", "3,1,16,16"})
    void valuesAndGradientsAreThoseOfTorch(int size, int stride, int height, int width) {
        for (boolean channelsLast : new boolean[] {false, true}) {
            float[][] ours = valuesAndGradients(true, size, stride, height, width, channelsLast);
            float[][] theirs = valuesAndGradients(false, size, stride, height, width, channelsLast);
            for (int at = 0; at < theirs.length; at++) {
                assertThat(ours[at]).hasSameSizeAs(theirs[at]);
                double scale = 0;
                double off = 0;
                for (int t = 0; t < theirs[at].length; t++) {
                    scale = Math.max(scale, Math.abs(theirs[at][t]));
                    off = Math.max(off, Math.abs((double) ours[at][t] - theirs[at][t]));
                }
                assertThat(scale).isPositive();
                assertThat(off).as("output, gradient of picture, kernel, bias: %d", at).isLessThan(WITHIN * scale);
            }
        }
    }

    /// Numbers go in and come out row-major, in whatever order a kernel lies.
    @Test
    void aKernelInOrderIsFilledAndReadAsAnyOther() {
        float[] values = new float[6 * 8 * 9];
        for (int t = 0; t < values.length; t++) {
            values[t] = t;
        }
        Libtorch.computing(1, () -> {
            try (PointerScope _ = new PointerScope()) {
                Tensor kernel = TrainedConvolution.inOrder(numbers(2, 6, 8, 3, 3));
                assertThat(kernel.is_contiguous()).isEqualTo(!Libtorch.convolvesByProducts());
                Libtorch.fill(kernel, values);
                assertThat(Libtorch.floats(kernel)).isEqualTo(values);
                assertThat(kernel.get(5).get(7).get(2).get(1).item_float()).isEqualTo(values[((5 * 8 + 7) * 3 + 2) * 3 + 1]);
            }
            return 0;
        });
    }

    private static float[][] valuesAndGradients(boolean product, int size, int stride, int height, int width, boolean channelsLast) {
        return Libtorch.computing(1, () -> {
            try (PointerScope _ = new PointerScope()) {
                Tensor x = channelsLast
                        ? numbers(1, 3, height, width, 8).permute(0, 3, 1, 2)
                        : numbers(1, 3, 8, height, width);
                Tensor given = numbers(2, 6, 8, size, size);
                Tensor kernel = channelsLast ? TrainedConvolution.inOrder(given) : given;
                Tensor bias = numbers(3, 6);
                for (Tensor learns : new Tensor[] {x, kernel, bias}) {
                    learns.set_requires_grad(true);
                }
                TensorOptional shift = new TensorOptional(bias);
                Tensor out = product
                        ? TrainedConvolution.product(x, kernel, shift, size, stride)
                        : torch.conv2d(
                                x, kernel, shift, new long[] {stride, stride}, new long[] {size / 2, size / 2}, new long[] {1, 1}, 1);
                Tensor weights = numbers(4, out.size(0), out.size(1), out.size(2), out.size(3));
                TensorVector gradients = torch.grad(
                        new TensorVector(out), new TensorVector(x, kernel, bias), new TensorVector(weights), new BoolOptional(), false, false);
                return new float[][] {
                    Libtorch.floats(out), Libtorch.floats(gradients.get(0)), Libtorch.floats(gradients.get(1)), Libtorch.floats(gradients.get(2))
                };
            }
        });
    }

    private static Tensor numbers(long seed, long... shape) {
        SplittableRandom random = new SplittableRandom(seed);
        int count = 1;
        for (long side : shape) {
            count *= (int) side;
        }
        float[] values = new float[count];
        for (int t = 0; t < count; t++) {
            values[t] = (float) random.nextGaussian();
        }
        return Libtorch.tensor(values, shape);
    }
}
