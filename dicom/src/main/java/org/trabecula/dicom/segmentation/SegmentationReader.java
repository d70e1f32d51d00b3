package org.trabecula.dicom.segmentation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.ProblemCode;
import org.trabecula.dicom.DicomProblem;
import org.trabecula.dicom.dataset.DataSet;
import org.trabecula.dicom.dataset.DicomFile;
import org.trabecula.dicom.dataset.Tag;
import org.trabecula.dicom.pixel.FrameCodecs;
import org.trabecula.dicom.pixel.Frames;
import org.trabecula.dicom.pixel.PixelPadding;
import org.trabecula.dicom.series.FrameAttributes;
import org.trabecula.dicom.series.ImagePlane;
import org.trabecula.dicom.series.SeriesIdentity;
import org.trabecula.image.Grid;
import org.trabecula.image.ImageFile;
import org.trabecula.image.ImageProblem;

/// Reads DICOM SEG: binary, fractional, label map; segments may overlap. Every frame is decoded once; what is kept are runs.
final class SegmentationReader {
    private final DicomFile file;
    private final DataSet data;
    private final SegmentationKind kind;
    private final SegmentTable segments;
    private final Frames frames;
    private final List<FrameAttributes> attributes = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /// @param labelMap whether the class of the file says that pixels are numbers of segments
    /// @throws InputException for a header that gives no regions or no frames
    SegmentationReader(DicomFile file, boolean labelMap, FrameCodecs codecs) throws IOException {
        this.file = file;
        this.data = file.data();
        this.kind = SegmentationKind.of(data, labelMap);
        this.segments = SegmentTable.of(data);
        this.frames = Frames.ofIndices(file, codecs);
        notes.addAll(file.notes());
        if (!frames.delimited()) {
            notes.add("the pixel data end without their delimiter; all frames are there");
        }
        int own = data.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE).size();
        if (own != frames.count() && !(own == 0 && frames.count() == 1)) {
            throw refusal(ImageProblem.NOT_PLACED, frames.count() + " frames, and functional groups of " + own,
                    "a position for every frame (Per-frame Functional Groups Sequence)");
        }
        for (int frame = 0; frame < frames.count(); frame++) {
            attributes.add(FrameAttributes.of(data, frame));
        }
    }

    /// @param path  that was named
    /// @param image that the mask is for
    /// @throws InputException DCM-014 for another image's mask; and as [FramePlaces#of], [FrameRegions#add]
    RegionLayers read(Path path, Optional<ImageFile> image) throws IOException {
        if (image.isPresent()) {
            notes.addAll(references(data, attributes).check(image.get()));
        }
        FramePlaces places = places(image.map(ImageFile::grid));
        notes.addAll(places.notes());
        FrameRegions regions = new FrameRegions(data.where(), places, frames.shape().columns());
        collect(regions);
        notes.addAll(regions.notes());
        MaskReferences.identity(image).flatMap(series -> misnamed(series, places, image.orElseThrow().grid())).ifPresent(notes::add);
        RegionLayers layers = new RegionLayers(path, places.grid(), segmented(regions.found()), notes);
        return image.isPresent() ? layers.on(image.get().grid()) : layers;
    }

    private FramePlaces places(Optional<Grid> image) {
        List<ImagePlane> planes = new ArrayList<>();
        for (FrameAttributes one : attributes) {
            planes.add(ImagePlane.of(
                    one.of(Tag.PLANE_POSITION_SEQUENCE), one.of(Tag.PLANE_ORIENTATION_SEQUENCE), one.of(Tag.PIXEL_MEASURES_SEQUENCE)));
        }
        DataSet measures = attributes.get(0).of(Tag.PIXEL_MEASURES_SEQUENCE);
        OptionalDouble stated = measures.number(Tag.SPACING_BETWEEN_SLICES);
        OptionalDouble thickness = measures.number(Tag.SLICE_THICKNESS);
        return FramePlaces.of(
                data.where(), planes, frames.shape().columns(), frames.shape().rows(),
                new FramePlaces.Distances(stated, thickness, image));
    }

    private void collect(FrameRegions regions) throws IOException {
        switch (kind) {
            case SegmentationKind.Binary _ ->
                frames.each((frame, samples) -> regions.add(frame, segmentOf(frame), samples, value -> value != 0));
            case SegmentationKind.Fractional fractional -> {
                notes.add("fractions of " + fractional.most() + " ("
                        + data.text(Tag.SEGMENTATION_FRACTIONAL_TYPE).orElse("no type").toLowerCase(Locale.ROOT)
                        + "): voxels from one half on are inside");
                frames.each((frame, samples) -> {
                    refuseBeyond(frame, samples, fractional.most());
                    regions.add(frame, segmentOf(frame), samples, fractional::holds);
                });
            }
            case SegmentationKind.LabelMap _ -> {
                Optional<PixelPadding> padding = PixelPadding.of(data, frames.shape());
                frames.each((frame, samples) -> regions.addNumbers(
                        frame, samples, value -> value == 0 || (padding.isPresent() && padding.get().holds(value))));
            }
        }
    }

    private int segmentOf(int frame) {
        OptionalInt number = attributes.get(frame).of(Tag.SEGMENT_IDENTIFICATION_SEQUENCE).whole(Tag.REFERENCED_SEGMENT_NUMBER);
        if (number.isPresent() && number.getAsInt() > 0) {
            return number.getAsInt();
        }
        if (number.isEmpty() && segments.byNumber().size() == 1) {
            return segments.byNumber().keySet().iterator().next();
        }
        throw refusal(DicomProblem.SEGMENTATION,
                "frame " + (frame + 1) + " names " + (number.isEmpty() ? "no segment" : "segment " + number.getAsInt()),
                "the number of a segment for every frame");
    }

    private void refuseBeyond(int frame, int[] samples, int most) {
        for (int value : samples) {
            if (value > most || value < 0) {
                throw refusal(DicomProblem.SEGMENTATION, "the value " + value + " in frame " + (frame + 1),
                        "fractions of " + Tag.MAXIMUM_FRACTIONAL_VALUE.title() + ", " + most);
            }
        }
    }

    /// The declared segments and those that only frames name.
    private List<SegmentedRegion> segmented(Map<Integer, NavigableMap<Integer, SliceRuns>> found) {
        List<SegmentedRegion> regions = new ArrayList<>();
        Set<Integer> numbers = new TreeSet<>(found.keySet());
        List<Integer> order = new ArrayList<>(segments.byNumber().keySet());
        numbers.removeAll(order);
        order.addAll(numbers);
        for (int number : order) {
            NavigableMap<Integer, SliceRuns> slices = found.getOrDefault(number, new TreeMap<>());
            if (number == 0 && slices.isEmpty()) {
                continue; // the background of a label map, declared for its colour
            }
            SegmentTable.Segment segment = segments.of(number);
            List<String> odd = new ArrayList<>();
            if (slices.isEmpty()) {
                odd.add("declared, and no voxel is drawn");
            }
            if (!segments.declares(number)) {
                odd.add("not declared in the segment sequence: it has no name");
            }
            regions.add(new SegmentedRegion(number, segment.name(), segment.alsoCalled(), odd, slices));
        }
        return regions;
    }

    /// What a segmentation says of the image that it was drawn on.
    ///
    /// @param attributes of its frames
    static MaskReferences references(DataSet data, List<FrameAttributes> attributes) {
        Set<String> series = new HashSet<>();
        Set<String> images = new HashSet<>();
        data.items(Tag.REFERENCED_SERIES_SEQUENCE).forEach(item -> item.uid(Tag.SERIES_INSTANCE_UID).ifPresent(series::add));
        data.items(Tag.SOURCE_IMAGE_SEQUENCE).forEach(item -> item.uid(Tag.REFERENCED_SOP_INSTANCE_UID).ifPresent(images::add));
        attributes.forEach(frame -> images.addAll(drawnOn(frame)));
        return new MaskReferences(
                data.where(), data.uid(Tag.FRAME_OF_REFERENCE_UID).map(Set::of).orElse(Set.of()), series, images);
    }

    /// The images that a frame says it was drawn on.
    private static List<String> drawnOn(FrameAttributes frame) {
        Optional<DataSet> groups = frame.own().isPresent() ? frame.own() : frame.shared();
        return groups.stream()
                .flatMap(group -> group.items(Tag.DERIVATION_IMAGE_SEQUENCE).stream())
                .flatMap(derivation -> derivation.items(Tag.SOURCE_IMAGE_SEQUENCE).stream())
                .flatMap(source -> source.uid(Tag.REFERENCED_SOP_INSTANCE_UID).stream())
                .toList();
    }

    /// A sentence on frames that name slices, none of which lies where they do: positions count.
    private Optional<String> misnamed(SeriesIdentity series, FramePlaces places, Grid image) {
        List<Integer> wrong = new ArrayList<>();
        for (int frame = 0; frame < attributes.size(); frame++) {
            List<Integer> named = drawnOn(attributes.get(frame)).stream().map(series.slices()::get).filter(k -> k != null).toList();
            int k = slice(places, frame, image);
            if (!named.isEmpty() && !named.contains(k)) {
                wrong.add(frame + 1);
            }
        }
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of(wrong.size() + (wrong.size() == 1 ? " frame names" : " frames name")
                        + " another slice than the one where their position puts them (such as frame " + wrong.get(0)
                        + "); positions count");
    }

    /// The image's k of a frame.
    private static int slice(FramePlaces places, int frame, Grid image) {
        double[] at = image.toIndex(places.grid().toWorld(
                places.first()[3 * frame], places.first()[3 * frame + 1], places.first()[3 * frame + 2]));
        return (int) Math.rint(at[2]);
    }

    private InputException refusal(ProblemCode code, String found, String expected) {
        return new InputException(new Problem(
                code, file.source().name(), found, expected, "export the segmentation again from the program that drew it"));
    }
}
