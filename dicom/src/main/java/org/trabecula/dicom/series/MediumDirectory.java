package org.trabecula.dicom.series;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.trabecula.dicom.dataset.DataSet;
import org.trabecula.dicom.dataset.Tag;

/// What a DICOMDIR names, compared with what is there.
///
/// Its names are upper case and without ending; on disk they often are not (PS3.10 8.2), so both are compared without them.
final class MediumDirectory {
    private static final int MOST_NAMED = 5;

    private MediumDirectory() {}

    /// One sentence for each directory of the folder that names images which are not there.
    static List<String> absent(DicomFolder folder) {
        List<String> notes = new ArrayList<>();
        for (DicomMember directory : folder.members()) {
            if (directory.isDirectory()) {
                absent(directory, folder, notes);
            }
        }
        return notes;
    }

    private static void absent(DicomMember directory, DicomFolder folder, List<String> notes) {
        Set<String> there = new HashSet<>();
        for (DicomMember member : folder.members()) {
            if (member.name().startsWith(directory.folder())) {
                there.add(plain(member.name().substring(directory.folder().length())));
            }
        }
        List<String> missing = new ArrayList<>();
        for (DataSet record : directory.data().items(Tag.DIRECTORY_RECORD_SEQUENCE)) {
            List<String> id = record.texts(Tag.REFERENCED_FILE_ID);
            boolean image = record.text(Tag.DIRECTORY_RECORD_TYPE).orElse("").equals("IMAGE");
            if (image && !id.isEmpty() && !there.contains(plain(String.join("/", id)))) {
                missing.add(String.join("/", id));
            }
        }
        if (!missing.isEmpty()) {
            notes.add(directory.shortName() + " names " + missing.size() + (missing.size() == 1 ? " image that is" : " images that are")
                    + " not there: " + String.join(", ", missing.subList(0, Math.min(MOST_NAMED, missing.size())))
                    + (missing.size() > MOST_NAMED ? " and others" : ""));
        }
    }

    private static String plain(String name) {
        return name.replace('\\', '/').toLowerCase(Locale.ROOT).replaceFirst("\\.[^./]*$", "");
    }
}
