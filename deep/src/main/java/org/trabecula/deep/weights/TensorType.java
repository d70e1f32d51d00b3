package org.trabecula.deep.weights;

import java.util.Optional;

/// The number types that weights files store, with their names in safetensors and in PyTorch's pickles.
public enum TensorType {
    FLOAT64("F64", "DoubleStorage", "float64", 8),
    FLOAT32("F32", "FloatStorage", "float32", 4),
    FLOAT16("F16", "HalfStorage", "float16", 2),
    BFLOAT16("BF16", "BFloat16Storage", "bfloat16", 2),
    INT64("I64", "LongStorage", "int64", 8),
    INT32("I32", "IntStorage", "int32", 4),
    INT16("I16", "ShortStorage", "int16", 2),
    INT8("I8", "CharStorage", "int8", 1),
    UINT8("U8", "ByteStorage", "uint8", 1),
    BOOL("BOOL", "BoolStorage", "bool", 1);

    private final String safetensorsName;
    private final String storageClass;
    private final String torchName;
    private final int bytes;

    TensorType(String safetensorsName, String storageClass, String torchName, int bytes) {
        this.safetensorsName = safetensorsName;
        this.storageClass = storageClass;
        this.torchName = torchName;
        this.bytes = bytes;
    }

    /// Such as `BF16`.
    public String safetensorsName() {
        return safetensorsName;
    }

    /// Such as `bfloat16`.
    public String torchName() {
        return torchName;
    }

    /// Bytes of one element.
    public int bytes() {
        return bytes;
    }

    public boolean isFloating() {
        return this == FLOAT64 || this == FLOAT32 || this == FLOAT16 || this == BFLOAT16;
    }

    static Optional<TensorType> ofSafetensors(String name) {
        for (TensorType type : values()) {
            if (type.safetensorsName.equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /// By the class in module `torch` that a pickle names, such as `BFloat16Storage`.
    static Optional<TensorType> ofStorageClass(String name) {
        for (TensorType type : values()) {
            if (type.storageClass.equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
