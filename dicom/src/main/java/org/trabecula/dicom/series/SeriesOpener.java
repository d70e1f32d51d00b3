package org.trabecula.dicom.series;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.dicom.DicomProblem;
import org.trabecula.dicom.dataset.DicomFile;
import org.trabecula.dicom.dataset.Tag;
import org.trabecula.dicom.pixel.FrameCodecs;
import org.trabecula.dicom.pixel.FrameShape;
import org.trabecula.dicom.pixel.Frames;
import org.trabecula.dicom.pixel.PixelPadding;
import org.trabecula.image.Acquisition;
import org.trabecula.image.VoxelType;

/// Makes one image of one stack, or refuses it.
final class SeriesOpener {
    private static final int MOST_NAMED = 8;
    private static final double SAME_SPACING_MM = 1e-3;

    private final Path path;
    private final SeriesStack stack;
    private final FrameCodecs codecs;
    private final List<String> notes = new ArrayList<>();
    private final IdentityHashMap<DicomFile, Frames> frames = new IdentityHashMap<>();

    SeriesOpener(Path path, SeriesStack stack, FrameCodecs codecs) {
        this.path = path;
        this.stack = stack;
        this.codecs = codecs;
    }

    /// @param before what was found on the way to the stack
    /// @throws InputException for whatever makes the stack no volume; all files that share one problem are named together
    SeriesImage open(List<String> before) throws IOException {
        if (!stack.problems().isEmpty()) {
            throw SharedProblems.refusal(stack.problems());
        }
        notes.addAll(before);
        notes.addAll(stack.notes());
        openFrames();
        refuseMixed();
        List<DicomSlice> sorted = withoutCopies(sorted());
        List<StackedSlice> slices = slices(sorted);
        Frames first = slices.get(0).frames();
        StackGeometry geometry =
                StackGeometry.of(path.toString(), sorted, first.shape().columns(), first.shape().rows());
        notes.addAll(geometry.notes());
        long frames = sorted.stream().flatMap(slice -> slice.file().data().uid(Tag.FRAME_OF_REFERENCE_UID).stream()).distinct().count();
        if (frames > 1) {
            notes.add("the slices name " + frames + " frames of reference: placed by their coordinates; look whether they fit");
        }
        if (!stack.first().isCt()) {
            notes.add("the modality is " + (stack.first().modality().isEmpty() ? "not given" : stack.first().modality())
                    + ", not CT: values are no Hounsfield units");
        }
        Acquisition acquisition = SliceAcquisition.of(stack.first().modality(), sorted);
        SeriesImage.Origin origin = new SeriesImage.Origin(
                SeriesIdentity.of(sorted), SeriesSource.of(sorted, acquisition.sliceThicknessMm()), acquisition);
        return new SeriesImage(path, geometry.grid(), type(slices), slices, notes, origin);
    }

    private void openFrames() throws IOException {
        Map<DicomFile, List<Problem>> problems = new IdentityHashMap<>();
        List<DicomFile> damaged = new ArrayList<>();
        Set<DicomFile> tried = Collections.newSetFromMap(new IdentityHashMap<>());
        for (DicomSlice slice : stack.slices()) {
            if (tried.add(slice.file())) {
                try {
                    Frames opened = Frames.of(slice.file(), codecs);
                    frames.put(slice.file(), opened);
                    if (!opened.delimited()) {
                        notes.add(slice.file().source().name() + ": the pixel data end without their delimiter; all frames are there");
                    }
                    notes.addAll(slice.file().notes());
                } catch (InputException e) {
                    problems.put(slice.file(), e.problems());
                    damaged.add(slice.file());
                }
            }
        }
        damaged.removeIf(this::standsBesideASoundOne);
        if (!damaged.isEmpty()) {
            throw SharedProblems.refusal(damaged.stream().flatMap(file -> Objects.requireNonNull(problems.get(file)).stream()).toList());
        }
        long contradicted = frames.values().stream().filter(Frames::signContradicted).count();
        if (contradicted > 0) {
            notes.add("the codestreams of " + contradicted + (contradicted == 1 ? " file" : " files")
                    + " hold signed samples, where Pixel Representation (0028,0103) says unsigned: taken as signed");
        }
    }

    /// Whether every image of a damaged file lies at the place of a sound one: then it is a copy that went wrong, and nothing is lost with it.
    private boolean standsBesideASoundOne(DicomFile damaged) {
        List<DicomSlice> own = stack.slices().stream().filter(slice -> slice.file() == damaged).toList();
        boolean copy = own.stream().allMatch(slice -> sound().stream().anyMatch(other -> samePlace(slice, other)));
        if (copy) {
            notes.add(own.get(0).name() + " is damaged and left out: another image lies at its place");
        }
        return copy;
    }

    private List<DicomSlice> sound() {
        return stack.slices().stream().filter(slice -> frames.containsKey(slice.file())).toList();
    }

    private static boolean samePlace(DicomSlice one, DicomSlice other) {
        double[] normal = one.plane().normal();
        return Math.abs(one.plane().along(normal) - other.plane().along(normal)) <= SeriesSplit.ONE_PLACE_MM;
    }

    private Frames framesOf(DicomSlice slice) {
        return Objects.requireNonNull(frames.get(slice.file()));
    }

