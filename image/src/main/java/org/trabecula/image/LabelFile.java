package org.trabecula.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.image.LabelLayers.NamedNumber;

/// A label map on disk: its labels are known, its masks are decoded on demand.
///
/// Opening reads the file once, a mask reads the slices of its own box once more; memory is one slice and the box. A
/// `.seg.nrrd` names its labels and may spread them over layers, so that regions can overlap.
public final class LabelFile {
    private static final int MOST_REASONS = 8;

    private final Path path;
    private final List<ImageFile> layers;
    private final List<Label> labels;
    private final List<NamedNumber> segments;

    private LabelFile(Path path, List<ImageFile> layers, List<Label> labels, List<NamedNumber> segments) {
        this.path = path;
        this.layers = layers;
        this.labels = labels;
        this.segments = segments;
    }

    /// Scans an image file of any origin as a label map.
    public static LabelFile of(ImageFile image) throws IOException {
        return of(image.path(), LabelLayers.of(image));
    }

    /// Scans the layers of `file`; how a label map is opened is [ImageFormats#labels(Path)].
    ///
    /// @throws InputException MSK-001 if there is no label; MSK-004 if a value is no whole number
    static LabelFile of(Path file, LabelLayers stored) throws IOException {
        List<ImageFile> layers = stored.layers();
        List<NamedNumber> segments = stored.names();
        List<Label> labels = stored.counted().isPresent() ? stored.counted().get() : scanned(layers, segments);
        if (labels.isEmpty()) {
            String why = segments.stream()
                    .flatMap(segment -> segment.notes().stream().map(note -> "; " + segment.name() + ": " + note))
                    .limit(MOST_REASONS)
                    .collect(Collectors.joining());
            throw new InputException(new Problem(
                    ImageProblem.MASK_EMPTY,
                    file.toString(),
                    "0 in every voxel of " + layers.getFirst().grid().size() + why,
                    "at least one voxel with a label",
                    "export the mask again with the region in it"));
        }
        return new LabelFile(file, layers, List.copyOf(labels), segments);
    }

    private static List<Label> scanned(List<ImageFile> layers, List<NamedNumber> segments) throws IOException {
        Map<List<Integer>, String> names = new HashMap<>();
        segments.forEach(segment -> names.put(List.of(segment.layer(), segment.number()), segment.name()));
        List<Label> labels = new ArrayList<>();
        for (int layer = 0; layer < layers.size(); layer++) {
            TreeMap<Integer, LabelScan.Found> found = LabelScan.of(layers.get(layer));
            for (var entry : found.entrySet()) {
                int number = entry.getKey();
                String name = names.getOrDefault(List.of(layer, number), Integer.toString(number));
                labels.add(new Label(number, name, layer, entry.getValue().voxelCount(), entry.getValue().box()));
            }
        }
        return labels;
    }

    /// The file, or the folder of a series.
    public Path path() {
        return path;
    }

    /// The lattice on which the labels lie.
    public Grid grid() {
        return layers.getFirst().grid();
    }

    /// What was assumed while reading the header.
    public List<String> notes() {
        return layers.getFirst().notes();
    }

    /// The same, and what was found odd about some of [#labels].
    public List<String> notes(List<Label> wanted) {
        List<String> notes = new ArrayList<>(notes());
        for (Label label : wanted) {
            segments.stream()
                    .filter(segment -> segment.isFor(label))
                    .flatMap(segment -> segment.notes().stream())
                    .forEach(note -> notes.add(label.name() + ": " + note));
        }
        return notes;
    }

    /// Every label that has voxels, by layer, then number; never empty.
    public List<Label> labels() {
        return labels;
    }

    /// Other names of one of [#labels], such as the meaning of its code; empty in most files.
    public List<String> alsoCalled(Label label) {
        return segments.stream().filter(segment -> segment.isFor(label)).flatMap(segment -> segment.alsoCalled().stream()).toList();
    }

    /// What is known of a segment without voxels, such as `segment 'rib'` or `segment 'rib' (declared, and never drawn)`; nothing if the
    /// file has no such segment.
    ///
    /// @param nameOrNumber as [#label(String)] takes it
    public Optional<String> emptySegment(String nameOrNumber) {
        String wanted = nameOrNumber.strip();
        return segments.stream()
                .filter(segment -> segment.name().equals(wanted) || Integer.toString(segment.number()).equals(wanted))
                .filter(segment -> labels.stream().noneMatch(segment::isFor))
                .map(segment -> "segment '" + segment.name() + "'"
                        + (segment.notes().isEmpty() ? "" : " (" + String.join("; ", segment.notes()) + ")"))
                .findFirst();
    }

