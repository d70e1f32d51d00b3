package org.trabecula.deep.weights;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// The names that a pickle may use: the closed list of [ClosedUnpickler].
sealed interface PickleGlobal {
    /// Such as `torch._utils._rebuild_tensor_v2`.
    String qualifiedName();

    /// What the name makes of its arguments.
    ///
    /// @throws IllegalArgumentException if the arguments make no sense
    Object call(List<?> arguments);

    /// A class that only names the number type of a storage, such as `torch.FloatStorage`.
    record StorageClass(String name, TensorType type) implements PickleGlobal {
        @Override
        public String qualifiedName() {
            return "torch." + name;
        }

        @Override
        public Object call(List<?> arguments) {
            throw new IllegalArgumentException("a storage class is named, never called");
        }
    }

    /// The functions and classes of a state dict.
    enum Known implements PickleGlobal {
        /// An ordered dictionary, empty or from a list of pairs.
        ORDERED_DICT("collections", "OrderedDict") {
            @Override
            public Object call(List<?> arguments) {
                LinkedHashMap<Object, Object> map = new LinkedHashMap<>();
                if (!arguments.isEmpty() && argument(arguments, 0) instanceof List<?> pairs) {
                    for (Object pair : pairs) {
                        if (!(pair instanceof List<?> two) || two.size() != 2 || !(two.get(0) instanceof String key)) {
                            throw new IllegalArgumentException("not a list of named values");
                        }
                        map.put(key, argument(two, 1));
                    }
                }
                return map;
            }
        },
        /// (storage, offset, size, stride, requires_grad, backward_hooks).
        REBUILD_TENSOR_V2("torch._utils", "_rebuild_tensor_v2") {
            @Override
            public Object call(List<?> arguments) {
                return tensor(arguments);
            }
        },
        /// (storage, offset, size, stride), PyTorch before 0.4.
        REBUILD_TENSOR("torch._utils", "_rebuild_tensor") {
            @Override
            public Object call(List<?> arguments) {
                return tensor(arguments);
            }
        },
        /// (tensor, requires_grad, backward_hooks): a tensor that is trained.
        REBUILD_PARAMETER("torch._utils", "_rebuild_parameter") {
            @Override
            public Object call(List<?> arguments) {
                if (!(argument(arguments, 0) instanceof StoredTensor tensor)) {
                    throw new IllegalArgumentException("a parameter holds a tensor");
                }
                return tensor;
            }
        },
        /// A tensor's size as a value of its own.
        SIZE("torch", "Size") {
            @Override
            public Object call(List<?> arguments) {
                if (!(argument(arguments, 0) instanceof List<?> size)) {
                    throw new IllegalArgumentException("a size is a list");
                }
                return new ArrayList<>(size);
            }
        };

        private final String module;
        private final String name;

        Known(String module, String name) {
            this.module = module;
            this.name = name;
        }

        @Override
        public String qualifiedName() {
            return module + "." + name;
        }
    }

    /// The value that `module.name` stands for, if it is on the list.
    static Optional<PickleGlobal> of(String module, String name) {
        if (module.equals("torch")) {
            Optional<TensorType> type = TensorType.ofStorageClass(name);
            if (type.isPresent()) {
                return Optional.of(new StorageClass(name, type.get()));
            }
        }
        for (Known known : Known.values()) {
            if (known.module.equals(module) && known.name.equals(name)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    /// For refusals: the functions and classes in words.
    static String closedList() {
        StringBuilder names = new StringBuilder();
        for (Known known : Known.values()) {
            names.append(known.qualifiedName()).append(", ");
        }
        return names + "torch.*Storage";
    }

    private static StoredTensor tensor(List<?> arguments) {
        if (!(argument(arguments, 0) instanceof StoredTensor.Storage storage)
                || !(argument(arguments, 1) instanceof Long offset)) {
            throw new IllegalArgumentException("a tensor needs a storage and an offset");
        }
        return new StoredTensor(longs(argument(arguments, 2)), longs(argument(arguments, 3)), storage, offset);
    }

    private static long[] longs(Object value) {
        if (!(value instanceof List<?> list) || list.size() > 64) {
            throw new IllegalArgumentException("sizes and strides are lists of at most 64 numbers");
        }
        long[] numbers = new long[list.size()];
        for (int n = 0; n < numbers.length; n++) {
            if (!(list.get(n) instanceof Long number)) {
                throw new IllegalArgumentException("sizes and strides are whole numbers");
            }
            numbers[n] = number;
        }
        return numbers;
    }

    private static Object argument(List<?> arguments, int place) {
        if (place >= arguments.size() || arguments.get(place) == null) {
            throw new IllegalArgumentException("argument " + place + " is missing");
        }
        return arguments.get(place);
    }
}
