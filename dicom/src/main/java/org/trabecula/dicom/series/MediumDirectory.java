package org.trabecula.dicom.series;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.trabecula.dicom.dataset.DataSet;
import org.trabecula.dicom.dataset.Tag;

/// What a DICOMDIR names, compared with what is there.
///
/// Its names are upper case and without ending; on disk they often are not (PS3.10 8.2), so both are compared without them.
final class MediumDirectory {
    private static final int MOST_NAMED = 5;

    private MediumDirectory() {}

    /// A series as the directory lists it; several may have no number and no description.
    private static final class NamedSeries {
        private final String title;
        private int named;
        private int missing;

        private NamedSeries(String title) {
            this.title = title;
        }
    }

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
        List<NamedSeries> series = new ArrayList<>();
        NamedSeries current = new NamedSeries("images of no series");
        for (DataSet record : directory.data().items(Tag.DIRECTORY_RECORD_SEQUENCE)) {
            List<String> id = record.texts(Tag.REFERENCED_FILE_ID);
            String type = record.text(Tag.DIRECTORY_RECORD_TYPE).orElse("");
            if (type.equals("SERIES")) { // records of images follow the one of their series
                series.add(current);
                current = new NamedSeries(title(record));
            }
            if (type.equals("IMAGE") && !id.isEmpty()) {
                current.named++;
                if (!there.contains(plain(String.join("/", id)))) {
                    current.missing++;
                    missing.add(String.join("/", id));
                }
            }
        }
        series.add(current);
        if (!missing.isEmpty()) {
            notes.add(directory.shortName() + " names " + missing.size() + (missing.size() == 1 ? " image that is" : " images that are")
                    + " not there: " + String.join(", ", missing.subList(0, Math.min(MOST_NAMED, missing.size())))
                    + (missing.size() > MOST_NAMED ? " and others" : "") + " (" + series.stream()
                            .filter(one -> one.missing > 0)
                            .limit(MOST_NAMED)
                            .map(one -> one.title + ": " + (one.named - one.missing) + " of " + one.named + " images are there")
                            .collect(Collectors.joining("; ")) + ")");
        }
    }

    private static String title(DataSet series) {
        return "series " + series.text(Tag.SERIES_NUMBER).orElse("without number")
                + series.text(Tag.SERIES_DESCRIPTION).map(words -> " \"" + words + "\"").orElse("");
    }

    private static String plain(String name) {
        return name.replace('\\', '/').toLowerCase(Locale.ROOT).replaceFirst("\\.[^./]*$", "");
    }
}
