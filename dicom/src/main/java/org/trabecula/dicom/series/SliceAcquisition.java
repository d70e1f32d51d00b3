package org.trabecula.dicom.series;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.trabecula.dicom.dataset.DataSet;
import org.trabecula.dicom.dataset.Tag;
import org.trabecula.image.Acquisition;

/// How the slices of a series were taken: what most of them say.
final class SliceAcquisition {
    private SliceAcquisition() {}

    /// @param sorted at least one
    static Acquisition of(String modality, List<DicomSlice> sorted) {
        Map<String, Integer> kernels = new LinkedHashMap<>();
        Map<Double, Integer> thicknesses = new LinkedHashMap<>();
        for (DicomSlice slice : sorted) {
            kernels.merge(kernel(slice), 1, Integer::sum);
            OptionalDouble thickness = StackGeometry.measureOrNone(slice);
            if (thickness.isPresent() && thickness.getAsDouble() > 0) {
                thicknesses.merge(thickness.getAsDouble(), 1, Integer::sum);
            }
        }
        return new Acquisition(
                modality, most(kernels),
                thicknesses.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(most(thicknesses)));
    }

    /// Several values, as Siemens writes them, are one kernel.
    private static String kernel(DicomSlice slice) {
        DataSet reconstruction = slice.general().of(Tag.CT_RECONSTRUCTION_SEQUENCE);
        return String.join(" ", reconstruction.texts(Tag.CONVOLUTION_KERNEL)).strip();
    }

    /// The most frequent; of several the first in the order of the slices.
    private static <T> T most(Map<T, Integer> counts) {
        return counts.entrySet().stream()
                .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
                .orElseThrow()
                .getKey();
    }
}
