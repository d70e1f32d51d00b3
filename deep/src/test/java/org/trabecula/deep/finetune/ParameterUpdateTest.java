package org.trabecula.deep.finetune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AdamW;
import org.bytedeco.pytorch.AdamWOptions;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.trabecula.deep.network.BottleneckStride;
import org.trabecula.deep.network.RandomInitialisation;
import org.trabecula.deep.network.ResNetArchitecture;
import org.trabecula.deep.network.ResNetDepth;
import org.trabecula.deep.network.TrainableNetwork;
import org.trabecula.deep.torch.Libtorch;

/// Our steps against libtorch's own optimizers, over five steps down the same bowl (loss Σ (w − 1)² of the head).
class ParameterUpdateTest {
    private static final double RATE = 0.05;
    /// Both compute the same 32-bit formula, in another order of roundings.
    private static final double WITHIN = 1e-6;

    @Test
    void momentumAndDecayAreThoseOfTorch() {
        SGDOptions options = Libtorch.computing(1, () -> new SGDOptions(RATE));
        options.momentum().put(0.9);
        options.weight_decay().put(0.01);
        compare(new Optimizer.Sgd(0.9, 0.01), (weight, gradient) -> {
            SGD sgd = new SGD(new TensorVector(weight), options);
            return new Stepper(sgd::step, sgd::zero_grad);
        });
    }

    @Test
    void adamWithDecoupledDecayIsThatOfTorch() {
        AdamWOptions options = Libtorch.computing(1, () -> new AdamWOptions(RATE));
        options.weight_decay().put(0.02);
        compare(new Optimizer.AdamW(0.9, 0.999, 1e-8, 0.02), (weight, gradient) -> {
            AdamW adam = new AdamW(new TensorVector(weight), options);
            return new Stepper(adam::step, adam::zero_grad);
        });
    }

    private record Stepper(Runnable step, Runnable zeroGradients) {}

    private interface Native {
        Stepper over(Tensor weight, Tensor gradient);
    }

    private static void compare(Optimizer optimizer, Native theirs) {
        ResNetArchitecture architecture = new ResNetArchitecture(ResNetDepth.RESNET18, BottleneckStride.CONV2, 1, 2);
        Libtorch.computing(1, () -> {
            try (TrainableNetwork network = new TrainableNetwork(RandomInitialisation.network(architecture, 1));
                    ParameterUpdate ours = new ParameterUpdate(network, List.of("fc.weight"), optimizer);
                    PointerScope _ = new PointerScope()) {
                network.learn(Set.of("fc.weight"));
                Tensor weight = network.tensor("fc.weight");
                Tensor copy = weight.detach().clone().set_requires_grad(true);
                Stepper stepper = theirs.over(copy, weight);
                for (int step = 0; step < 5; step++) {
                    ours.step(torch.grad(new TensorVector(bowl(weight)), new TensorVector(weight)), 0, RATE);
                    stepper.zeroGradients.run();
                    bowl(copy).backward();
                    stepper.step.run();
                }
                float[] expected = Libtorch.floats(copy);
                float[] found = Libtorch.floats(weight);
                for (int t = 0; t < expected.length; t++) {
                    assertThat((double) found[t]).isCloseTo(expected[t], within(WITHIN));
                }
                assertThat(found[0]).isBetween(0.2f, 2.0f); // it moved: the head starts within 0.05 of 0
            }
            return Boolean.TRUE;
        });
    }

    private static Tensor bowl(Tensor weight) {
        Tensor apart = weight.sub(new Scalar(1.0));
        return apart.mul(apart).sum();
    }
}
