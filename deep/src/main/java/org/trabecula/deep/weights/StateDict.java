package org.trabecula.deep.weights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trabecula.deep.DeepProblem;

/// Finds the named tensors in what `torch.save` wrote: a state dict, or a training checkpoint that holds one.
final class StateDict {
    /// Where training scripts keep it, in the order of search.
    private static final List<String> WRAPPERS = List.of("state_dict", "model_state_dict", "model", "net");

    /// What `DataParallel` and `torch.compile` put before every name.
    private static final List<String> PREFIXES = List.of("module.", "_orig_mod.");

    private StateDict() {}

    /// The tensors by name, without a prefix that all of them share; other entries are left out.
    ///
    /// @param root what the unpickler returned
    static TensorFile of(Object root, String where) {
        SequencedMap<String, StoredTensor> tensors = WRAPPERS.stream()
                .map(wrapper -> root instanceof Map<?, ?> map ? map.get(wrapper) : null)
                .map(StateDict::tensorsOf)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> tensorsOf(root))
                .orElseThrow(() -> DeepProblem.NO_TENSORS.refuse(
                        where,
                        root instanceof Map<?, ?> map ? "a dictionary of " + map.size() + " entries without tensors" : "no dictionary",
                        "a state dict, or a dictionary that holds one under " + String.join(", ", WRAPPERS),
                        "save it with torch.save(model.state_dict(), path)"));
        for (String prefix : PREFIXES) {
            tensors = withoutPrefix(tensors, prefix);
        }
        return new TensorFile(tensors, Map.of());
    }

    private static Optional<SequencedMap<String, StoredTensor>> tensorsOf(@Nullable Object value) {
        SequencedMap<String, StoredTensor> tensors = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, entry) -> {
                if (name instanceof String text && entry instanceof StoredTensor tensor) {
                    tensors.put(text, tensor);
                }
            });
        }
        return tensors.isEmpty() ? Optional.empty() : Optional.of(tensors);
    }

    private static SequencedMap<String, StoredTensor> withoutPrefix(SequencedMap<String, StoredTensor> tensors, String prefix) {
        if (!tensors.keySet().stream().allMatch(name -> name.startsWith(prefix))) {
            return tensors;
        }
        SequencedMap<String, StoredTensor> shortened = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> shortened.put(name.substring(prefix.length()), tensor));
        return shortened;
    }
}
