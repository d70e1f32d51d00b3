package org.trabecula.extraction.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.trabecula.cohort.Sex;
import org.trabecula.core.CancelledException;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.Progress;
import org.trabecula.core.Shown;
import org.trabecula.dicom.pixel.FrameCodecs;
import org.trabecula.dicom.series.DicomMember;
import org.trabecula.dicom.series.FolderContents;
import org.trabecula.dicom.series.FoundSeries;
import org.trabecula.extraction.failure.ExtractionProblem;
import org.trabecula.image.ImageFile;
import org.trabecula.image.ImageFormats;

/// Looks through a folder as a hospital or a reader left it: which images and masks are there, which belong together, and what cannot be used.
public final class FolderScan {
    private static final int MOST_SCANS_OF_ONE = 6;
    private static final List<String> ENDINGS = List.of(".nii", ".nii.gz", ".nrrd", ".nhdr");

    private final Path folder;
    private final ImageFormats formats;
    private final FrameCodecs codecs;
    private final Progress progress;
    private final List<FoundImage> images = new ArrayList<>();
    private final List<FoundSeries> series = new ArrayList<>();
    private final List<DicomMember> dicomMasks = new ArrayList<>();
    private final Map<Path, ImageFile> plain = new LinkedHashMap<>();
    private final List<Path> labelMaps = new ArrayList<>();
    private final List<Left> left = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private FolderScan(Path folder, ImageFormats formats, FrameCodecs codecs, Progress progress) {
        this.folder = folder;
        this.formats = formats;
        this.codecs = codecs;
        this.progress = progress;
    }

    /// What was found.
    ///
    /// @param images   that vertebrae could be measured in
    /// @param masks    files of outlines, paired or not
    /// @param left     what no row stands for, damaged files first
    /// @param notes    of the folder as a whole
    /// @param proposal the manifest
    public record Found(List<FoundImage> images, List<FoundMask> masks, List<Left> left, List<String> notes, ManifestProposal proposal) {
        public Found {
            images = List.copyOf(images);
            masks = List.copyOf(masks);
            left = List.copyOf(left);
            notes = List.copyOf(notes);
        }

        /// Whether a person should look at something.
        public boolean hasProblems() {
            return left.stream().anyMatch(one -> one.kind().isProblem());
        }
    }

    /// Reads every header below `folder`, and the voxels of files that say neither image nor label map.
    ///
    /// @param formats that are read, DICOM among them
    /// @param codecs  of DICOM's pixel data
    /// @throws InputException STU-009 if neither image nor mask is in it
    public static Found of(Path folder, ImageFormats formats, FrameCodecs codecs, Progress progress) throws IOException {
        return new FolderScan(folder, formats, codecs, progress).found();
    }

    private Found found() throws IOException {
        progress.note("reading headers below " + folder);
        FolderContents contents = FolderContents.of(folder, codecs);
        take(contents);
        List<Path> others = contents.others();
        progress.stage("other files", others.size());
        for (Path file : others) {
            CancelledException.throwIfInterrupted();
            other(file);
            progress.done(file.getFileName().toString());
        }
        takePlain();
        List<FoundMask> masks = paired();
        ManifestProposal proposal = ManifestProposal.of(images, masks);
        masks.stream().filter(mask -> mask.image().isEmpty()).forEach(mask -> left.add(new Left(mask.path(), Left.Kind.MASK, mask.why())));
        left.addAll(proposal.again());
        if (images.isEmpty() && masks.isEmpty() && left.stream().noneMatch(one -> one.kind().isProblem())) {
            throw new InputException(new Problem(
                    ExtractionProblem.NO_IMAGES, folder.toString(), "no image and no mask" + (left.isEmpty() ? "" : ", but " + Shown.count(left.size(), "other file")),
                    "a folder with DICOM series, NIfTI or NRRD files", "name the folder that the images were exported to"));
        }
        left.sort(Comparator.comparing(Left::kind));
        return new Found(images, masks, left, notes, proposal);
    }

