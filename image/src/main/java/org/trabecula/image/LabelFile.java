package org.trabecula.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.image.LabelLayers.NamedNumber;
import org.trabecula.image.label.LabelNaming;
import org.trabecula.image.label.LabelScheme;
import org.trabecula.image.label.VertebraName;

/// A label map on disk: its labels are known, its masks are decoded on demand.
///
/// Opening reads the file once, a mask reads the slices of its own box once more; memory is one slice and the box. A
/// `.seg.nrrd` names its labels and may spread them over layers, so that regions can overlap.
public final class LabelFile {
    private final Path path;
    private final List<ImageFile> layers;
    private final List<Label> labels;
    private final List<String> emptySegments;
    private final Optional<LabelNaming> naming;
    /// What was assumed when labels were chosen; grows, each sentence once.
    private final Set<String> assumed = Collections.synchronizedSet(new LinkedHashSet<>());

    private LabelFile(
            Path path,
            List<ImageFile> layers,
            List<Label> labels,
            List<String> emptySegments,
            Optional<LabelNaming> naming) {
        this.path = path;
        this.layers = layers;
        this.labels = labels;
        this.emptySegments = emptySegments;
        this.naming = naming;
    }

    /// The same label map with the names that a file beside it gives.
    LabelFile namedBy(LabelNaming beside) {
        List<Label> named = labels.stream()
                .map(label -> beside.nameOf(label.number()).map(label::named).orElse(label))
                .toList();
        LabelFile file = new LabelFile(path, layers, named, emptySegments, naming);
        file.assumed.add("names of the labels from " + beside.title() + " beside the mask");
        return file;
    }

    /// The same label map, numbered as `naming` says; the file's own names come first.
    public LabelFile numberedBy(LabelNaming naming) {
        return new LabelFile(path, layers, labels, emptySegments, Optional.of(naming));
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
        List<Label> labels = new ArrayList<>();
        List<NamedNumber> empty = new ArrayList<>(segments);
        for (int layer = 0; layer < layers.size(); layer++) {
            TreeMap<Integer, LabelScan.Found> found = LabelScan.of(layers.get(layer));
            for (var entry : found.entrySet()) {
                int number = entry.getKey();
                String name = Integer.toString(number);
                for (NamedNumber segment : segments) {
                    if (segment.layer() == layer && segment.number() == number) {
                        name = segment.name();
                        empty.remove(segment);
                    }
                }
                labels.add(new Label(number, name, layer, entry.getValue().voxelCount(), entry.getValue().box()));
            }
        }
        if (labels.isEmpty()) {
            throw new InputException(new Problem(
                    ImageProblem.MASK_EMPTY,
                    file.toString(),
                    "0 in every voxel of " + layers.getFirst().grid().size(),
                    "at least one voxel with a label",
                    "export the mask again with the region in it"));
        }
        return new LabelFile(
                file, layers, List.copyOf(labels), empty.stream().map(NamedNumber::name).toList(), Optional.empty());
    }

    public Path path() {
        return path;
    }

    public Grid grid() {
        return layers.getFirst().grid();
    }

    /// What was assumed while reading the header, and while choosing labels up to now.
    public List<String> notes() {
        List<String> notes = new ArrayList<>(layers.getFirst().notes());
        notes.addAll(assumed());
        return notes;
    }

    /// What was assumed about labels while choosing them up to now.
    public List<String> assumed() {
        synchronized (assumed) {
            return List.copyOf(assumed);
        }
    }

    /// Every label that has voxels, by layer, then number; never empty.
    public List<Label> labels() {
        return labels;
    }

    /// The label of that number.
    ///
    /// @throws InputException MSK-002 with the labels present; MSK-006 if several layers hold it
    public Label label(int number) {
        return one(labels.stream().filter(label -> label.number() == number).toList(), "label " + number);
    }

