package org.trabecula.dicom.series;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.trabecula.dicom.dataset.DataSet;
import org.trabecula.dicom.dataset.DicomFile;
import org.trabecula.dicom.dataset.Tag;

/// Where the slices of a series come from: what an object that is drawn on them has to say of them.
///
/// @param header      of its first slice, without the patient
/// @param orientation Image Orientation (Patient) as the file says, six numbers
/// @param thicknessMm of most slices
/// @param images      one for each k
public record SeriesSource(DicomFile header, List<Double> orientation, OptionalDouble thicknessMm, List<SourceImage> images) {
    /// Patient and study, as they stand in the series.
    private static final Set<Tag> PATIENT = EnumSet.of(
            Tag.PATIENT_NAME, Tag.PATIENT_BIRTH_DATE, Tag.STUDY_DATE, Tag.STUDY_TIME, Tag.ACCESSION_NUMBER, Tag.REFERRING_PHYSICIAN_NAME,
            Tag.STUDY_ID, Tag.STUDY_DESCRIPTION);

    public SeriesSource {
        orientation = List.copyOf(orientation);
        images = List.copyOf(images);
    }

    /// @param sorted    one for each k
    static SeriesSource of(List<DicomSlice> sorted, OptionalDouble thicknessMm) {
        ImagePlane plane = sorted.get(0).plane();
        List<Double> orientation = new ArrayList<>();
        for (int axis = 0; axis < 2; axis++) {
            for (int row = 0; row < 3; row++) {
                orientation.add(plane.axes().at(row, axis));
            }
        }
        return new SeriesSource(sorted.get(0).file(), orientation, thicknessMm, sorted.stream().map(SeriesSource::image).toList());
    }

    private static SourceImage image(DicomSlice slice) {
        DataSet data = slice.file().data();
        Optional<String> kind = data.uid(Tag.SOP_CLASS_UID);
        return new SourceImage(
                kind.isPresent() ? kind : slice.file().meta().uid(Tag.MEDIA_STORAGE_SOP_CLASS_UID),
                data.uid(Tag.SOP_INSTANCE_UID),
                slice.isFrame() ? OptionalInt.of(slice.frame() + 1) : OptionalInt.empty(),
                slice.plane().position());
    }

    /// The header with the patient's name and dates, read from the file once more: nothing else holds them.
    public DataSet withPatient() throws IOException {
        return DicomFile.open(header.source(), PATIENT).orRefuse().data();
    }
}
