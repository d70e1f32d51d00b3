package org.trabecula.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.trabecula.image.label.LabelScheme;

/// Which numberings a label map can have: its numbers must exist there, and its vertebrae must stand in order from head to
/// foot. VerSe counts downwards and TotalSegmentator upwards, so two vertebrae tell them apart. Numbers up to 7, VerSe's neck,
/// are anybody's and tell nothing.
final class SchemeGuess {
    private static final int ANYBODYS = 7;

    private SchemeGuess() {}

    /// The schemes that fit, none if the map is not one of a spine.
    static List<LabelScheme> fitting(List<Label> labels, Grid grid) {
        List<LabelScheme> fitting = new ArrayList<>();
        if (labels.stream().allMatch(label -> label.number() <= ANYBODYS)) {
            return fitting;
        }
        for (LabelScheme scheme : LabelScheme.values()) {
            boolean known = labels.stream().allMatch(label -> label.number() >= 1 && label.number() <= scheme.highest());
            List<Label> vertebrae =
                    labels.stream().filter(label -> scheme.place(label.number()).isPresent()).toList();
            if (known && !vertebrae.isEmpty() && fromHeadToFoot(vertebrae, grid, scheme)) {
                fitting.add(scheme);
            }
        }
        return fitting;
    }

    private static boolean fromHeadToFoot(List<Label> vertebrae, Grid grid, LabelScheme scheme) {
        List<Label> ordered = vertebrae.stream()
                .sorted(Comparator.comparingInt((Label label) -> place(label, scheme)))
                .toList();
        for (int n = 1; n < ordered.size(); n++) {
            if (!(heightMm(ordered.get(n), grid) < heightMm(ordered.get(n - 1), grid))) {
                return false;
            }
        }
        return true;
    }

    private static int place(Label label, LabelScheme scheme) {
        OptionalInt place = scheme.place(label.number());
        return place.orElseThrow();
    }

    /// The height of the box's centre, towards the head.
    private static double heightMm(Label label, Grid grid) {
        Box box = label.box();
        return grid.toWorld((box.iMin() + box.iMax()) / 2.0, (box.jMin() + box.jMax()) / 2.0, (box.kMin() + box.kMax()) / 2.0)
                .z();
    }
}
