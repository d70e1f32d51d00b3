package org.trabecula.deep.resnet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.trabecula.core.InputException;
import org.trabecula.deep.DeepProblem;
import org.trabecula.deep.weights.StoredTensor;
import org.trabecula.deep.weights.TensorFile;

/// Compares a file's tensors, name by name and size by size, with the ResNet that they come nearest to.
///
/// @param architecture what the file comes nearest to; it fits exactly when [#fits]
/// @param missing      names that the network needs and the file lacks
/// @param unknown      names that the file has and the network lacks
/// @param misshapen    tensors of another size or of no floating type, each as `name [found] instead of [expected]`
/// @param unusable     tensors with NaN, infinity or a negative variance, each with its first such value
public record WeightsCheck(
        ResNetArchitecture architecture,
        List<String> missing,
        List<String> unknown,
        List<String> misshapen,
        List<String> unusable) {
    /// Written into the metadata of weights that were never trained.
    static final String RANDOM_KEY = "random_initialisation";

    /// Under which files say where their numbers come from.
    static final String SOURCE_KEY = "source";

    private static final int SHOWN = 4;
    private static final int LONGEST_SOURCE = 200;

    public WeightsCheck {
        missing = List.copyOf(missing);
        unknown = List.copyOf(unknown);
        misshapen = List.copyOf(misshapen);
        unusable = List.copyOf(unusable);
    }

    /// Whether every tensor is there, nothing else, each of the right size and with usable values.
    public boolean fits() {
        return missing.isEmpty() && unknown.isEmpty() && misshapen.isEmpty() && unusable.isEmpty();
    }

    /// @param stride empty: as the file's metadata say, else [BottleneckStride#CONV2], torchvision's
    /// @param where  the file, for refusals
    public static WeightsCheck of(TensorFile file, Optional<BottleneckStride> stride, String where) {
        BottleneckStride placement = stride.or(() -> Optional.ofNullable(file.metadata().get(BottleneckStride.METADATA_KEY))
                        .map(label -> BottleneckStride.of(label, where + ", metadata")))
                .orElse(BottleneckStride.CONV2);
        ResNetArchitecture nearest = nearest(file, placement);
        List<String> missing = new ArrayList<>();
        List<String> misshapen = new ArrayList<>();
        List<String> unusable = new ArrayList<>();
        Map<String, long[]> layout = nearest.layout();
        layout.forEach((name, shape) -> {
            StoredTensor tensor = file.tensors().get(name);
            boolean counter = name.endsWith(ResNetArchitecture.BATCHES_TRACKED);
            if (tensor == null) {
                if (!counter) { // PyTorch before 0.4.1 did not write it
                    missing.add(name);
                }
            } else if (!tensor.hasShape(shape) || (!counter && !tensor.type().isFloating())) {
                misshapen.add(name + " " + tensor.type().torchName() + tensor.shapeText() + " instead of "
                        + Arrays.toString(shape));
            } else if (!counter) {
                firstUnusable(name, tensor.toFloats()).ifPresent(unusable::add);
            }
        });
        List<String> unknown =
                file.tensors().keySet().stream().filter(Predicate.not(layout::containsKey)).toList();
        return new WeightsCheck(nearest, missing, unknown, misshapen, unusable);
    }

    /// The weights, if the file fits exactly.
    ///
    /// @throws InputException NET-001 with the difference, NET-002 with the first unusable value
    static ResNetWeights require(TensorFile file, Optional<BottleneckStride> stride, String where) {
        WeightsCheck check = of(file, stride, where);
        check.refuseUnlessFits(where, file.tensors().size());
        Map<String, float[]> values = new LinkedHashMap<>();
        check.architecture.layout().forEach((name, shape) -> {
            if (!name.endsWith(ResNetArchitecture.BATCHES_TRACKED)) {
                values.put(name, file.tensor(name).toFloats());
            }
        });
        boolean pretrained = !"true".equals(file.metadata().get(RANDOM_KEY));
        return new ResNetWeights(check.architecture, values, pretrained, origin(file, where));
    }

    /// The file's name, and what it says of its source.
    private static String origin(TensorFile file, String where) {
        String name = String.valueOf(Path.of(where).getFileName());
        String source = file.metadata().getOrDefault(SOURCE_KEY, "").replaceAll("\\p{Cntrl}", " ").strip();
        return source.isEmpty() ? name : name + " (" + source.substring(0, Math.min(LONGEST_SOURCE, source.length())) + ")";
    }

    /// @throws InputException NET-001, NET-002
    public void refuseUnlessFits(String where, int tensors) {
        if (!missing.isEmpty() || !unknown.isEmpty() || !misshapen.isEmpty()) {
            List<String> found = new ArrayList<>();
            describe("lacking", missing).ifPresent(found::add);
            describe("not known", unknown).ifPresent(found::add);
            describe("of another size or type", misshapen).ifPresent(found::add);
            throw DeepProblem.OTHER_NETWORK.refuse(
                    where,
                    tensors + " tensors; " + String.join("; ", found),
                    "the " + architecture.layout().size() + " tensors of torchvision's " + architecture.depth().label()
                            + ", which comes nearest",
                    "point at a ResNet 18, 34, 50, 101 or 152 in torchvision's layout; trabecula weights check FILE lists"
                            + " every difference");
        }
        if (!unusable.isEmpty()) {
            throw DeepProblem.NOT_FINITE.refuse(
                    where,
                    unusable.getFirst() + (unusable.size() > 1 ? ", and " + (unusable.size() - 1) + " tensors more" : ""),
                    "finite numbers, and variances of at least 0",
                    "take the weights of an earlier epoch; this training diverged");
        }
    }

    private static Optional<String> describe(String what, List<String> names) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String shown = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
        return Optional.of(names.size() + " " + what + ": " + shown + (names.size() > SHOWN ? ", …" : ""));
    }

    /// The depth whose names differ least from the file's; channels and classes are the file's own.
    private static ResNetArchitecture nearest(TensorFile file, BottleneckStride stride) {
        int channels = sizeAt(file, "conv1.weight", 1).orElse(3);
        int classes = sizeAt(file, "fc.weight", 0).orElse(1000);
        ResNetArchitecture best = new ResNetArchitecture(ResNetDepth.RESNET18, stride, channels, classes);
        long fewest = Long.MAX_VALUE;
        for (ResNetDepth depth : ResNetDepth.values()) {
            ResNetArchitecture candidate = new ResNetArchitecture(depth, stride, channels, classes);
            Map<String, long[]> layout = candidate.layout();
            long differences = layout.keySet().stream().filter(name -> !file.tensors().containsKey(name)).count()
                    + file.tensors().keySet().stream().filter(name -> !layout.containsKey(name)).count();
            if (differences < fewest) {
                fewest = differences;
                best = candidate;
            }
        }
        return best;
    }

    /// A plausible size (1 … 65,536) of a tensor along one axis.
    private static Optional<Integer> sizeAt(TensorFile file, String name, int axis) {
        return Optional.ofNullable(file.tensors().get(name))
                .map(StoredTensor::shape)
                .filter(shape -> shape.length > axis && shape[axis] >= 1 && shape[axis] <= 1 << 16)
                .map(shape -> (int) shape[axis]);
    }

    private static Optional<String> firstUnusable(String name, float[] values) {
        boolean variance = name.endsWith(".running_var");
        for (float value : values) {
            if (!Float.isFinite(value) || (variance && value < 0)) {
                return Optional.of(name + " holds " + value);
            }
        }
        return Optional.empty();
    }
}
