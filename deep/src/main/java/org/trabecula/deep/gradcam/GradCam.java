package org.trabecula.deep.gradcam;

import java.util.OptionalInt;
import java.util.Set;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.trabecula.deep.DeepProblem;
import org.trabecula.deep.PictureShape;
import org.trabecula.deep.network.NetworkArchitecture;
import org.trabecula.deep.network.NetworkWeights;
import org.trabecula.deep.network.TrainableNetwork;
import org.trabecula.deep.torch.Libtorch;

/// Explains a network's answer on a crop by the activations of one stage. Close it to free its memory.
///
/// The map has the stage's resolution (a crop of 64 pixels: 16, 8, 4, 2 after stages 1 … 4: layer1 … layer4 of a ResNet, blocks 2 … 5 of a
/// VGG with their max pooling) and is enlarged linearly
/// between cell centres. Stage 4, the last feature map, is the published choice; on small crops its few cells say
/// little, and stage 3 or 2 shows more.
public final class GradCam implements AutoCloseable {
    private final NetworkArchitecture architecture;
    private final TrainableNetwork network;
    private final int stage;
    private final CamMethod method;
    private final int threads;

    /// @param stage   1 … 4: the activations after it
    /// @param threads inside the network
    public GradCam(NetworkWeights weights, int stage, CamMethod method, int threads) {
        if (stage < 1 || stage > 4) {
            throw new IllegalArgumentException("stages are 1 to 4, got " + stage);
        }
        this.architecture = weights.architecture();
        this.stage = stage;
        this.method = method;
        this.threads = threads;
        this.network = Libtorch.computing(threads, () -> new TrainableNetwork(weights));
    }

    /// The map of one crop.
    ///
    /// @param crop      normalised, channels × N × N
    /// @param explained the class to explain; empty: the one with the highest logit
    /// @throws org.trabecula.core.InputException NET-004 if the crop does not fit the network, or the network has no head
    /// @throws org.trabecula.core.CancelledException if interrupted
    public HeatMap explain(float[] crop, OptionalInt explained) {
        PictureShape shape = PictureShape.of(crop.length, "crop");
        if (shape.channels() != architecture.inputChannels()) {
            throw DeepProblem.INPUT_DOES_NOT_FIT.refuse(
                    "crop", shape.channels() + " channels", architecture.inputChannels() + ", as the network has",
                    "crop with as many channels as the network was trained on");
        }
        architecture.requireLargeEnough(shape.size(), "crop");
        if (architecture.classes() == 0) {
            throw DeepProblem.INPUT_DOES_NOT_FIT.refuse(
                    "network", architecture.label() + " without a head", "a network with classes to explain",
                    "fine-tune it first; torchvision's own head of a VGG is not used");
        }
        if (explained.isPresent() && (explained.getAsInt() < 0 || explained.getAsInt() >= architecture.classes())) {
            throw DeepProblem.INPUT_DOES_NOT_FIT.refuse(
                    "class to explain", "class " + explained.getAsInt(), "0 to " + (architecture.classes() - 1),
                    "choose a class of the network's head");
        }
        return Libtorch.computing(threads, () -> explain(crop, shape, explained));
    }

    private HeatMap explain(float[] crop, PictureShape shape, OptionalInt wanted) {
        try (PointerScope _ = new PointerScope()) {
            Tensor activation;
            try (NoGradGuard _ = new NoGradGuard()) {
                network.learn(Set.of());
                Tensor x = network.graph().stem(Libtorch.tensor(crop, 1, shape.channels(), shape.size(), shape.size()));
                for (int s = 1; s <= stage; s++) {
                    x = network.graph().stage(s, x);
                }
                activation = x;
            }
            Tensor leaf = activation.detach().set_requires_grad(true);
            Tensor x = leaf;
            for (int s = stage + 1; s <= 4; s++) {
                x = network.graph().stage(s, x);
            }
            Tensor logits = network.graph().head(network.graph().pool(x));
            float[] values = Libtorch.floats(logits);
            int explained = wanted.orElseGet(() -> largest(values));
            Tensor logit = logits.flatten().narrow(0, explained, 1).sum();
            Tensor gradient = torch.grad(new TensorVector(logit), new TensorVector(leaf)).get(0);
            int side = (int) activation.size(2);
            float[] map = map(Libtorch.floats(activation), Libtorch.floats(gradient), side * side);
            return new HeatMap(enlarged(map, side, shape.size()), shape.size(), explained, values);
        }
    }

    private static int largest(float[] values) {
        int best = 0;
        for (int c = 1; c < values.length; c++) {
            best = values[c] > values[best] ? c : best;
        }
        return best;
    }

    /// ReLU(Σ_k w_k A_k), divided by its largest value.
    private float[] map(float[] activation, float[] gradient, int cells) {
        double[] sum = new double[cells];
        for (int from = 0; from < activation.length; from += cells) {
            double weight = method.weight(activation, gradient, from, from + cells);
            for (int cell = 0; cell < cells; cell++) {
                sum[cell] += weight * activation[from + cell];
            }
        }
        double highest = 0;
        for (double value : sum) {
            highest = Math.max(highest, value);
        }
        float[] map = new float[cells];
        for (int cell = 0; cell < cells && highest > 0; cell++) {
            map[cell] = (float) (Math.max(0, sum[cell]) / highest);
        }
        return map;
    }

    /// Linear between cell centres, the edge cell beyond them; as `interpolate(mode="bilinear", align_corners=False)`.
    private static float[] enlarged(float[] map, int side, int size) {
        float[] heat = new float[size * size];
        for (int row = 0; row < size; row++) {
            double y = Math.clamp((row + 0.5) * side / size - 0.5, 0, side - 1);
            int y0 = (int) y;
            int y1 = Math.min(y0 + 1, side - 1);
            for (int column = 0; column < size; column++) {
                double x = Math.clamp((column + 0.5) * side / size - 0.5, 0, side - 1);
                int x0 = (int) x;
                int x1 = Math.min(x0 + 1, side - 1);
                double upper = (1 - (x - x0)) * map[y0 * side + x0] + (x - x0) * map[y0 * side + x1];
                double lower = (1 - (x - x0)) * map[y1 * side + x0] + (x - x0) * map[y1 * side + x1];
                heat[row * size + column] = (float) ((1 - (y - y0)) * upper + (y - y0) * lower);
            }
        }
        return heat;
    }

    @Override
    public void close() {
        network.close();
    }
}
