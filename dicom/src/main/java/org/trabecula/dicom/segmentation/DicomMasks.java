package org.trabecula.dicom.segmentation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.dicom.DicomProblem;
import org.trabecula.dicom.dataset.Tag;
import org.trabecula.dicom.pixel.FrameCodecs;
import org.trabecula.dicom.series.DicomFolder;
import org.trabecula.dicom.series.DicomMember;
import org.trabecula.image.ImageFile;
import org.trabecula.image.LabelLayers;

/// Opens the segmentation or structure set that a path stands for: a file, or the only one in a folder or zip archive, images beside it or not.
///
/// @param codecs for compressed frames
public record DicomMasks(FrameCodecs codecs) {
    private static final int MOST_LISTED = 20;

    /// @param image that the mask is for; contours need it
    /// @return nothing if no mask lies there
    /// @throws InputException DCM-016 if several lie there, DCM-014 if it was drawn on another image, DCM-015 for contours without an
    /// image, DCM-012 and DCM-013 for what gives no regions, and whatever is wrong with the file
    public Optional<LabelLayers> open(Path file, Optional<ImageFile> image) throws IOException {
        DicomFolder folder = DicomFolder.within(file);
        List<DicomMember> masks = folder.members().stream().filter(DicomMember::isMask).toList();
        if (masks.isEmpty()) {
            return Optional.empty();
        }
        if (masks.size() > 1) {
            throw new InputException(new Problem(
                    DicomProblem.SEVERAL_MASKS,
                    folder.place(),
                    masks.stream().limit(MOST_LISTED).map(mask -> title(mask, folder)).collect(Collectors.joining("; "))
                            + (masks.size() > MOST_LISTED ? "; and " + (masks.size() - MOST_LISTED) + " more" : ""),
                    "one segmentation or structure set",
                    "name the file that is meant in place of the folder; unpack an archive first"));
        }
        DicomMember mask = masks.get(0);
        if (mask.isSegmentation()) {
            return Optional.of(new SegmentationReader(mask.file(), mask.isLabelMap(), codecs).read(file, image).layers());
        }
        StructureSet structures = StructureSet.of(mask.file().data());
        return Optional.of(new StructureSetReader(file, image.orElseThrow(() -> StructureSet.withoutImage(mask.name())))
                .read(structures)
                .layers());
    }

    private static String title(DicomMember mask, DicomFolder folder) {
        String kind = mask.isSegmentation() ? "segmentation " : "structure set ";
        String words = mask.data().text(Tag.SERIES_DESCRIPTION).map(text -> " \"" + text + "\"").orElse("");
        return kind + mask.nameWithin(folder.place()) + words;
    }
}