    /// The label of that number.
    ///
    /// @throws InputException MSK-002 with the labels present; MSK-006 if several layers hold it
    public Label label(int number) {
        List<Label> numbered = labels.stream().filter(label -> label.number() == number).toList();
        return one(numbered, emptySegment(Integer.toString(number)).map(segment -> "voxel in " + segment).orElse("label " + number));
    }

    /// The label of that name, or, if no name fits, of that number.
    ///
    /// @throws InputException MSK-002 with the labels present; MSK-006 if several fit
    public Label label(String nameOrNumber) {
        String wanted = nameOrNumber.strip();
        List<Label> named = labels.stream().filter(label -> label.name().equals(wanted)).toList();
        if (named.isEmpty() && wanted.matches("[+-]?\\d{1,9}")) {
            return label(Integer.parseInt(wanted));
        }
        return one(named, emptySegment(wanted).map(segment -> "voxel in " + segment).orElse("label '" + wanted + "'"));
    }

    /// The only label there is.
    ///
    /// @throws InputException MSK-003 with the labels present, if there are several
    public Label onlyLabel() {
        if (labels.size() > 1) {
            throw new InputException(new Problem(
                    ImageProblem.LABEL_NOT_CHOSEN,
                    path.toString(),
                    "labels " + listed(labels),
                    "one label, or a label named by you",
                    "add --label with one of them (in a manifest: the column label)"));
        }
        return labels.getFirst();
    }

    /// The region of one of [#labels].
    public Mask mask(Label label) throws IOException {
        return mask(List.of(label));
    }

    /// The region of the label of that number.
    ///
    /// @throws InputException as [#label(int)]
    public Mask mask(int number) throws IOException {
        return mask(label(number));
    }

    /// The regions of several labels, taken as one.
    ///
    /// @throws InputException as [#label(int)]
    public Mask mask(Set<Integer> numbers) throws IOException {
        if (numbers.isEmpty()) {
            throw new IllegalArgumentException("a mask of no label");
        }
        return mask(numbers.stream().sorted().map(this::label).toList());
    }

    /// The regions of several of [#labels], taken as one.
    ///
    /// @param wanted at least one
    public Mask mask(List<Label> wanted) throws IOException {
        Box box = wanted.stream().map(Label::box).reduce(Box::enclosing).orElseThrow();
        boolean[] inside = new boolean[Math.toIntExact(box.size().voxels())];
        for (int layer = 0; layer < layers.size(); layer++) {
            int inLayer = layer;
            List<Label> here = wanted.stream().filter(label -> label.layer() == inLayer).toList();
            if (!here.isEmpty()) {
                mark(layers.get(layer), here, box, inside);
            }
        }
        return Mask.of(grid(), box, inside);
    }

    private static void mark(ImageFile layer, List<Label> labels, Box box, boolean[] inside) throws IOException {
        Box needed = labels.stream().map(Label::box).reduce(Box::enclosing).orElseThrow();
        int[] numbers = labels.stream().mapToInt(Label::number).toArray();
        Size size = box.size();
        layer.readSlices(needed, (k, voxels) -> {
            int at = 0;
            for (int j = needed.jMin(); j <= needed.jMax(); j++) {
                int to = needed.iMin() - box.iMin() + size.i() * (j - box.jMin() + size.j() * (k - box.kMin()));
                for (int i = needed.iMin(); i <= needed.iMax(); i++, at++, to++) {
                    double value = voxels.at(at);
                    if (value != 0) {
                        for (int number : numbers) {
                            inside[to] |= LabelScan.stands(value, number);
                        }
                    }
                }
            }
        });
    }

    private Label one(List<Label> fitting, String wanted) {
        if (fitting.size() == 1) {
            return fitting.getFirst();
        }
        if (fitting.isEmpty()) {
            throw new InputException(new Problem(
                    ImageProblem.LABEL_MISSING,
                    path.toString(),
                    "no " + wanted + "; there are " + listed(labels),
                    "a label that has voxels",
                    "choose one of the labels present"));
        }
        throw new InputException(new Problem(
                ImageProblem.LABEL_AMBIGUOUS,
                path.toString(),
                wanted + " stands for " + listed(fitting),
                "a name that only one segment has",
                "name the segment, or save it to a file of its own"));
    }

    private static String listed(List<Label> labels) {
        return labels.stream().map(Label::text).collect(Collectors.joining(", "));
    }
}
