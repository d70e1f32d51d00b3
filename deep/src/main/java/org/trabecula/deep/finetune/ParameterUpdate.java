package org.trabecula.deep.finetune;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.trabecula.deep.network.NetworkArchitecture;
import org.trabecula.deep.network.TrainableNetwork;
import org.trabecula.deep.torch.Libtorch;
import org.trabecula.deep.weights.LazyFloats;

/// Moves parameters along their gradients, by the formulas of [Optimizer], and owns the moments.
///
/// Written here and not taken from libtorch, because the moments must be saved and restored exactly.
final class ParameterUpdate implements AutoCloseable {
    private static final String FIRST = "first.";
    private static final String SECOND = "second.";

    private final TrainableNetwork network;
    private final List<String> names;
    private final Optimizer optimizer;
    private final Map<String, Tensor> moments = new LinkedHashMap<>();
    private long steps;

    /// @param names the parameters that learn; gradients come in this order
    ParameterUpdate(TrainableNetwork network, List<String> names, Optimizer optimizer) {
        this.network = network;
        this.names = List.copyOf(names);
        this.optimizer = optimizer;
        try (PointerScope _ = new PointerScope()) {
            for (String name : names) {
                Tensor parameter = network.tensor(name);
                moments.put(FIRST + name, Libtorch.keep(torch.zeros_like(parameter)));
                if (optimizer instanceof Optimizer.AdamW) {
                    moments.put(SECOND + name, Libtorch.keep(torch.zeros_like(parameter)));
                }
            }
        }
    }

    /// One step. To be called inside a `PointerScope`.
    void step(TensorVector gradients, double backboneRate, double headRate) {
        steps++;
        try (NoGradGuard _ = new NoGradGuard()) {
            for (int n = 0; n < names.size(); n++) {
                String name = names.get(n);
                double rate = network.architecture().stageOf(name) == NetworkArchitecture.HEAD_STAGE ? headRate : backboneRate;
                switch (optimizer) {
                    case Optimizer.Sgd sgd -> descend(sgd, name, gradients.get(n), rate);
                    case Optimizer.AdamW adam -> adapt(adam, name, gradients.get(n), rate);
                }
            }
        }
    }

    private void descend(Optimizer.Sgd sgd, String name, Tensor gradient, double rate) {
        Tensor parameter = network.tensor(name);
        Tensor velocity = moment(FIRST + name);
        velocity.mul_(new Scalar(sgd.momentum())).add_(gradient);
        if (sgd.weightDecay() > 0) {
            velocity.add_(parameter, new Scalar(sgd.weightDecay()));
        }
        parameter.add_(velocity, new Scalar(-rate));
    }

    private void adapt(Optimizer.AdamW adam, String name, Tensor gradient, double rate) {
        Tensor parameter = network.tensor(name);
        Tensor first = moment(FIRST + name);
        Tensor second = moment(SECOND + name);
        parameter.mul_(new Scalar(1 - rate * adam.weightDecay()));
        first.mul_(new Scalar(adam.beta1())).add_(gradient, new Scalar(1 - adam.beta1()));
        second.mul_(new Scalar(adam.beta2())).addcmul_(gradient, gradient, new Scalar(1 - adam.beta2()));
        double correction1 = 1 - Math.pow(adam.beta1(), steps);
        double correction2 = 1 - Math.pow(adam.beta2(), steps);
        Tensor spread = second.sqrt().mul_(new Scalar(1 / Math.sqrt(correction2))).add_(new Scalar(adam.epsilon()));
        parameter.addcdiv_(first, spread, new Scalar(-rate / correction1));
    }

    private Tensor moment(String key) {
        Tensor moment = moments.get(key);
        if (moment == null) {
            throw new IllegalStateException("no moment " + key);
        }
        return moment;
    }

    /// The moments as they are when they are asked for, by name.
    Map<String, LazyFloats> state() {
        Map<String, LazyFloats> state = new LinkedHashMap<>();
        moments.forEach((key, moment) -> state.put(key, Libtorch.lazyFloats(moment)));
        return state;
    }

    /// Takes up where [#state] was taken.
    void restore(Map<String, LazyFloats> state, long stepsDone) {
        steps = stepsDone;
        moments.forEach((key, moment) -> {
            LazyFloats values = state.get(key);
            if (values == null) {
                throw new IllegalArgumentException("no moment " + key + " in the checkpoint");
            }
            Libtorch.fill(moment, values.values().get());
        });
    }

    @Override
    public void close() {
        moments.values().forEach(Tensor::deallocate);
        moments.clear();
    }
}