    /// Refuses slices whose matrix or pixel spacing is not that of most.
    private void refuseMixed() {
        Map<Raster, List<DicomSlice>> kinds = sound().stream().collect(Collectors.groupingBy(this::raster));
        if (kinds.size() == 1) {
            return;
        }
        List<Map.Entry<Raster, List<DicomSlice>>> ordered = new ArrayList<>(kinds.entrySet());
        ordered.sort(Comparator.comparingInt(entry -> -entry.getValue().size()));
        String others = ordered.stream()
                .skip(1)
                .map(entry -> entry.getKey() + " in " + names(entry.getValue()))
                .collect(Collectors.joining("; "));
        throw new InputException(new Problem(
                DicomProblem.MIXED,
                path + ", " + stack.title(),
                ordered.get(0).getKey() + " in " + ordered.get(0).getValue().size() + " slices, " + others,
                "one number of rows and columns and one pixel spacing in all slices",
                "take the slices of one reconstruction: two were exported as one series"));
    }

    /// The pixels of a slice.
    ///
    /// @param iSteps their width in units of [#SAME_SPACING_MM], rounded
    /// @param jSteps their height
    private record Raster(int columns, int rows, double iSteps, double jSteps) {
        @Override
        public String toString() {
            return columns + " × " + rows + " pixels of " + StackGeometry.mm(iSteps * SAME_SPACING_MM) + " × "
                    + StackGeometry.mm(jSteps * SAME_SPACING_MM) + " mm";
        }
    }

    private Raster raster(DicomSlice slice) {
        FrameShape shape = framesOf(slice).shape();
        return new Raster(
                shape.columns(), shape.rows(), Math.rint(slice.plane().iSpacingMm() / SAME_SPACING_MM),
                Math.rint(slice.plane().jSpacingMm() / SAME_SPACING_MM));
    }

    private List<DicomSlice> sorted() {
        List<DicomSlice> sorted = new ArrayList<>(sound());
        double[] normal = sorted.get(0).plane().normal();
        sorted.sort(Comparator.comparingDouble(slice -> slice.plane().along(normal)));
        return sorted;
    }

    /// One slice at each place: copies are dropped, different images are refused.
    private List<DicomSlice> withoutCopies(List<DicomSlice> sorted) throws IOException {
        double[] normal = sorted.get(0).plane().normal();
        List<DicomSlice> kept = new ArrayList<>();
        List<String> dropped = new ArrayList<>();
        for (DicomSlice slice : sorted) {
            Optional<DicomSlice> same = kept.isEmpty() ? Optional.empty() : Optional.of(kept.get(kept.size() - 1));
            boolean onePlace = same.isPresent()
                    && slice.plane().along(normal) - same.get().plane().along(normal) <= SeriesSplit.ONE_PLACE_MM;
            if (!onePlace) {
                kept.add(slice);
            } else if (isCopy(slice, same.get())) {
                dropped.add(slice.name() + " (of " + same.get().name() + ")");
            } else {
                throw new InputException(new Problem(
                        DicomProblem.SAME_PLACE,
                        path + ", " + stack.title(),
                        same.get().name() + " and " + slice.name() + " both at " + StackGeometry.level(slice) + ", with other pixels",
                        "one image at each place",
                        "look at both and keep one in the folder; two phases or reconstructions may be mixed here"));
            }
        }
        if (!dropped.isEmpty()) {
            notes.add("left out as copies: " + String.join(", ", dropped.subList(0, Math.min(MOST_NAMED, dropped.size())))
                    + (dropped.size() > MOST_NAMED ? " and " + (dropped.size() - MOST_NAMED) + " more" : ""));
        }
        return kept;
    }

    private boolean isCopy(DicomSlice a, DicomSlice b) throws IOException {
        boolean ct = stack.first().isCt();
        return a.rescale(ct).equals(b.rescale(ct))
                && Arrays.equals(framesOf(a).read(a.frame()), framesOf(b).read(b.frame()));
    }

    private List<StackedSlice> slices(List<DicomSlice> sorted) {
        List<StackedSlice> slices = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<Double> outside = new ArrayList<>();
        for (DicomSlice slice : sorted) {
            try {
                Rescale rescale = slice.rescale(stack.first().isCt());
                Optional<PixelPadding> padding = PixelPadding.of(slice.file().data(), framesOf(slice).shape())
                        .filter(values -> stack.first().isCt() && rescale.of(values.lowest()) < SeriesImage.OUTSIDE_HU);
                padding.ifPresent(values -> outside.add(rescale.of(values.lowest())));
                slices.add(new StackedSlice(framesOf(slice), slice.frame(), rescale, padding));
            } catch (InputException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw SharedProblems.refusal(problems);
        }
        if (!outside.isEmpty()) {
            notes.add("voxels outside the field of view (Pixel Padding Value, " + StackGeometry.mm(outside.get(0))
                    + " HU after the rescale) are read as " + SeriesImage.OUTSIDE_HU + " HU");
        }
        return slices;
    }

    /// The smallest type that holds what the stored bits can write.
    private static VoxelType type(List<StackedSlice> slices) {
        double least = 0;
        double most = 0;
        boolean whole = true;
        for (StackedSlice slice : slices) {
            whole &= slice.rescale().keepsWholeNumbers();
            least = Math.min(least, slice.range()[0]);
            most = Math.max(most, slice.range()[1]);
        }
        if (whole && least >= Short.MIN_VALUE && most <= Short.MAX_VALUE) {
            return VoxelType.INT16;
        }
        return whole && least >= Integer.MIN_VALUE && most <= Integer.MAX_VALUE ? VoxelType.INT32 : VoxelType.FLOAT32;
    }

    private static String names(List<DicomSlice> slices) {
        String some = slices.stream().limit(MOST_NAMED).map(DicomSlice::name).collect(Collectors.joining(", "));
        return slices.size() > MOST_NAMED ? some + " and " + (slices.size() - MOST_NAMED) + " more" : some;
    }
}
