package org.trabecula.deep.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.deep.DeepProblem;
import org.trabecula.deep.weights.Safetensors;
import org.trabecula.deep.weights.StoredTensor;
import org.trabecula.deep.weights.TensorFile;

/// Pictures ready for a network, as a file holds them: a floating tensor `input` of N × C × height × width.
public final class PictureTensor {
    private static final String NAME = "input";
    private static final String NAMES = "names";

    private final float[] values;
    private final int count;
    private final int channels;
    private final int height;
    private final int width;
    private final List<String> names;

    /// Takes ownership of `values`.
    ///
    /// @param names one a picture, or none at all
    public PictureTensor(float[] values, int channels, int height, int width, List<String> names) {
        this.values = values;
        this.channels = channels;
        this.height = height;
        this.width = width;
        this.count = values.length / (channels * height * width);
        this.names = List.copyOf(names);
    }

    /// @throws org.trabecula.core.InputException WTS-… for the file, NET-004 if it holds no such tensor
    public static PictureTensor read(Path file) {
        TensorFile content = TensorFile.read(file);
        StoredTensor tensor = content.tensors().get(NAME);
        long[] shape = tensor == null ? new long[0] : tensor.shape();
        if (tensor == null || shape.length != 4 || !tensor.type().isFloating() || !isPicture(shape)) {
            throw DeepProblem.INPUT_DOES_NOT_FIT.refuse(
                    file.toString(),
                    tensor == null
                            ? "no tensor '" + NAME + "' among " + content.tensors().size()
                            : NAME + " of type " + tensor.type().torchName() + tensor.shapeText(),
                    "a floating tensor '" + NAME + "' of N x C x height x width",
                    "save the pictures under that name, for instance with safetensors.torch.save_file({'input': x}, path)");
        }
        String names = content.metadata().getOrDefault(NAMES, "");
        return new PictureTensor(
                tensor.toFloats(),
                (int) shape[1],
                (int) shape[2],
                (int) shape[3],
                names.isEmpty() ? List.of() : names.lines().toList());
    }

    /// Whether channels, height and width are at least 1 and at most 65,536, and one picture has at most 2²⁸ values.
    private static boolean isPicture(long[] shape) {
        for (int axis = 1; axis < 4; axis++) {
            if (shape[axis] < 1 || shape[axis] > 1 << 16) {
                return false;
            }
        }
        return shape[1] * shape[2] * shape[3] <= 1 << 28;
    }

    /// Writes safetensors that [#read] reads.
    public void write(Path file) throws IOException {
        Map<String, String> metadata = new LinkedHashMap<>();
        if (!names.isEmpty()) {
            metadata.put(NAMES, String.join("\n", names));
        }
        Safetensors.write(
                file, TensorFile.of(metadata, Map.entry(NAME, StoredTensor.ofFloats(values, count, channels, height, width))));
    }

    /// Row-major. The store itself, not a copy.
    public float[] values() {
        return values;
    }

    public int count() {
        return count;
    }

    public int channels() {
        return channels;
    }

    public int height() {
        return height;
    }

    public int width() {
        return width;
    }

    /// The picture's name in the file, else its place, from 0.
    public String name(int picture) {
        return names.size() == count ? names.get(picture) : Integer.toString(picture);
    }
}
