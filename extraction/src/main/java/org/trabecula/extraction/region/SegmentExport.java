package org.trabecula.extraction.region;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.trabecula.dicom.segmentation.NewSegment;
import org.trabecula.image.Grid;
import org.trabecula.image.GridComparison;
import org.trabecula.image.Label;
import org.trabecula.image.LabelFile;

/// The regions of a label map as segments that can be written: each by the name that it is known by, on the voxels of a series.
///
/// @param scheme by which numbering labels are understood that have no names
public record SegmentExport(SchemeChoice scheme) {
    /// One label, or all there are.
    ///
    /// @param wanted name or number of the one
    /// @param image  grid of the series
    /// @param where  names both files
    /// @param notes  hears of a numbering that was guessed
    /// @throws org.trabecula.core.InputException MSK-002 or MSK-006 for the label, GEO-001 if mask and series are not on one lattice, MSK-005
    /// if a region leaves the image
    public List<NewSegment> segments(LabelFile file, Optional<String> wanted, Grid image, String where, Consumer<String> notes)
            throws IOException {
        LabelNames names = new LabelNames(file, scheme);
        List<Label> labels = wanted.isPresent() ? List.of(names.label(wanted.get(), notes)) : file.labels();
        List<NewSegment> segments = new ArrayList<>();
        for (Label label : labels) {
            segments.add(new NewSegment(
                    names.name(label), "label " + label.number(), GridComparison.place(file.mask(label), image, where + ", label " + label.name())));
        }
        if (wanted.isEmpty()) {
            names.guessed(labels).ifPresent(notes);
        }
        return segments;
    }
}
