package org.trabecula.dicom.segmentation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.dicom.DicomProblem;
import org.trabecula.dicom.dataset.DataSet;
import org.trabecula.dicom.dataset.Tag;
import org.trabecula.dicom.pixel.FrameCodecs;
import org.trabecula.dicom.series.DicomFolder;
import org.trabecula.dicom.series.DicomMember;
import org.trabecula.dicom.series.FoundSeries;
import org.trabecula.dicom.series.FrameAttributes;
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

    /// Whether a mask itself names the series of an image, or one of its slices.
    ///
    /// @throws InputException if its headers cannot be understood
    public static boolean names(DicomMember mask, ImageFile image) {
        return references(mask).names(image);
    }

    /// What a mask says of where it comes from, held against the series that are there.
    ///
    /// @return parts of a sentence, such as `it names a series that is not here`; empty where nothing contradicts
    /// @throws InputException if its headers cannot be understood
    public static List<String> strangers(DicomMember mask, List<FoundSeries> series) {
        MaskReferences references = references(mask);
        List<String> found = new ArrayList<>();
        Optional<String> patient = mask.data().text(Tag.PATIENT_ID);
        if (patient.isPresent() && !series.isEmpty() && series.stream().noneMatch(one -> one.patientId().equals(patient))) {
            found.add("it is of another patient than every series here");
        }
        if (!references.framesOfReference().isEmpty()
                && series.stream().noneMatch(one -> one.identity().frameOfReference().filter(references.framesOfReference()::contains).isPresent())) {
            found.add("its frame of reference is that of no series here");
        }
        if (!references.series().isEmpty()) {
            List<FoundSeries> named = series.stream()
                    .filter(one -> one.identity().series().filter(references.series()::contains).isPresent())
                    .toList();
            if (named.isEmpty()) {
                found.add("it names a series that is not here");
            }
            named.stream().filter(one -> one.image().isEmpty()).forEach(one -> found.add("it names " + one.title() + ", which is no volume"));
        }
        return found;
    }

    private static MaskReferences references(DicomMember mask) {
        DataSet data = mask.file().data();
        if (mask.isStructureSet()) {
            return StructureSet.of(data).references();
        }
        List<FrameAttributes> frames = new ArrayList<>();
        for (int frame = 0; frame < data.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE).size(); frame++) {
            frames.add(FrameAttributes.of(data, frame));
        }
        return SegmentationReader.references(data, frames);
    }

    private static String title(DicomMember mask, DicomFolder folder) {
        String kind = mask.isSegmentation() ? "segmentation " : "structure set ";
        String words = mask.data().text(Tag.SERIES_DESCRIPTION).map(text -> " \"" + text + "\"").orElse("");
        return kind + mask.nameWithin(folder.place()) + words;
    }
}
