package org.trabecula.image;

import java.util.OptionalDouble;

/// How an image was taken, as far as its file says: what texture depends on beside the voxels' size.
///
/// @param modality         such as `CT`; empty where the file does not say
/// @param kernel           convolution kernel of the reconstruction; empty where the file does not say
/// @param sliceThicknessMm of most slices, which may be thicker or thinner than they are apart
public record Acquisition(String modality, String kernel, OptionalDouble sliceThicknessMm) {
    /// Of a file that says nothing, such as NIfTI.
    public static final Acquisition NOT_STATED = new Acquisition("", "", OptionalDouble.empty());
}
