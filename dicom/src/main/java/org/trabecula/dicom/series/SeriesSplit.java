package org.trabecula.dicom.series;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.dicom.dataset.DicomFile;
import org.trabecula.dicom.dataset.Tag;
import org.trabecula.image.ImageProblem;

/// Cuts what lies in a folder into stacks that may be volumes: by series, localizers apart, by orientation, and by acquisition
/// where several images lie at one place.
///
/// Acquisition numbers alone cut nothing: a step-and-shoot scan has many and is one volume.
final class SeriesSplit {
    /// So many parallel images are a volume of their own; fewer beside more are set aside.
    private static final int A_VOLUME = 3;
    /// Positions that differ by less are one place: senders round to hundredths of a millimetre.
    static final double ONE_PLACE_MM = 0.005;

    private SeriesSplit() {}

    static List<SeriesStack> of(DicomFolder folder) {
        Map<String, List<DicomMember>> series = new LinkedHashMap<>();
        for (DicomMember member : folder.members()) {
            if (member.isImage()) {
                series.computeIfAbsent(key(member), _ -> new ArrayList<>()).add(member);
            }
        }
        List<SeriesStack> stacks = new ArrayList<>();
        for (List<DicomMember> members : series.values()) {
            List<List<DicomMember>> kinds = byModality(members);
            kinds.forEach(kind -> stacks.addAll(split(kind, kinds.size() > 1)));
        }
        return stacks;
    }

    /// A series has one modality; where files under one UID name several, they are not one volume. Files that name none belong to
    /// the only one that is named.
    private static List<List<DicomMember>> byModality(List<DicomMember> members) {
        Map<String, List<DicomMember>> kinds = new LinkedHashMap<>();
        for (DicomMember member : members) {
            kinds.computeIfAbsent(member.modality(), _ -> new ArrayList<>()).add(member);
        }
        if (kinds.keySet().stream().filter(modality -> !modality.isEmpty()).count() < 2) {
            return List.of(members);
        }
        return List.copyOf(kinds.values());
    }

    /// What tells series apart. A multi-frame file is a series of its own; without a UID, what lies in one folder with one
    /// matrix and frame of reference is taken as one series.
    private static String key(DicomMember member) {
        boolean frames = frames(member) > 1;
        return member.seriesUid().map(uid -> "uid " + uid).orElseGet(() -> "in " + member.folder()
                        + " of " + member.data().uid(Tag.FRAME_OF_REFERENCE_UID).orElse("")
                        + " " + member.data().text(Tag.SERIES_NUMBER).orElse("")
                        + " " + member.isLocalizer()
                        + " " + matrix(member))
                + (frames ? " alone " + member.name() : "");
    }

    private static String matrix(DicomMember member) {
        try {
            return member.data().whole(Tag.ROWS) + "×" + member.data().whole(Tag.COLUMNS);
        } catch (InputException e) {
            return "?";
        }
    }

    private static int frames(DicomMember member) {
        try {
            return Math.min(member.data().whole(Tag.NUMBER_OF_FRAMES).orElse(1), 1 << 20);
        } catch (InputException e) {
            return 1; // told when the pixel data are looked at
        }
    }

    /// @param parted whether files of another modality share the UID
    private static List<SeriesStack> split(List<DicomMember> members, boolean parted) {
        List<DicomMember> scouts = members.stream().filter(DicomMember::isLocalizer).toList();
        List<DicomMember> images = members.stream().filter(member -> !member.isLocalizer()).toList();
        List<SeriesStack> stacks = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        if (parted) {
            notes.add("files of several modalities share one Series Instance UID; only those of "
                    + (members.get(0).modality().isEmpty() ? "no modality" : members.get(0).modality()) + " are taken, " + members.size());
        }
        if (members.get(0).seriesUid().isEmpty() && members.size() > 1) {
            notes.add("no Series Instance UID in " + members.size() + " files; taken as one series because they share folder, matrix and"
                    + " frame of reference");
        }
        if (!scouts.isEmpty()) {
            if (!images.isEmpty()) {
                notes.add("set aside as localizers: " + names(scouts));
            }
            Placed placed = Placed.of(scouts);
            stacks.add(new SeriesStack(scouts.get(0), placed.slices, placed.problems, SeriesStack.Role.LOCALIZER, List.of()));
        }
        if (!images.isEmpty()) {
            stacks.addAll(byOrientation(images, notes));
        }
        return stacks;
    }

