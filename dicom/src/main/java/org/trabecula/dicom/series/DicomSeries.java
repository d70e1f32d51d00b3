package org.trabecula.dicom.series;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.dicom.DicomProblem;
import org.trabecula.dicom.pixel.FrameCodecs;

/// The series that a path stands for: the only one of a folder or a zip archive, or the one that a file belongs to, which is looked for in
/// its folder.
public final class DicomSeries {
    private static final int MOST_LISTED = 20;

    private DicomSeries() {}

    /// @param codecs for compressed pixel data
    /// @throws InputException DCM-007 if there is no series, DCM-006 if there are several and a folder was named, and whatever
    /// makes the series no volume
    public static SeriesImage open(Path file, FrameCodecs codecs) throws IOException {
        DicomFolder folder = DicomFolder.around(file);
        Optional<DicomMember> named = folder.members().stream()
                .filter(member -> member.name().equals(file.toString()))
                .findFirst();
        named.flatMap(DicomMember::problem).ifPresent(problem -> {
            throw new InputException(problem);
        });
        if (named.isPresent() && named.get().isDirectory()) {
            return open(Optional.ofNullable(file.getParent()).orElse(Path.of(".")), codecs);
        }
        List<SeriesStack> stacks = SeriesSplit.of(folder);
        SeriesStack chosen = named.isPresent() ? ofFile(named.get(), stacks) : only(folder, stacks);
        refuseDamaged(folder, chosen);
        List<String> notes = new ArrayList<>(MediumDirectory.absent(folder));
        if (named.isEmpty()) {
            passedBy(folder, stacks, chosen).ifPresent(notes::add);
        }
        return new SeriesOpener(file, chosen, codecs).open(notes);
    }

    private static SeriesStack ofFile(DicomMember named, List<SeriesStack> stacks) {
        return stacks.stream().filter(stack -> stack.holds(named.name())).findFirst().orElseThrow(() -> new InputException(new Problem(
                DicomProblem.NO_SERIES,
                named.name(),
                "modality " + (named.modality().isEmpty() ? "not given" : named.modality()) + ", no image",
                "a file of an image series",
                named.isMask()
                        ? "for an image, name a file or the folder of the CT; for a mask, name its region with --label"
                        : "for an image, name a file or the folder of the CT")));
    }

    /// The one stack that can be meant.
    private static SeriesStack only(DicomFolder folder, List<SeriesStack> stacks) {
        List<SeriesStack> volumes = stacks.stream()
                .filter(stack -> stack.role() == SeriesStack.Role.VOLUME && stack.images() > 1)
                .toList();
        List<SeriesStack> meant = volumes.isEmpty()
                ? stacks.stream().filter(stack -> stack.role() == SeriesStack.Role.VOLUME).toList()
                : volumes;
        if (meant.size() == 1) {
            return meant.get(0);
        }
        if (meant.size() > 1) {
            throw new InputException(new Problem(
                    DicomProblem.SEVERAL_SERIES,
                    folder.place(),
                    listed(folder, meant),
                    "one series of parallel images",
                    "name one file of the series that is meant in place of the folder; unpack an archive first"));
        }
        List<Problem> damaged = folder.members().stream().flatMap(member -> member.problem().stream()).toList();
        if (!damaged.isEmpty()) {
            throw SharedProblems.refusal(damaged);
        }
        throw new InputException(new Problem(
                DicomProblem.NO_SERIES,
                folder.place(),
                folder.members().size() + " DICOM files" + (stacks.isEmpty() ? " without an image" : ", " + listed(folder, stacks)) + ", and "
                        + folder.others().size() + " others",
                "a folder with the images of a CT series",
                "name the folder of the series"));
    }

    /// Series beside the one that is taken, which are no volumes.
    private static Optional<String> passedBy(DicomFolder folder, List<SeriesStack> stacks, SeriesStack chosen) {
        List<SeriesStack> others = stacks.stream()
                .filter(stack -> !stack.first().seriesUid().equals(chosen.first().seriesUid()))
                .toList();
        return others.isEmpty() ? Optional.empty() : Optional.of("passed by, because they are no volumes: " + listed(folder, others));
    }

    private static String listed(DicomFolder folder, List<SeriesStack> stacks) {
        String some = stacks.stream().limit(MOST_LISTED).map(stack -> stack.titleWithin(folder.place())).collect(Collectors.joining("; "));
        return stacks.size() > MOST_LISTED ? some + "; and " + (stacks.size() - MOST_LISTED) + " more" : some;
    }

    /// A damaged file may be a slice of the series: only one that names another series is passed by.
    private static void refuseDamaged(DicomFolder folder, SeriesStack chosen) {
        List<Problem> problems = new ArrayList<>();
        for (DicomMember member : folder.members()) {
            boolean another = member.seriesUid().isPresent() && !member.seriesUid().equals(chosen.first().seriesUid());
            if (!another) {
                member.problem().ifPresent(problems::add);
            }
        }
        if (!problems.isEmpty()) {
            throw SharedProblems.refusal(problems);
        }
    }
}
