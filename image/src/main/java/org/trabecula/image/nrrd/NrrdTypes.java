package org.trabecula.image.nrrd;

import java.util.Locale;
import org.trabecula.image.ImageProblem;
import org.trabecula.image.VoxelType;

/// The names of number types in NRRD headers.
final class NrrdTypes {
    private NrrdTypes() {}

    /// @throws org.trabecula.core.InputException NRR-004 for `block` and unknown names
    static VoxelType typeOf(NrrdHeader header) {
        String name = header.get("type").toLowerCase(Locale.ROOT).strip();
        return switch (name) {
            case "signed char", "int8", "int8_t" -> VoxelType.INT8;
            case "uchar", "unsigned char", "uint8", "uint8_t" -> VoxelType.UINT8;
            case "short", "short int", "signed short", "signed short int", "int16", "int16_t" -> VoxelType.INT16;
            case "ushort", "unsigned short", "unsigned short int", "uint16", "uint16_t" -> VoxelType.UINT16;
            case "int", "signed int", "int32", "int32_t" -> VoxelType.INT32;
            case "uint", "unsigned int", "uint32", "uint32_t" -> VoxelType.UINT32;
            case "longlong", "long long", "long long int", "signed long long", "signed long long int", "int64", "int64_t" ->
                VoxelType.INT64;
            case "ulonglong", "unsigned long long", "unsigned long long int", "uint64", "uint64_t" -> VoxelType.UINT64;
            case "float" -> VoxelType.FLOAT32;
            case "double" -> VoxelType.FLOAT64;
            default ->
                throw header.refusal(
                        ImageProblem.NRRD_TYPE,
                        "type: " + NrrdHeader.shown(name),
                        "an integer of 8–64 bits, float or double");
        };
    }

    static String nameOf(VoxelType type) {
        return switch (type) {
            case INT8 -> "signed char";
            case UINT8 -> "unsigned char";
            case INT16 -> "short";
            case UINT16 -> "unsigned short";
            case INT32 -> "int";
            case UINT32 -> "unsigned int";
            case INT64 -> "long long int";
            case UINT64 -> "unsigned long long int";
            case FLOAT32 -> "float";
            case FLOAT64 -> "double";
        };
    }
}