    private record Placed(List<DicomSlice> slices, List<Problem> problems) {
        static Placed of(List<DicomMember> members) {
            List<DicomSlice> slices = new ArrayList<>();
            List<Problem> problems = new ArrayList<>();
            for (DicomMember member : members) {
                DicomFile file = member.file();
                int own = member.data().items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE).size();
                if (frames(member) > 1 && own < frames(member)) {
                    problems.add(unplaced(member, own));
                    continue;
                }
                try {
                    for (int frame = 0; frame < frames(member); frame++) {
                        slices.add(DicomSlice.of(file, frame));
                    }
                } catch (InputException e) {
                    problems.addAll(e.problems());
                }
            }
            return new Placed(slices, problems);
        }

        /// Frames that share one position are one place, not a volume.
        private static Problem unplaced(DicomMember member, int own) {
            return new Problem(
                    ImageProblem.NOT_PLACED,
                    member.name(),
                    frames(member) + " frames, " + own + " of them with functional groups of their own",
                    "a position for every frame (enhanced CT), or one file a slice",
                    "export the original series; a secondary capture of many frames has lost its places");
        }
    }

    private static List<SeriesStack> byOrientation(List<DicomMember> members, List<String> notes) {
        Placed placed = Placed.of(members);
        List<List<DicomSlice>> groups = new ArrayList<>();
        for (DicomSlice slice : placed.slices) {
            Optional<List<DicomSlice>> parallel =
                    groups.stream().filter(group -> group.get(0).plane().isParallelTo(slice.plane())).findFirst();
            parallel.orElseGet(() -> {
                        List<DicomSlice> another = new ArrayList<>();
                        groups.add(another);
                        return another;
                    })
                    .add(slice);
        }
        int largest = groups.stream().mapToInt(List::size).max().orElse(0);
        List<SeriesStack> stacks = new ArrayList<>();
        List<List<DicomSlice>> volumes = new ArrayList<>();
        for (List<DicomSlice> group : groups) {
            if (largest >= A_VOLUME && group.size() < A_VOLUME) {
                notes.add("set aside, because the orientation is " + group.get(0).plane().name() + " and not that of the other "
                        + largest + " images: " + group.stream().map(DicomSlice::name).collect(Collectors.joining(", ")));
                stacks.add(new SeriesStack(memberOf(members, group), group, List.of(), SeriesStack.Role.ASIDE, List.of()));
            } else {
                volumes.add(group);
            }
        }
        if (volumes.isEmpty()) {
            volumes.add(List.of());
        }
        for (List<DicomSlice> volume : volumes) {
            for (List<DicomSlice> part : byAcquisition(volume)) {
                DicomMember first = part.isEmpty() ? members.get(0) : memberOf(members, part);
                stacks.add(new SeriesStack(first, part, placed.problems, SeriesStack.Role.VOLUME, notes));
            }
        }
        return stacks;
    }

    private static DicomMember memberOf(List<DicomMember> members, List<DicomSlice> slices) {
        String name = slices.get(0).file().source().name();
        return members.stream().filter(member -> member.name().equals(name)).findFirst().orElse(members.get(0));
    }

    /// One stack for each acquisition, if images lie at one place and the acquisitions take them apart.
    private static List<List<DicomSlice>> byAcquisition(List<DicomSlice> slices) {
        if (!sharePlaces(slices)) {
            return List.of(slices);
        }
        Map<String, List<DicomSlice>> parts = new LinkedHashMap<>();
        for (DicomSlice slice : slices) {
            parts.computeIfAbsent(slice.acquisition().orElse(""), _ -> new ArrayList<>()).add(slice);
        }
        boolean apart = parts.size() > 1 && parts.values().stream().allMatch(part -> part.size() > 1 && !sharePlaces(part));
        return apart ? List.copyOf(parts.values()) : List.of(slices);
    }

    private static boolean sharePlaces(List<DicomSlice> slices) {
        if (slices.size() < 2) {
            return false;
        }
        double[] normal = slices.get(0).plane().normal();
        double[] along = slices.stream().mapToDouble(slice -> slice.plane().along(normal)).sorted().toArray();
        for (int n = 1; n < along.length; n++) {
            if (along[n] - along[n - 1] <= ONE_PLACE_MM) {
                return true;
            }
        }
        return false;
    }

    private static String names(List<DicomMember> members) {
        return members.stream().map(DicomMember::shortName).collect(Collectors.joining(", "));
    }
}
