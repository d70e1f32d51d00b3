package org.trabecula.deep.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.trabecula.core.CancelledException;
import org.trabecula.core.InputException;
import org.trabecula.deep.DeepProblem;

/// Named tensors, in the order of their file, and the texts that the file says about itself, by their names.
///
/// @param tensors  by name, such as `layer1.0.conv1.weight`
/// @param metadata the `__metadata__` of safetensors; empty for PyTorch's files
public record TensorFile(SequencedMap<String, StoredTensor> tensors, Map<String, String> metadata) {
    /// Nearly twice the largest file here; an upper bound on the memory that any file can ask for.
    static final long LARGEST_BYTES = 1L << 30;

    public TensorFile {
        tensors = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tensors));
        metadata = Collections.unmodifiableMap(new TreeMap<>(metadata)); // never in the order of hashes, which each process has anew
    }

    /// @param metadata what the file says about itself
    /// @param tensors  in the order of the file
    @SafeVarargs
    public static TensorFile of(Map<String, String> metadata, Map.Entry<String, StoredTensor>... tensors) {
        SequencedMap<String, StoredTensor> inOrder = new LinkedHashMap<>();
        for (Map.Entry<String, StoredTensor> tensor : tensors) {
            inOrder.put(tensor.getKey(), tensor.getValue());
        }
        return new TensorFile(inOrder, metadata);
    }

    /// Reads safetensors, or a `.pth` of PyTorch (zip or legacy); the first bytes decide, not the name.
    ///
    /// @throws InputException WTS-001 … WTS-007; nothing in the file is ever run
    /// @throws CancelledException if interrupted
    public static TensorFile read(Path file) {
        String where = file.toString();
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            if (size > LARGEST_BYTES) {
                throw DeepProblem.NOT_A_WEIGHTS_FILE.refuse(
                        where,
                        size + " bytes",
                        "at most " + LARGEST_BYTES + " bytes; torchvision's VGG19 with its own head, the largest here, has 575 million",
                        "point at the file of the weights alone");
            }
            ByteBuffer first = readAt(channel, 0, (int) Math.min(size, 9), where);
            if (startsWith(first, 'P', 'K')) {
                return TorchZip.read(file);
            }
            if (startsWith(first, 0x80, 0x02)) {
                return TorchLegacy.read(readAt(channel, 0, (int) size, where), where);
            }
            if (first.remaining() == 9 && first.get(8) == '{') {
                return Safetensors.read(channel, where);
            }
            throw DeepProblem.NOT_A_WEIGHTS_FILE.refuse(
                    where,
                    size == 0 ? "an empty file" : "it starts with the bytes " + hex(first),
                    "safetensors (8 bytes of length, then '{'), or a PyTorch file (zip, or a pickle of protocol 2)",
                    "point at a .safetensors or .pth file; a web page saved by mistake starts with '<'");
        } catch (IOException e) {
            CancelledException.throwIfInterrupted(); // an interrupt closes the channel, and looks like an unreadable file
            throw new InputException(
                    DeepProblem.UNREADABLE
                            .refuse(where, String.valueOf(e.getMessage()), "a readable file", "check the path and its permissions")
                            .problems()
                            .getFirst(),
                    e);
        }
    }

    /// @throws IllegalArgumentException if there is no tensor of this name
    public StoredTensor tensor(String name) {
        StoredTensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("no tensor '" + name + "' among " + tensors.size());
        }
        return tensor;
    }

    /// Exactly `length` bytes from `position`; a file that ends before is refused.
    static ByteBuffer readAt(FileChannel channel, long position, int length, String where) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw damaged(where, "the file ends after " + (position + bytes.position()) + " bytes");
            }
        }
        return bytes.flip();
    }

    static InputException damaged(String where, String found) {
        return DeepProblem.DAMAGED.refuse(where, found, "a complete file", "fetch the file again from where it came");
    }

    private static boolean startsWith(ByteBuffer bytes, int first, int second) {
        return bytes.remaining() >= 2 && (bytes.get(0) & 0xff) == first && (bytes.get(1) & 0xff) == second;
    }

    private static String hex(ByteBuffer bytes) {
        StringBuilder text = new StringBuilder();
        for (int b = 0; b < Math.min(4, bytes.remaining()); b++) {
            text.append(b == 0 ? "" : " ").append(String.format("%02x", bytes.get(b) & 0xff));
        }
        return text.toString();
    }
}
