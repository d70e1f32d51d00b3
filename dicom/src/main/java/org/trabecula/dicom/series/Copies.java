package org.trabecula.dicom.series;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.trabecula.dicom.dataset.Tag;

/// Files of a folder that are one image.
final class Copies {
    private static final int MOST_NAMED = 8;
    private static final int BUFFER = 1 << 16;

    private Copies() {}

    /// A sentence on files with the same bytes, and one for each pair that claims to be one image and is not.
    static List<String> in(DicomFolder folder) {
        Map<String, List<DicomMember>> images = new LinkedHashMap<>();
        for (DicomMember member : folder.members()) {
            member.data().uid(Tag.SOP_INSTANCE_UID).ifPresent(uid -> images.computeIfAbsent(uid, _ -> new ArrayList<>()).add(member));
        }
        List<String> same = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        images.values().forEach(members -> {
            for (DicomMember copy : members.subList(1, members.size())) {
                String pair = copy.nameWithin(folder.place()) + " equals " + members.get(0).nameWithin(folder.place());
                if (sameBytes(members.get(0), copy)) {
                    same.add(pair);
                } else {
                    notes.add(copy.nameWithin(folder.place()) + " claims to be the image " + members.get(0).nameWithin(folder.place())
                            + " (one SOP Instance UID) and holds other bytes");
                }
            }
        });
        if (!same.isEmpty()) {
            notes.add(0, "copies: " + same.stream().limit(MOST_NAMED).collect(Collectors.joining("; "))
                    + (same.size() > MOST_NAMED ? "; and " + (same.size() - MOST_NAMED) + " more" : ""));
        }
        return notes;
    }

    private static boolean sameBytes(DicomMember one, DicomMember other) {
        try (InputStream a = one.source().open(); InputStream b = other.source().open()) {
            while (true) {
                byte[] left = a.readNBytes(BUFFER);
                byte[] right = b.readNBytes(BUFFER);
                if (!Arrays.equals(left, right)) {
                    return false;
                }
                if (left.length == 0) {
                    return true;
                }
            }
        } catch (IOException e) {
            return false; // told where it is read
        }
    }
}