    /// The label of that name, or, if no name fits, of that number, or of the vertebra of that name.
    ///
    /// A vertebra (`L3`, `vertebrae_L3`) is found by the file's names however they are spelt; in a file without names by the
    /// numbering that was given, or by the only one that fits; [#notes] then says which.
    ///
    /// @throws InputException MSK-002 with the labels present; MSK-006 if several fit
    public Label label(String nameOrNumber) {
        String wanted = nameOrNumber.strip();
        List<Label> named = labels.stream().filter(label -> label.name().equals(wanted)).toList();
        if (named.isEmpty() && wanted.matches("[+-]?\\d{1,9}")) {
            return label(Integer.parseInt(wanted));
        }
        if (named.isEmpty() && naming.isPresent()) {
            named = numbered(naming.get(), wanted);
        }
        Optional<String> vertebra = VertebraName.normal(wanted);
        if (named.isEmpty() && vertebra.isPresent()) {
            named = labels.stream()
                    .filter(label -> VertebraName.normal(label.name()).equals(vertebra))
                    .toList();
        }
        if (named.isEmpty() && vertebra.isPresent() && naming.isEmpty() && !hasNames()) {
            named = guessed(vertebra.get());
        }
        boolean empty = emptySegments.contains(wanted);
        return one(named, empty ? "voxel in segment '" + wanted + "'" : "label '" + wanted + "'");
    }

    private List<Label> numbered(LabelNaming by, String name) {
        OptionalInt number = by.numberOf(name);
        return labels.stream()
                .filter(label -> number.isPresent() && label.number() == number.getAsInt())
                .map(label -> label.named(by.nameOf(label.number()).orElse(name)))
                .toList();
    }

    private boolean hasNames() {
        return !emptySegments.isEmpty() || labels.stream().anyMatch(label -> !label.name().equals(Integer.toString(label.number())));
    }

    /// By the only numbering that fits the map and holds the vertebra.
    private List<Label> guessed(String vertebra) {
        List<LabelScheme> fitting = SchemeGuess.fitting(labels, grid()).stream()
                .filter(scheme -> !numbered(scheme, vertebra).isEmpty())
                .toList();
        if (fitting.size() > 1) {
            throw new InputException(new Problem(
                    ImageProblem.LABEL_AMBIGUOUS,
                    path.toString(),
                    vertebra + " is "
                            + fitting.stream()
                                    .map(scheme -> scheme.numberOf(vertebra).orElseThrow() + " by " + scheme.title())
                                    .collect(Collectors.joining(", ")),
                    "one numbering that fits",
                    "add --label-scheme with one of " + String.join(", ", LabelScheme.keys()) + ", or name the number"));
        }
        if (fitting.isEmpty()) {
            return List.of();
        }
        List<Label> found = numbered(fitting.getFirst(), vertebra);
        assumed.add("label " + found.getFirst().number() + " taken as " + vertebra + ": the file names nothing, its numbers fit "
                + fitting.getFirst().title() + " only");
        return found;
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
        Box box = wanted.stream().map(Label::box).reduce(LabelFile::union).orElseThrow();
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
        Box needed = labels.stream().map(Label::box).reduce(LabelFile::union).orElseThrow();
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

    private static Box union(Box a, Box b) {
        return new Box(
                Math.min(a.iMin(), b.iMin()), Math.min(a.jMin(), b.jMin()), Math.min(a.kMin(), b.kMin()),
                Math.max(a.iMax(), b.iMax()), Math.max(a.jMax(), b.jMax()), Math.max(a.kMax(), b.kMax()));
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
                    hasNames() || naming.isPresent()
                            ? "choose one of the labels present"
                            : "choose one of the numbers present; --label-scheme says how a file without names is numbered"));
        }
        throw new InputException(new Problem(
                ImageProblem.LABEL_AMBIGUOUS,
                path.toString(),
                wanted + " stands for " + listed(fitting),
                "a name that only one segment has",
                "name the segment, or save it to a file of its own"));
    }

    /// All of them, numbers with the name that the numbering gives them, or that the only one that fits would.
    private String listed(List<Label> some) {
        List<LabelScheme> fitting = naming.isPresent() || hasNames() ? List.of() : SchemeGuess.fitting(labels, grid());
        Optional<? extends LabelNaming> by = fitting.size() == 1 ? Optional.of(fitting.getFirst()) : naming;
        String list = some.stream()
                .map(label -> by.flatMap(names -> names.nameOf(label.number())).map(label::named).orElse(label).text())
                .collect(Collectors.joining(", "));
        return fitting.size() == 1 ? list + " (names if numbered as by " + fitting.getFirst().title() + ")" : list;
    }
}
