package org.trabecula.deep.weights;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// A tensor as a file stores it: a strided view of little-endian bytes, several tensors may share them.
///
/// Values are converted on demand, in row-major order of the shape whatever the strides are.
public final class StoredTensor {
    private static final VarHandle SHORT = view(short[].class);
    private static final VarHandle INT = view(int[].class);
    private static final VarHandle LONG = view(long[].class);
    private static final VarHandle FLOAT = view(float[].class);
    private static final VarHandle DOUBLE = view(double[].class);

    private final TensorType type;
    private final long[] shape;
    private final long[] strides;
    private final Storage storage;
    private final long offset;
    private final int elements;

    /// The bytes behind tensors; filled by the reader after the description of the tensors has been found sound.
    static final class Storage {
        private final TensorType type;
        private final long elements;
        private byte[] bytes = new byte[0];

        Storage(TensorType type, long elements) {
            this.type = type;
            this.elements = elements;
        }

        TensorType type() {
            return type;
        }

        long elements() {
            return elements;
        }

        /// @param content little-endian, exactly as many bytes as the elements need; not copied
        void fill(byte[] content) {
            if (content.length != elements * type.bytes()) {
                throw new IllegalArgumentException(
                        elements + " elements of " + type + " do not fill " + content.length + " bytes");
            }
            bytes = content;
        }
    }

    /// @param strides elements between neighbours along each axis, each ≥ 0
    /// @param offset  the first element in `storage`
    /// @throws IllegalArgumentException unless every element lies in `storage` and the view is no larger than it
    StoredTensor(long[] shape, long[] strides, Storage storage, long offset) {
        this.type = storage.type();
        this.shape = shape.clone();
        this.strides = strides.clone();
        this.storage = storage;
        this.offset = offset;
        this.elements = checkedElements();
    }

    /// A contiguous tensor of 32-bit floats.
    public static StoredTensor ofFloats(float[] values, long... shape) {
        byte[] bytes = new byte[values.length * Float.BYTES];
        for (int t = 0; t < values.length; t++) {
            FLOAT.set(bytes, t * Float.BYTES, values[t]);
        }
        return contiguous(TensorType.FLOAT32, shape, bytes);
    }

    /// A contiguous tensor of 64-bit floats.
    public static StoredTensor ofDoubles(double[] values, long... shape) {
        byte[] bytes = new byte[values.length * Double.BYTES];
        for (int t = 0; t < values.length; t++) {
            DOUBLE.set(bytes, t * Double.BYTES, values[t]);
        }
        return contiguous(TensorType.FLOAT64, shape, bytes);
    }

    /// A contiguous tensor of 64-bit integers; a scalar without a shape.
    public static StoredTensor ofLongs(long[] values, long... shape) {
        byte[] bytes = new byte[values.length * Long.BYTES];
        for (int t = 0; t < values.length; t++) {
            LONG.set(bytes, t * Long.BYTES, values[t]);
        }
        return contiguous(TensorType.INT64, shape, bytes);
    }

    static StoredTensor contiguous(TensorType type, long[] shape, byte[] littleEndian) {
        long[] strides = new long[shape.length];
        long step = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            strides[axis] = step;
            step *= Math.max(1, shape[axis]);
        }
        Storage storage = new Storage(type, littleEndian.length / type.bytes());
        storage.fill(littleEndian);
        return new StoredTensor(shape, strides, storage, 0);
    }

    private int checkedElements() {
        if (shape.length != strides.length || offset < 0) {
            throw new IllegalArgumentException("sizes " + Arrays.toString(shape) + " and strides "
                    + Arrays.toString(strides) + " at " + offset + " make no tensor");
        }
        long count = 1;
        long last = offset;
        try {
            for (int axis = 0; axis < shape.length; axis++) {
                if (shape[axis] < 0 || strides[axis] < 0) {
                    throw new IllegalArgumentException("sizes and strides are never negative");
                }
                count = Math.multiplyExact(count, shape[axis]);
                last = Math.addExact(last, Math.multiplyExact(Math.max(0, shape[axis] - 1), strides[axis]));
            }
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("sizes " + Arrays.toString(shape) + " overflow 64 bits", e);
        }
        if (count > 0 && (last >= storage.elements() || count > storage.elements())) {
            throw new IllegalArgumentException("a tensor " + Arrays.toString(shape) + " with strides "
                    + Arrays.toString(strides) + " from element " + offset + " does not lie in a storage of "
                    + storage.elements() + " elements");
        }
        return Math.toIntExact(count);
    }

    public TensorType type() {
        return type;
    }

    /// A copy of the sizes; empty for a scalar.
    public long[] shape() {
        return shape.clone();
    }

    public boolean hasShape(long... wanted) {
        return Arrays.equals(shape, wanted);
    }

    /// Such as `[64, 3, 7, 7]`.
    public String shapeText() {
        return Arrays.toString(shape);
    }

    public int elements() {
        return elements;
    }

    /// All values, rounded to 32-bit floats where the type holds more.
    public float[] toFloats() {
        float[] values = new float[elements];
        int[] at = places();
        byte[] bytes = storage.bytes;
        switch (type) {
            case FLOAT32 -> {
                for (int t = 0; t < elements; t++) values[t] = (float) FLOAT.get(bytes, at[t] * 4);
            }
            case FLOAT16 -> {
                for (int t = 0; t < elements; t++) values[t] = Float.float16ToFloat((short) SHORT.get(bytes, at[t] * 2));
            }
            default -> {
                for (int t = 0; t < elements; t++) values[t] = (float) valueAt(at[t]);
            }
        }
        return values;
    }

    /// All values; 64-bit integers beyond 2⁵³ round, `true` is 1.
    public double[] toDoubles() {
        double[] values = new double[elements];
        int[] at = places();
        for (int t = 0; t < elements; t++) {
            values[t] = valueAt(at[t]);
        }
        return values;
    }

    /// The values as contiguous little-endian bytes.
    byte[] toBytes() {
        int[] at = places();
        int width = type.bytes();
        byte[] bytes = new byte[Math.multiplyExact(elements, width)];
        for (int t = 0; t < elements; t++) {
            System.arraycopy(storage.bytes, at[t] * width, bytes, t * width, width);
        }
        return bytes;
    }

    private double valueAt(int element) {
        byte[] bytes = storage.bytes;
        return switch (type) {
            case FLOAT64 -> (double) DOUBLE.get(bytes, element * 8);
            case FLOAT32 -> (float) FLOAT.get(bytes, element * 4);
            case FLOAT16 -> Float.float16ToFloat((short) SHORT.get(bytes, element * 2));
            case BFLOAT16 -> Float.intBitsToFloat((short) SHORT.get(bytes, element * 2) << 16);
            case INT64 -> (double) (long) LONG.get(bytes, element * 8);
            case INT32 -> (int) INT.get(bytes, element * 4);
            case INT16 -> (short) SHORT.get(bytes, element * 2);
            case INT8 -> bytes[element];
            case UINT8 -> bytes[element] & 0xff;
            case BOOL -> bytes[element] == 0 ? 0 : 1;
        };
    }

    /// The storage element of each value, row-major.
    private int[] places() {
        int[] at = new int[elements];
        long[] index = new long[shape.length];
        long place = offset;
        for (int t = 0; t < elements; t++) {
            at[t] = (int) place;
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                place += strides[axis];
                if (++index[axis] < shape[axis]) {
                    break;
                }
                place -= shape[axis] * strides[axis];
                index[axis] = 0;
            }
        }
        return at;
    }

    private static VarHandle view(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
    }
}
