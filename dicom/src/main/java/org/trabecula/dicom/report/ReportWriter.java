package org.trabecula.dicom.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.core.AtomicFile;
import org.trabecula.core.InputException;
import org.trabecula.core.Version;
import org.trabecula.dicom.dataset.NewDataSet;
import org.trabecula.dicom.dataset.NewDicomFile;
import org.trabecula.dicom.dataset.Tag;
import org.trabecula.dicom.segmentation.PatientCopy;
import org.trabecula.dicom.segmentation.SegmentationWriter;
import org.trabecula.dicom.series.SeriesImage;
import org.trabecula.dicom.series.SourceImage;
import org.trabecula.image.ImageFile;

/// Writes what was found in a series: an Enhanced SR document, and pictures for people as Secondary Capture Images, in the study of the series.
///
/// The same contents give the same bytes: UIDs are made of what is written. No clock is read.
///
/// @param image   the series
/// @param patient whether the patient's identity is written
/// @param made    when the content was: in the reader's own time
public record ReportWriter(SeriesImage image, PatientCopy patient, LocalDateTime made) {
    static final String ENHANCED_SR = "1.2.840.10008.5.1.4.1.1.88.22";
    static final String SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7";
    private static final String PROGRAM = "Trabecula";

    /// The writer for an image that a report can be written of.
    ///
    /// @throws InputException DCM-017 if it is no DICOM series
    public static ReportWriter of(ImageFile image, PatientCopy patient, LocalDateTime made) {
        return new ReportWriter(SegmentationWriter.on(image, patient).image(), patient, made);
    }

    /// What was written: how others refer to it.
    private ObjectReference write(String sopClass, NewDataSet data, byte[] pixels, Path file) throws IOException {
        NewDicomFile object = new NewDicomFile(sopClass, data, pixels);
        String series = object.uid("series");
        data.text(Tag.SERIES_INSTANCE_UID, series);
        String instance = object.uid("instance");
        AtomicFile.write(file, out -> object.write(instance, out));
        return ObjectReference.of(sopClass, instance, series);
    }

    /// Writes a document. The file is complete or absent.
    ///
    /// @param description of its series, as a PACS lists it
    /// @param root        a container
    /// @param notes       hears of what the series does not say
    public ObjectReference document(String description, ContentItem root, Path file, List<String> notes) throws IOException {
        NewDataSet data = common("SR", description, notes)
                .empty(Tag.REFERENCED_PERFORMED_PROCEDURE_STEP_SEQUENCE)
                .empty(Tag.PERFORMED_PROCEDURE_CODE_SEQUENCE)
                .text(Tag.COMPLETION_FLAG, "COMPLETE")
                .text(Tag.VERIFICATION_FLAG, "UNVERIFIED")
                .with(root.toRoot());
        evidence(root.images(), data);
        return write(ENHANCED_SR, data, new byte[0], file);
    }

    /// Writes a picture. The file is complete or absent.
    ///
    /// @param description of its series, as a PACS lists it
    /// @param derivation  what it shows, in words
    /// @param rgb         red, green and blue of each pixel, row by row
    /// @param notes       hears of what the series does not say
    public ObjectReference picture(String description, String derivation, int columns, int rows, byte[] rgb, Path file, List<String> notes) throws IOException {
        if (rgb.length != 3L * columns * rows) {
            throw new IllegalArgumentException(rgb.length + " bytes for " + columns + " × " + rows + " pixels");
        }
        NewDataSet data = common("OT", description, notes)
                .text(Tag.IMAGE_TYPE, "DERIVED", "SECONDARY")
                .text(Tag.CONVERSION_TYPE, "WSD") // made at a workstation
                .text(Tag.DERIVATION_DESCRIPTION, derivation)
                .empty(Tag.PATIENT_ORIENTATION)
                .empty(Tag.LATERALITY)
                .whole(Tag.SAMPLES_PER_PIXEL, 3)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "RGB")
                .whole(Tag.PLANAR_CONFIGURATION, 0)
                .whole(Tag.ROWS, rows)
                .whole(Tag.COLUMNS, columns)
                .whole(Tag.BITS_ALLOCATED, Byte.SIZE)
                .whole(Tag.BITS_STORED, Byte.SIZE)
                .whole(Tag.HIGH_BIT, Byte.SIZE - 1)
                .whole(Tag.PIXEL_REPRESENTATION, 0)
                .text(Tag.BURNED_IN_ANNOTATION, "NO"); // no letters that say who the patient is
        return write(SECONDARY_CAPTURE, data, rgb, file);
    }

    private NewDataSet common(String modality, String description, List<String> notes) throws IOException {
        NewDataSet data = new NewDataSet();
        patient.write(image.source(), data, notes);
        return data.text(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192") // UTF-8
                .text(Tag.CONTENT_DATE, DateTimeFormatter.BASIC_ISO_DATE.format(made))
                .text(Tag.CONTENT_TIME, DateTimeFormatter.ofPattern("HHmmss").format(made))
                .text(Tag.MODALITY, modality)
                .text(Tag.SERIES_DESCRIPTION, description)
                .text(Tag.SERIES_NUMBER, "1")
                .text(Tag.INSTANCE_NUMBER, "1")
                .text(Tag.MANUFACTURER, PROGRAM)
                .text(Tag.MANUFACTURER_MODEL_NAME, PROGRAM)
                .text(Tag.DEVICE_SERIAL_NUMBER, "none")
                .text(Tag.SOFTWARE_VERSIONS, Version.text());
    }

    /// Every object that the tree names, under its study and series (PS3.3 C.17.2.3).
    private void evidence(List<ObjectReference> objects, NewDataSet data) {
        Map<String, Map<String, NewDataSet>> bySeries = new LinkedHashMap<>();
        objects.forEach(object -> bySeries.computeIfAbsent(object.series(), _ -> new LinkedHashMap<>()).put(object.instance(), object.toItem()));
        if (bySeries.isEmpty()) {
            return;
        }
        List<NewDataSet> series = new ArrayList<>();
        bySeries.forEach((uid, instances) -> series.add(new NewDataSet()
                .text(Tag.SERIES_INSTANCE_UID, uid)
                .items(Tag.REFERENCED_SOP_SEQUENCE, List.copyOf(instances.values()))));
        data.item(Tag.CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE, new NewDataSet()
                .text(Tag.STUDY_INSTANCE_UID, PatientCopy.studyUid(image.source()))
                .items(Tag.REFERENCED_SERIES_SEQUENCE, series));
    }

    /// The images of the series at some of its slices, as far as it says what they are called.
    ///
    /// @param slices k of the series' grid
    public List<ObjectReference> slices(List<Integer> slices) {
        List<ObjectReference> named = new ArrayList<>();
        for (int k : slices) {
            SourceImage one = image.source().images().get(k);
            if (one.sopClass().isPresent() && one.instance().isPresent() && image.identity().series().isPresent()) {
                named.add(ObjectReference.of(one.sopClass().get(), one.instance().get(), image.identity().series().get()).frame(one.frame()));
            }
        }
        return named;
    }
}
