package org.trabecula.deep.weights;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Supplier;

/// A tensor's values that are fetched when they are needed, such as from native memory.
///
/// @param length how many `values` gives
/// @param values a new array or one that nobody writes to
public record LazyFloats(int length, Supplier<float[]> values) {
    private static final int AT_ONCE = 1 << 14;

    /// Little-endian, as in a safetensors file.
    void write(OutputStream out) throws IOException {
        float[] all = values.get();
        if (all.length != length) {
            throw new IllegalStateException(all.length + " values where " + length + " were said");
        }
        ByteBuffer bytes = ByteBuffer.allocate(Math.min(length, AT_ONCE) * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < length; from += AT_ONCE) {
            int count = Math.min(AT_ONCE, length - from);
            bytes.asFloatBuffer().put(all, from, count);
            out.write(bytes.array(), 0, count * Float.BYTES);
        }
    }
}
