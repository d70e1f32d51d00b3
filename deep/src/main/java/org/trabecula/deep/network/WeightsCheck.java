package org.trabecula.deep.network;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.trabecula.core.InputException;
import org.trabecula.deep.DeepProblem;
import org.trabecula.deep.weights.StoredTensor;
import org.trabecula.deep.weights.TensorFile;

/// Compares a file's tensors, name by name and size by size, with the network that they come nearest to.
///
/// @param architecture what the file comes nearest to; it fits exactly when [#fits]
/// @param needed       tensors that a file of this network has
/// @param missing      names that the network needs and the file lacks
/// @param unknown      names that the file has and the network lacks
/// @param misshapen    tensors of another size or of no floating type, each as `name [found] instead of [expected]`
/// @param unusable     tensors with NaN, infinity or a negative variance, each with its first such value
public record WeightsCheck(
        NetworkArchitecture architecture,
        int needed,
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
        Candidate nearest = nearest(file, placement);
        List<String> missing = new ArrayList<>();
        List<String> misshapen = new ArrayList<>();
        List<String> unusable = new ArrayList<>();
        Map<String, long[]> layout = nearest.file();
        Map<String, long[]> used = nearest.architecture().layout();
        layout.forEach((name, shape) -> {
            StoredTensor tensor = file.tensors().get(name);
            boolean counter = name.endsWith(NetworkArchitecture.BATCHES_TRACKED);
            if (tensor == null) {
                if (!counter) { // PyTorch before 0.4.1 did not write it
                    missing.add(name);
                }
            } else if (!tensor.hasShape(shape) || (!counter && !tensor.type().isFloating())) {
                misshapen.add(name + " " + tensor.type().torchName() + tensor.shapeText() + " instead of "
                        + Arrays.toString(shape));
            } else if (!counter && used.containsKey(name)) {
                firstUnusable(name, tensor.toFloats()).ifPresent(unusable::add);
            }
        });
        List<String> unknown =
                file.tensors().keySet().stream().filter(Predicate.not(layout::containsKey)).toList();
        return new WeightsCheck(nearest.architecture(), layout.size(), missing, unknown, misshapen, unusable);
    }

    /// The weights, if the file fits exactly.
    ///
    /// @throws InputException NET-001 with the difference, NET-002 with the first unusable value
    static NetworkWeights require(TensorFile file, Optional<BottleneckStride> stride, String where) {
        WeightsCheck check = of(file, stride, where);
        check.refuseUnlessFits(where, file.tensors().size());
        Map<String, float[]> values = new LinkedHashMap<>();
        check.architecture.layout().forEach((name, shape) -> {
            if (!name.endsWith(NetworkArchitecture.BATCHES_TRACKED)) {
                values.put(name, file.tensor(name).toFloats());
            }
        });
        boolean pretrained = !"true".equals(file.metadata().get(RANDOM_KEY));
        return new NetworkWeights(check.architecture, values, pretrained, origin(file, where));
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
                    "the " + needed + " tensors of torchvision's " + architecture.label()
                            + ", which comes nearest",
                    "point at a ResNet 18, 34, 50, 101 or 152 or a VGG 11, 13, 16 or 19 in torchvision's layout; trabecula weights check FILE lists"
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

    /// A network, and the tensors that a file of it has: its own, and with a VGG's torchvision's head where the file has that.
    private record Candidate(NetworkArchitecture architecture, Map<String, long[]> file) {
        long differences(Set<String> names) {
            return file.keySet().stream().filter(Predicate.not(names::contains)).count()
                    + names.stream().filter(Predicate.not(file::containsKey)).count();
        }
    }

    /// The network whose names differ least from the file's, of equals the first; channels and classes are the file's own.
    private static Candidate nearest(TensorFile file, BottleneckStride stride) {
        List<Candidate> candidates = new ArrayList<>();
        boolean vggs = file.tensors().keySet().stream().anyMatch(name -> name.startsWith("features."));
        for (NetworkArchitecture one : Networks.all(stride, 3, 1)) {
            if (one instanceof VggArchitecture && !vggs) {
                continue; // it has the fewest tensors, and would come nearest to any file
            }
            int channels = sizeAt(file, one.firstConvolution() + ".weight", 1).orElse(3);
            candidates.add(switch (one.withInputChannels(channels)) {
                case ResNetArchitecture resnet -> of(resnet.withClasses(sizeAt(file, resnet.head() + ".weight", 0).orElse(1000)));
                case VggArchitecture vgg -> of(vgg, file);
            });
        }
        Candidate best = candidates.getFirst();
        for (Candidate candidate : candidates) {
            if (candidate.differences(file.tensors().keySet()) < best.differences(file.tensors().keySet())) {
                best = candidate;
            }
        }
        return best;
    }

    private static Candidate of(NetworkArchitecture architecture) {
        return new Candidate(architecture, architecture.layout());
    }

    private static Candidate of(VggArchitecture vgg, TensorFile file) {
        Map<String, long[]> published = VggArchitecture.publishedHead(sizeAt(file, "classifier.6.weight", 0).orElse(1000));
        if (published.keySet().stream().noneMatch(file.tensors()::containsKey)) {
            return of(vgg.withClasses(sizeAt(file, vgg.head() + ".weight", 0).orElse(0)));
        }
        VggArchitecture headless = vgg.withClasses(0);
        Map<String, long[]> all = new LinkedHashMap<>(headless.layout());
        all.putAll(published);
        return new Candidate(headless, all);
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
