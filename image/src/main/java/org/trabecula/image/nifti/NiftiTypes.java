package org.trabecula.image.nifti;

import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.image.ImageProblem;
import org.trabecula.image.VoxelType;

/// The `datatype` codes of NIfTI.
final class NiftiTypes {
    private NiftiTypes() {}

    /// @throws InputException NII-003 if a voxel is not one number, or `bitpix` contradicts the code
    static VoxelType typeOf(NiftiHeader header, String where) {
        VoxelType type = switch (header.datatype()) {
            case 2 -> VoxelType.UINT8;
            case 4 -> VoxelType.INT16;
            case 8 -> VoxelType.INT32;
            case 16 -> VoxelType.FLOAT32;
            case 64 -> VoxelType.FLOAT64;
            case 256 -> VoxelType.INT8;
            case 512 -> VoxelType.UINT16;
            case 768 -> VoxelType.UINT32;
            case 1024 -> VoxelType.INT64;
            case 1280 -> VoxelType.UINT64;
            default ->
                throw refusal(where, "datatype " + header.datatype() + nameOf(header.datatype()));
        };
        if (header.bitpix() != 8 * type.bytes()) {
            throw refusal(where, "datatype " + header.datatype() + " (" + 8 * type.bytes() + " bits) with bitpix "
                    + header.bitpix());
        }
        return type;
    }

    static int codeOf(VoxelType type) {
        return switch (type) {
            case UINT8 -> 2;
            case INT16 -> 4;
            case INT32 -> 8;
            case FLOAT32 -> 16;
            case FLOAT64 -> 64;
            case INT8 -> 256;
            case UINT16 -> 512;
            case UINT32 -> 768;
            case INT64 -> 1024;
            case UINT64 -> 1280;
        };
    }

    private static String nameOf(int datatype) {
        return switch (datatype) {
            case 1 -> " (single bits)";
            case 32, 1792, 2048 -> " (complex numbers)";
            case 128, 2304 -> " (colour)";
            case 1536 -> " (128-bit floats)";
            default -> " (no NIfTI type)";
        };
    }

    private static InputException refusal(String where, String found) {
        return new InputException(new Problem(
                ImageProblem.NIFTI_TYPE,
                where,
                found,
                "integers of 8–64 bits or floats of 32 or 64 bits, with bitpix to match",
                "export the CT or the label map itself, one number per voxel"));
    }
}
