package org.trabecula.dicom.segmentation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.trabecula.core.Version;
import org.trabecula.dicom.dataset.DataSet;
import org.trabecula.dicom.dataset.NewDataSet;
import org.trabecula.dicom.dataset.NewDicomFile;
import org.trabecula.dicom.dataset.Tag;
import org.trabecula.dicom.series.SeriesImage;
import org.trabecula.dicom.series.SeriesSource;
import org.trabecula.dicom.series.SourceImage;
import org.trabecula.image.Grid;

/// The attributes of a new segmentation (PS3.3 A.51), module by module.
///
/// @param image    that it is drawn on
/// @param segments item by item of the Segment Sequence
/// @param frames   one for each segment and slice that has voxels, in the order of the pixel data
record NewSegmentation(SeriesImage image, List<NewDataSet> segments, List<Frame> frames) {
    static final String SEGMENTATION_STORAGE = "1.2.840.10008.5.1.4.1.1.66.4";
    private static final String PROGRAM = "Trabecula";

    /// @param segment its number, from 1
    /// @param k       slice of the image
    record Frame(int segment, int k) {}

    /// How pixels are written.
    ///
    /// @param bits 1 or 8 a pixel
    /// @param type BINARY or FRACTIONAL, and what belongs to it
    record Pixels(int bits, NewDataSet type) {
        static Pixels binary(boolean overlap) {
            return new Pixels(1, new NewDataSet().text(Tag.SEGMENTATION_TYPE, "BINARY").text(Tag.SEGMENTS_OVERLAP, overlap ? "YES" : "NO"));
        }

        static Pixels probability(int most) {
            return new Pixels(8, new NewDataSet()
                    .text(Tag.SEGMENTATION_TYPE, "FRACTIONAL")
                    .text(Tag.SEGMENTATION_FRACTIONAL_TYPE, "PROBABILITY")
                    .whole(Tag.MAXIMUM_FRACTIONAL_VALUE, most));
        }
    }

