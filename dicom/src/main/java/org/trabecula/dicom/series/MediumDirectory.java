package org.trabecula.dicom.series;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        Map<String, int[]> series = new LinkedHashMap<>(); // named, and of them missing
        String current = "images of no series";
        for (DataSet record : directory.data().items(Tag.DIRECTORY_RECORD_SEQUENCE)) {
            List<String> id = record.texts(Tag.REFERENCED_FILE_ID);
            String type = record.text(Tag.DIRECTORY_RECORD_TYPE).orElse("");
            if (type.equals("SERIES")) { // records of images follow the one of their series
                current = title(record);
            }
            if (type.equals("IMAGE") && !id.isEmpty()) {
                int[] counts = series.computeIfAbsent(current, _ -> new int[2]);
                counts[0]++;
                if (!there.contains(plain(String.join("/", id)))) {
                    counts[1]++;
                    missing.add(String.join("/", id));
                }
            }
        }
        if (!missing.isEmpty()) {
            notes.add(directory.shortName() + " names " + missing.size() + (missing.size() == 1 ? " image that is" : " images that are")
                    + " not there: " + String.join(", ", missing.subList(0, Math.min(MOST_NAMED, missing.size())))
                    + (missing.size() > MOST_NAMED ? " and others" : "") + " (" + series.entrySet().stream()
                            .filter(one -> one.getValue()[1] > 0)
                            .limit(MOST_NAMED)
                            .map(one -> one.getKey() + ": " + (one.getValue()[0] - one.getValue()[1]) + " of " + one.getValue()[0]
                                    + " images are there")
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
