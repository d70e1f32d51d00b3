package org.trabecula.dicom.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.trabecula.dicom.codec.StandardCodecs;
import org.trabecula.dicom.dataset.DicomFile;
import org.trabecula.dicom.pixel.FrameCodecs;
import org.trabecula.dicom.segmentation.DicomMasks;
import org.trabecula.dicom.series.DicomSeries;
import org.trabecula.image.FileStart;
import org.trabecula.image.ImageFile;
import org.trabecula.image.ImageFormat;
import org.trabecula.image.LabelLayers;
import org.trabecula.image.Placement;

/// DICOM: series as images, segmentations and structure sets as masks. A folder, a zip archive read as a folder, or one file.
///
/// @param codecs for compressed pixel data
public record DicomFormat(FrameCodecs codecs) implements ImageFormat {
    /// With all codecs there are.
    public DicomFormat() {
        this(FrameCodecs.OWN.with(StandardCodecs.all()));
    }

    @Override
    public String title() {
        return "DICOM (a folder, a zip archive, or one file of the series)";
    }

    @Override
    public boolean recognises(FileStart start) {
        return start.isFolder() || (!start.isGzip() && (isZip(start) || DicomFile.begins(start.head())));
    }

    private static boolean isZip(FileStart start) {
        return start.hasAt(0, "PK\u0003\u0004");
    }

    @Override
    public ImageFile open(Path file, Placement placement) throws IOException {
        return DicomSeries.open(file, codecs);
    }

    /// A segmentation on its own grid; an image where there is none.
    @Override
    public LabelLayers openLabels(Path file, Placement placement) throws IOException {
        return labels(file, placement, Optional.empty());
    }

    /// A segmentation or contours on the grid of `image`, as far as they fit it; an image where there are none.
    @Override
    public LabelLayers openLabels(Path file, Placement placement, ImageFile image) throws IOException {
        return labels(file, placement, Optional.of(image));
    }

    private LabelLayers labels(Path file, Placement placement, Optional<ImageFile> image) throws IOException {
        Optional<LabelLayers> mask = new DicomMasks(codecs).open(file, image);
        return mask.isPresent() ? mask.get() : ImageFormat.super.openLabels(file, placement);
    }
}