    /// Everything but the pixel data, the class and the instance's own UIDs.
    ///
    /// @param notes hears of what the series does not say
    NewDataSet attributes(Pixels pixels, PatientCopy patient, List<String> notes) throws IOException {
        SeriesSource source = image.source();
        NewDataSet data = new NewDataSet();
        patient.write(source, data, notes);
        data.text(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192").with(pixels.type()); // UTF-8
        general(data);
        place(data, notes);
        pixels(data, pixels.bits());
        references(data, notes);
        dimensions(data);
        data.items(Tag.SEGMENT_SEQUENCE, segments);
        data.item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, new NewDataSet()
                .item(Tag.PLANE_ORIENTATION_SEQUENCE, new NewDataSet().decimals(
                        Tag.IMAGE_ORIENTATION_PATIENT, source.orientation().stream().mapToDouble(Double::doubleValue).toArray()))
                .item(Tag.PIXEL_MEASURES_SEQUENCE, measures()));
        data.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, perFrame());
        return data;
    }

    /// Series, equipment and what the content is called.
    private static void general(NewDataSet data) {
        data.text(Tag.IMAGE_TYPE, "DERIVED", "PRIMARY")
                .text(Tag.MODALITY, "SEG")
                .text(Tag.SERIES_DESCRIPTION, "Segmentation")
                .text(Tag.SERIES_NUMBER, "1")
                .text(Tag.INSTANCE_NUMBER, "1")
                .text(Tag.MANUFACTURER, PROGRAM)
                .text(Tag.MANUFACTURER_MODEL_NAME, PROGRAM)
                .text(Tag.DEVICE_SERIAL_NUMBER, "none")
                .text(Tag.SOFTWARE_VERSIONS, Version.text())
                .text(Tag.CONTENT_LABEL, "SEGMENTATION")
                .empty(Tag.CONTENT_DESCRIPTION)
                .empty(Tag.CONTENT_CREATOR_NAME);
    }

    private void place(NewDataSet data, List<String> notes) {
        data.empty(Tag.POSITION_REFERENCE_INDICATOR).text(Tag.FRAME_OF_REFERENCE_UID, image.identity().frameOfReference().orElseGet(() -> {
            notes.add("the series has no Frame of Reference UID; the segmentation gets one of its own: only coordinates tell that both belong together");
            return NewDicomFile.uidOf("frame of reference of " + image.identity().series().orElse("a series without UID"));
        }));
    }

    private NewDataSet measures() {
        Grid grid = image.grid();
        double thickness = image.source().thicknessMm().orElse(grid.spacing().kMm());
        return new NewDataSet()
                .decimals(Tag.SLICE_THICKNESS, thickness)
                .decimals(Tag.SPACING_BETWEEN_SLICES, grid.spacing().kMm())
                .decimals(Tag.PIXEL_SPACING, grid.spacing().jMm(), grid.spacing().iMm());
    }

    private void pixels(NewDataSet data, int bits) {
        DataSet header = image.source().header().data();
        data.whole(Tag.SAMPLES_PER_PIXEL, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .whole(Tag.NUMBER_OF_FRAMES, frames.size())
                .whole(Tag.ROWS, image.grid().size().j())
                .whole(Tag.COLUMNS, image.grid().size().i())
                .whole(Tag.BITS_ALLOCATED, bits)
                .whole(Tag.BITS_STORED, bits)
                .whole(Tag.HIGH_BIT, bits - 1)
                .whole(Tag.PIXEL_REPRESENTATION, 0);
        boolean lossy = header.text(Tag.LOSSY_IMAGE_COMPRESSION).filter("01"::equals).isPresent();
        data.text(Tag.LOSSY_IMAGE_COMPRESSION, lossy ? "01" : "00"); // what is drawn on a lossy image has been through it too
        if (lossy) {
            for (Tag tag : List.of(Tag.LOSSY_IMAGE_COMPRESSION_RATIO, Tag.LOSSY_IMAGE_COMPRESSION_METHOD)) {
                if (header.has(tag)) {
                    data.text(tag, header.texts(tag).toArray(String[]::new));
                }
            }
        }
    }

    /// The series and its images: all of them, so that a reader knows on what it was drawn.
    private void references(NewDataSet data, List<String> notes) {
        Map<String, NewDataSet> instances = new LinkedHashMap<>(); // the frames of one file are one instance
        image.source().images().forEach(one -> reference(one).ifPresent(named -> instances.put(one.instance().orElseThrow(), named)));
        if (image.identity().series().isEmpty() || instances.isEmpty()) {
            notes.add("the series has no UIDs that the segmentation could name: its frames lie where their coordinates put them");
            return;
        }
        data.item(Tag.REFERENCED_SERIES_SEQUENCE, new NewDataSet()
                .text(Tag.SERIES_INSTANCE_UID, image.identity().series().get())
                .items(Tag.REFERENCED_INSTANCE_SEQUENCE, List.copyOf(instances.values())));
    }

    private static Optional<NewDataSet> reference(SourceImage one) {
        if (one.sopClass().isEmpty() || one.instance().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new NewDataSet()
                .text(Tag.REFERENCED_SOP_CLASS_UID, one.sopClass().get())
                .text(Tag.REFERENCED_SOP_INSTANCE_UID, one.instance().get()));
    }

    /// Frames are told apart by segment and position.
    private void dimensions(NewDataSet data) {
        String organization = NewDicomFile.uidOf("dimensions of " + frames + " on " + image.identity().series().orElse("a series without UID"));
        data.item(Tag.DIMENSION_ORGANIZATION_SEQUENCE, new NewDataSet().text(Tag.DIMENSION_ORGANIZATION_UID, organization));
        data.items(Tag.DIMENSION_INDEX_SEQUENCE, List.of(
                index(organization, Tag.REFERENCED_SEGMENT_NUMBER, Tag.SEGMENT_IDENTIFICATION_SEQUENCE, "Segment"),
                index(organization, Tag.IMAGE_POSITION_PATIENT, Tag.PLANE_POSITION_SEQUENCE, "Position")));
    }

    private static NewDataSet index(String organization, Tag of, Tag within, String label) {
        return new NewDataSet()
                .text(Tag.DIMENSION_ORGANIZATION_UID, organization)
                .pointer(Tag.DIMENSION_INDEX_POINTER, of)
                .pointer(Tag.FUNCTIONAL_GROUP_POINTER, within)
                .text(Tag.DIMENSION_DESCRIPTION_LABEL, label);
    }

    private List<NewDataSet> perFrame() {
        List<Integer> slices = List.copyOf(new TreeSet<>(frames.stream().map(Frame::k).toList()));
        List<NewDataSet> items = new ArrayList<>();
        for (Frame frame : frames) {
            SourceImage from = image.source().images().get(frame.k());
            NewDataSet groups = new NewDataSet()
                    .item(Tag.FRAME_CONTENT_SEQUENCE, new NewDataSet().whole(
                            Tag.DIMENSION_INDEX_VALUES, frame.segment(), Collections.binarySearch(slices, frame.k()) + 1))
                    .item(Tag.PLANE_POSITION_SEQUENCE, new NewDataSet().decimals(
                            Tag.IMAGE_POSITION_PATIENT, from.position().x(), from.position().y(), from.position().z()))
                    .item(Tag.SEGMENT_IDENTIFICATION_SEQUENCE, new NewDataSet().whole(Tag.REFERENCED_SEGMENT_NUMBER, frame.segment()));
            reference(from).ifPresent(source -> groups.item(Tag.DERIVATION_IMAGE_SEQUENCE, derivation(source, from)));
            items.add(groups);
        }
        return items;
    }

    private static NewDataSet derivation(NewDataSet source, SourceImage from) {
        source.item(Tag.PURPOSE_OF_REFERENCE_CODE_SEQUENCE, PropertyCode.SOURCE_IMAGE.toItem()).text(Tag.SPATIAL_LOCATIONS_PRESERVED, "YES");
        from.frame().ifPresent(number -> source.whole(Tag.REFERENCED_FRAME_NUMBER, number));
        return new NewDataSet()
                .item(Tag.DERIVATION_CODE_SEQUENCE, PropertyCode.SEGMENTATION.toItem())
                .item(Tag.SOURCE_IMAGE_SEQUENCE, source);
    }
}
