package org.trabecula.dicom.segmentation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.trabecula.dicom.dataset.DataSet;
import org.trabecula.dicom.dataset.NewDataSet;
import org.trabecula.dicom.dataset.NewDicomFile;
import org.trabecula.dicom.dataset.Tag;
import org.trabecula.dicom.series.SeriesSource;

/// Patient and study of a new object (PS3.3 C.7.1.1, C.7.2.1): those of the series, or none. Elements that have to stand there stand there
/// empty, unless the patient is kept. UIDs of the series are copied in either case: without them nobody knows what was segmented.
public enum PatientCopy {
    LEFT_OUT,
    KEPT;

    /// Those that may be empty (type 2).
    private static final List<Tag> REQUIRED = List.of(
            Tag.STUDY_DATE, Tag.STUDY_TIME, Tag.ACCESSION_NUMBER, Tag.REFERRING_PHYSICIAN_NAME, Tag.PATIENT_NAME, Tag.PATIENT_ID,
            Tag.PATIENT_BIRTH_DATE, Tag.PATIENT_SEX, Tag.STUDY_ID);
    private static final List<Tag> OPTIONAL = List.of(Tag.STUDY_DESCRIPTION, Tag.PATIENT_AGE);
    /// Content Date and Time have to have a value: the beginning of computers' time, which nobody takes for a real one.
    private static final String NO_DATE = "19700101";
    private static final String MIDNIGHT = "000000";

    /// Puts patient, study, and date and time of the content.
    ///
    /// @param notes hears of what the series does not say
    public void write(SeriesSource source, NewDataSet into, List<String> notes) throws IOException {
        DataSet header = source.header().data();
        REQUIRED.forEach(into::empty);
        String date = NO_DATE;
        String time = MIDNIGHT;
        if (this == KEPT) {
            header = source.withPatient();
            List<Tag> copied = new ArrayList<>(REQUIRED);
            copied.addAll(OPTIONAL);
            for (Tag tag : copied) {
                if (header.text(tag).isPresent()) {
                    into.text(tag, header.texts(tag).toArray(String[]::new));
                }
            }
            date = header.text(Tag.STUDY_DATE).filter(day -> day.matches("\\d{8}")).orElse(NO_DATE);
            time = header.text(Tag.STUDY_TIME).filter(clock -> clock.matches("\\d{6}(\\.\\d{1,6})?")).orElse(MIDNIGHT);
        }
        into.text(Tag.CONTENT_DATE, date).text(Tag.CONTENT_TIME, time);
        if (header.uid(Tag.STUDY_INSTANCE_UID).isEmpty()) {
            notes.add("the series has no Study Instance UID; the segmentation gets one of its own");
        }
        into.text(Tag.STUDY_INSTANCE_UID, studyUid(source));
    }

    /// The study's UID, as every new object has it: that of the series, or one that is made of the series.
    public static String studyUid(SeriesSource source) {
        DataSet series = source.header().data();
        return series.uid(Tag.STUDY_INSTANCE_UID)
                .orElseGet(() -> NewDicomFile.uidOf("study of " + series.uid(Tag.SERIES_INSTANCE_UID).orElse("a series without UID")));
    }
}
