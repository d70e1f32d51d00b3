package org.trabecula.dicom.series;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.dicom.dataset.DataSet;
import org.trabecula.dicom.dataset.Tag;
import org.trabecula.dicom.pixel.FrameCodecs;
import org.trabecula.image.Grid;
import org.trabecula.image.ImageFile;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;

/// Everything that lies in a folder or an archive, as DICOM sees it.
///
/// @param series  each with an image, or the reason why it has none
/// @param masks   segmentations and structure sets
/// @param damaged by file: what is wrong with it
/// @param notes   of the folder as a whole, such as images that a DICOMDIR names and nobody finds
/// @param others  files that are no DICOM, also those that no series is looked for among: hidden ones, and what macOS leaves in archives
public record FolderContents(
        List<FoundSeries> series, List<DicomMember> masks, Map<Path, String> damaged, List<String> notes, List<Path> others) {
    private static final Pattern AGE_YEARS = Pattern.compile("\\s*(\\d{1,3})Y\\s*");

    public FolderContents {
        series = List.copyOf(series);
        masks = List.copyOf(masks);
        damaged = Collections.unmodifiableMap(new LinkedHashMap<>(damaged));
        notes = List.copyOf(notes);
        others = List.copyOf(others);
    }

    /// @param path   a folder, or a zip archive
    /// @param codecs for compressed pixel data
    /// @throws InputException IMG-003 if it cannot be read
    public static FolderContents of(Path path, FrameCodecs codecs) throws IOException {
        DicomFolder folder = DicomFolder.within(path);
        List<SeriesStack> stacks = SeriesSplit.of(folder);
        List<FoundSeries> series = new ArrayList<>();
        for (SeriesStack stack : stacks) {
            series.add(found(path, folder, stack, stacks, codecs));
        }
        Map<Path, String> damaged = new LinkedHashMap<>();
        for (DicomMember member : folder.members()) {
            member.problem().ifPresent(problem -> damaged.put(Path.of(member.name()), told(problem)));
        }
        List<String> notes = new ArrayList<>(MediumDirectory.absent(folder));
        notes.addAll(Copies.in(folder));
        return new FolderContents(
                series, folder.members().stream().filter(DicomMember::isMask).toList(), damaged, notes,
                folder.otherFiles(path));
    }

    private static FoundSeries found(
            Path searched, DicomFolder folder, SeriesStack stack, List<SeriesStack> stacks, FrameCodecs codecs) {
        Optional<Path> path = standsFor(searched, folder, stack, stacks);
        Path shown = path.orElseGet(() -> Path.of(stack.first().name()));
        boolean volume = stack.role() == SeriesStack.Role.VOLUME && stack.images() > 1;
        Optional<ImageFile> image = Optional.empty();
        String why = "";
        if (!volume) {
            why = stack.role() == SeriesStack.Role.LOCALIZER ? "a localizer" : reason(stack);
        } else if (path.isEmpty()) {
            why = "no path names it alone: its files lie among those of other series in several folders; put them into a folder of their own";
        } else {
            try {
                image = Optional.of(new SeriesOpener(shown, stack, codecs).open(List.of()));
            } catch (InputException e) {
                why = told(e.problems().getFirst());
            } catch (IOException e) {
                why = String.valueOf(e.getMessage());
            }
        }
        DataSet data = stack.first().data();
        return new FoundSeries(
                stack.title(), shown, image, why, volume, volume ? intended(stack) : Optional.empty(), SeriesIdentity.of(stack.slices(), data),
                data.text(Tag.PATIENT_ID), age(data),
                data.text(Tag.PATIENT_SEX).filter(sex -> sex.length() == 1));
    }

    private static String reason(SeriesStack stack) {
        return stack.problems().isEmpty() ? "too few images for a volume" : told(stack.problems().getFirst());
    }

    /// Its folder, if no other volume lies in it or below; else a file of it, where all of them lie in one folder.
    private static Optional<Path> standsFor(Path searched, DicomFolder folder, SeriesStack stack, List<SeriesStack> stacks) {
        boolean archive = !Files.isDirectory(searched);
        List<SeriesStack> volumes = stacks.stream()
                .filter(other -> other.role() == SeriesStack.Role.VOLUME && other.images() > 1)
                .toList();
        if (archive) {
            return volumes.size() == 1 ? Optional.of(searched) : Optional.empty();
        }
        Set<String> own = folders(stack);
        String top = own.stream().reduce(FolderContents::shared).orElse("");
        boolean alone = volumes.stream().filter(other -> other != stack).flatMap(other -> folders(other).stream()).noneMatch(one -> one.startsWith(top))
                && folder.members().stream().noneMatch(member -> member.isMask() && member.folder().startsWith(top));
        if (alone && !top.isEmpty()) {
            return Optional.of(Path.of(top));
        }
        // copies beside it change nothing: a file stands for the images of its series in its own folder
        Map<String, Long> counts = stack.slices().stream()
                .collect(Collectors.groupingBy(slice -> folderOf(slice.file().source().name()), Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(most -> distinctPlaces(stack, most.getKey()) == distinctPlaces(stack, ""))
                .flatMap(most -> stack.slices().stream()
                        .map(slice -> slice.file().source().name())
                        .filter(name -> folderOf(name).equals(most.getKey()))
                        .min(String::compareTo))
                .map(Path::of);
    }

    /// How many places along the normal have an image in a folder; anywhere for an empty name.
    private static long distinctPlaces(SeriesStack stack, String folder) {
        if (stack.slices().isEmpty()) {
            return 0;
        }
        double[] normal = stack.slices().get(0).plane().normal();
        return stack.slices().stream()
                .filter(slice -> folder.isEmpty() || folderOf(slice.file().source().name()).equals(folder))
                .map(slice -> Math.round(slice.plane().along(normal) / SeriesSplit.ONE_PLACE_MM))
                .distinct()
                .count();
    }

    private static Set<String> folders(SeriesStack stack) {
        return stack.slices().stream().map(slice -> folderOf(slice.file().source().name())).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String folderOf(String name) {
        return name.substring(0, 1 + Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')));
    }

    /// The folder that holds both; both end in a separator.
    private static String shared(String a, String b) {
        int same = 0;
        int last = 0;
        while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
            same++;
            if (a.charAt(same - 1) == '/' || a.charAt(same - 1) == '\\') {
                last = same;
            }
        }
        return a.substring(0, last);
    }

    /// Between the first and the last place at the usual distance.
    private static Optional<Grid> intended(SeriesStack stack) {
        if (stack.slices().size() < 2) {
            return Optional.empty();
        }
        List<DicomSlice> sorted = new ArrayList<>(stack.slices());
        ImagePlane first = sorted.get(0).plane();
        double[] normal = first.normal();
        sorted.sort(Comparator.comparingDouble(slice -> slice.plane().along(normal)));
        double[] along = sorted.stream().mapToDouble(slice -> slice.plane().along(normal)).toArray();
        double[] steps = IntStream.range(1, along.length)
                .mapToDouble(n -> along[n] - along[n - 1])
                .filter(step -> step > SeriesSplit.ONE_PLACE_MM)
                .sorted()
                .toArray();
        if (steps.length == 0) {
            return Optional.empty();
        }
        double step = steps[steps.length / 2];
        long count = 1 + Math.round((along[along.length - 1] - along[0]) / step);
        try {
            DataSet data = sorted.get(0).file().data();
            return Optional.of(new Grid(
                    new Size(data.whole(Tag.COLUMNS).orElseThrow(), data.whole(Tag.ROWS).orElseThrow(), Math.toIntExact(count)),
                    new Spacing(first.iSpacingMm(), first.jSpacingMm(), step), sorted.get(0).plane().position(), first.axes()));
        } catch (IllegalArgumentException | ArithmeticException | NoSuchElementException | InputException e) {
            return Optional.empty(); // only for a hint
        }
    }

    private static OptionalInt age(DataSet data) {
        Matcher years = AGE_YEARS.matcher(data.text(Tag.PATIENT_AGE).orElse(""));
        int age = years.matches() ? Integer.parseInt(years.group(1)) : 0;
        return age > 0 ? OptionalInt.of(age) : OptionalInt.empty(); // 000Y stands for "not known" where a form asks
    }

    private static String told(Problem problem) {
        return problem.code().code() + " " + problem.code().what() + ": " + problem.found() + "; " + problem.fix();
    }
}