    private void take(FolderContents contents) {
        notes.addAll(contents.notes());
        series.addAll(contents.series());
        for (FoundSeries one : contents.series()) {
            if (one.image().isPresent()) {
                ImageFile image = one.image().get();
                images.add(new FoundImage(
                        one.path(), one.title(), image, person(one.patientId(), one.path()), one.ageYears(), one.sex().flatMap(FolderScan::sex),
                        image.notes()));
            } else {
                left.add(new Left(one.path(), one.isVolume() ? Left.Kind.NO_VOLUME : Left.Kind.NO_VOXELS, one.title() + ": " + one.why()));
            }
        }
        dicomMasks.addAll(contents.masks());
        contents.damaged().forEach((file, why) -> left.add(new Left(file, Left.Kind.DAMAGED, why)));
    }

    private static Optional<Sex> sex(String text) {
        return switch (text) {
            case "F" -> Optional.of(Sex.FEMALE);
            case "M" -> Optional.of(Sex.MALE);
            default -> Optional.empty();
        };
    }

    private FoundImage.Person person(Optional<String> patientId, Path path) {
        return patientId.map(id -> new FoundImage.Person(id, true)).orElseGet(() -> new FoundImage.Person(path.toString(), false));
    }

    /// A file that is no DICOM.
    private void other(Path file) throws IOException {
        String name = file.getFileName().toString();
        String lower = name.toLowerCase(Locale.ROOT);
        if (Files.size(file) == 0) {
            left.add(new Left(file, Left.Kind.NO_VOXELS, "empty (0 bytes)"));
            return;
        }
        if (name.startsWith("._")) {
            left.add(new Left(file, Left.Kind.NO_VOXELS, "a note of macOS about another file (AppleDouble)"));
            return;
        }
        if (lower.endsWith(".zip")) {
            archive(file);
            return;
        }
        if (ENDINGS.stream().noneMatch(lower::endsWith)) {
            left.add(new Left(file, Left.Kind.NO_VOXELS, "neither DICOM nor " + String.join(", ", ENDINGS)));
            return;
        }
        try {
            if (lower.endsWith(".seg.nrrd")) { // may have layers, which no image has
                labelMaps.add(file);
                return;
            }
            ImageFile image = formats.open(file);
            if (LabelOrImage.isLabelMap(image)) {
                labelMaps.add(file);
            } else {
                plain.put(file, image);
            }
        } catch (InputException e) {
            left.add(new Left(file, Left.Kind.DAMAGED, MaskPairing.told(e)));
        }
    }

    /// Images that name nobody. Where several folders hold a few each, a folder is a person; else every image is one.
    private void takePlain() {
        Map<Path, Long> folders = plain.keySet().stream().collect(Collectors.groupingBy(this::folderOf, Collectors.counting()));
        boolean aFolderAPerson = folders.size() > 1 && folders.values().stream().allMatch(count -> count <= MOST_SCANS_OF_ONE);
        plain.forEach((file, image) -> images.add(new FoundImage(
                file, file.getFileName() + ": " + image.grid().size() + " voxels", image,
                new FoundImage.Person((aFolderAPerson ? folderOf(file) : file).toString(), false), OptionalInt.empty(), Optional.empty(),
                image.notes())));
    }

    private Path folderOf(Path file) {
        return Optional.ofNullable(file.getParent()).orElse(folder);
    }

    private void archive(Path file) throws IOException {
        FolderContents inside = FolderContents.of(file, codecs);
        if (inside.series().isEmpty() && inside.masks().isEmpty()) {
            left.add(new Left(file, Left.Kind.NO_VOXELS, "an archive without DICOM images"));
            return;
        }
        take(inside);
    }

    private List<FoundMask> paired() throws IOException {
        MaskPairing pairing = new MaskPairing(formats, images, series);
        List<FoundMask> masks = new ArrayList<>();
        progress.stage("pairing masks", dicomMasks.size() + labelMaps.size());
        for (DicomMember mask : dicomMasks) {
            CancelledException.throwIfInterrupted();
            masks.add(pairing.byReference(mask));
            progress.done(Shown.count(masks.size(), "mask"));
        }
        for (Path mask : labelMaps) {
            CancelledException.throwIfInterrupted();
            masks.add(pairing.byPlace(mask));
            progress.done(Shown.count(masks.size(), "mask"));
        }
        return masks;
    }
}
