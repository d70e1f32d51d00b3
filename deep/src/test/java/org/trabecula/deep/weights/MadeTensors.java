package org.trabecula.deep.weights;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// Tensors for tests in other packages.
public final class MadeTensors {
    private MadeTensors() {}

    /// Of 16-bit zeros, which share their bytes: a head of a hundred million numbers in half the memory of its own.
    public static SequencedMap<String, StoredTensor> zeros(Map<String, long[]> layout) {
        long most = layout.values().stream().mapToLong(MadeTensors::count).max().orElseThrow();
        StoredTensor.Storage storage = new StoredTensor.Storage(TensorType.FLOAT16, most);
        storage.fill(new byte[Math.toIntExact(2 * most)]);
        SequencedMap<String, StoredTensor> tensors = new LinkedHashMap<>();
        layout.forEach((name, shape) -> {
            long[] strides = new long[shape.length];
            long step = 1;
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                strides[axis] = step;
                step *= shape[axis];
            }
            tensors.put(name, new StoredTensor(shape, strides, storage, 0));
        });
        return tensors;
    }

    private static long count(long[] shape) {
        long count = 1;
        for (long length : shape) {
            count *= length;
        }
        return count;
    }
}
