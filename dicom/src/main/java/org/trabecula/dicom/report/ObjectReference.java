package org.trabecula.dicom.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.trabecula.dicom.dataset.DataSet;
import org.trabecula.dicom.dataset.DicomFile;
import org.trabecula.dicom.dataset.DicomSource;
import org.trabecula.dicom.dataset.NewDataSet;
import org.trabecula.dicom.dataset.Tag;

/// Another object of the same study, as a report names it.
///
/// @param sopClass of the object
/// @param instance its SOP Instance UID
/// @param series   that it belongs to
/// @param frame    from 1; empty: the object has one, or all are meant
/// @param segment  of a segmentation, from 1
public record ObjectReference(String sopClass, String instance, String series, OptionalInt frame, OptionalInt segment) {
    /// A whole object.
    public static ObjectReference of(String sopClass, String instance, String series) {
        return new ObjectReference(sopClass, instance, series, OptionalInt.empty(), OptionalInt.empty());
    }

    /// An object that was written.
    ///
    /// @throws org.trabecula.core.InputException if it is no DICOM file
    public static ObjectReference of(Path file) throws IOException {
        DataSet data = DicomFile.open(DicomSource.of(file)).orRefuse().data();
        return of(data.uid(Tag.SOP_CLASS_UID).orElseThrow(), data.uid(Tag.SOP_INSTANCE_UID).orElseThrow(), data.uid(Tag.SERIES_INSTANCE_UID).orElseThrow());
    }

    /// One of its frames.
    public ObjectReference frame(OptionalInt number) {
        return new ObjectReference(sopClass, instance, series, number, segment);
    }

    /// One of its segments.
    public ObjectReference segment(int number) {
        return new ObjectReference(sopClass, instance, series, frame, OptionalInt.of(number));
    }

    /// Class and instance alone.
    NewDataSet toItem() {
        return new NewDataSet().text(Tag.REFERENCED_SOP_CLASS_UID, sopClass).text(Tag.REFERENCED_SOP_INSTANCE_UID, instance);
    }

    NewDataSet toDetailedItem() {
        NewDataSet item = toItem();
        frame.ifPresent(number -> item.whole(Tag.REFERENCED_FRAME_NUMBER, number));
        segment.ifPresent(number -> item.whole(Tag.REFERENCED_SEGMENT_NUMBER, number));
        return item;
    }
}
