package org.trabecula.deep.weights;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import org.trabecula.deep.DeepProblem;

/// The form of `torch.save` before PyTorch 1.6: five pickles, one after the other, then the storages' bytes.
///
/// Magic number, protocol number, properties of the machine, the object, the list of storage keys; then for each key, in
/// that order, the number of elements (8 bytes, little-endian) and the elements. Source: PyTorch `torch/serialization.py`,
/// `_legacy_save`.
final class TorchLegacy {
    private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
    private static final Long PROTOCOL = 1001L;

    private TorchLegacy() {}

    static TensorFile read(ByteBuffer file, String where) {
        ByteBuffer in = file.order(ByteOrder.LITTLE_ENDIAN);
        ClosedUnpickler unpickler = new ClosedUnpickler(in, where);
        if (!MAGIC.equals(unpickler.load()) || !PROTOCOL.equals(unpickler.load())) {
            throw DeepProblem.NOT_A_WEIGHTS_FILE.refuse(
                    where,
                    "a pickle without PyTorch's magic number",
                    "a file written by torch.save",
                    "save it with torch.save(model.state_dict(), path)");
        }
        if (!(unpickler.load() instanceof Map<?, ?> machine) || !Boolean.TRUE.equals(machine.get("little_endian"))) {
            throw DeepProblem.UNKNOWN_NUMBER_TYPE.refuse(
                    where, "big-endian numbers", "little-endian numbers", "save the file again on a little-endian machine");
        }
        Object root = unpickler.load();
        if (!(unpickler.load() instanceof List<?> keys)) {
            throw TensorFile.damaged(where, "no list of storages");
        }
        Map<String, StoredTensor.Storage> storages = unpickler.storages();
        if (keys.size() != storages.size()) {
            throw TensorFile.damaged(where, keys.size() + " storages in the file, its tensors need " + storages.size());
        }
        for (Object key : keys) {
            StoredTensor.Storage storage = key instanceof String text ? storages.get(text) : null;
            if (storage == null) {
                throw TensorFile.damaged(where, "a storage that no tensor uses");
            }
            fill(storage, in, where);
        }
        return StateDict.of(root, where);
    }

    private static void fill(StoredTensor.Storage storage, ByteBuffer in, String where) {
        long needed = storage.elements() * storage.type().bytes();
        if (in.remaining() < Long.BYTES || in.getLong() != storage.elements() || in.remaining() < needed) {
            throw TensorFile.damaged(
                    where, "a storage of " + storage.elements() + " elements is cut off or has another length");
        }
        byte[] bytes = new byte[(int) needed];
        in.get(bytes);
        storage.fill(bytes);
    }
}
