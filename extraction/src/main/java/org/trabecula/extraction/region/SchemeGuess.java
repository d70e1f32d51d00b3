package org.trabecula.extraction.region;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.trabecula.image.Grid;
import org.trabecula.image.Label;
import org.trabecula.image.LabelFile;
import org.trabecula.image.PointMm;
import org.trabecula.image.label.LabelScheme;

/// Which numbering a map of labels without names follows: the one in which the most labels are vertebrae and lie one below
/// the other in the order of the spine. VerSe's numbers rise towards the feet, TotalSegmentator's towards the head, so two
/// vertebrae tell them apart; of TotalSegmentator's two versions the newer one is taken where both fit. A map of numbers up to
/// 7 alone, VerSe's neck, can be anybody's and tells nothing.
final class SchemeGuess {
    private static final int FEWEST = 2;
    private static final int ANYBODYS = 7;

    private SchemeGuess() {}

    /// Nothing where no numbering fits, or fewer than two vertebrae are there.
    static Optional<LabelScheme> of(LabelFile file) {
        List<Label> labels = file.labels();
        if (labels.stream().allMatch(label -> label.number() <= ANYBODYS)) {
            return Optional.empty();
        }
        return Arrays.stream(LabelScheme.values())
                .filter(scheme -> fits(scheme, labels, file.grid()))
                .max(Comparator.comparingLong((LabelScheme scheme) -> vertebrae(scheme, labels))
                        .thenComparing(Comparator.<LabelScheme>naturalOrder().reversed()));
    }

    private static long vertebrae(LabelScheme scheme, List<Label> labels) {
        return labels.stream().filter(label -> scheme.level(label.number()).isPresent()).count();
    }

    /// Whether the vertebrae of this numbering lie in the order of the spine, from the head.
    private static boolean fits(LabelScheme scheme, List<Label> labels, Grid grid) {
        List<Label> spine = labels.stream()
                .filter(label -> scheme.fromHead(label.number()).isPresent())
                .sorted(Comparator.comparingInt(label -> place(scheme, label)))
                .toList();
        double above = Double.POSITIVE_INFINITY;
        for (Label label : spine) {
            double height = heightMm(label, grid);
            if (!(height < above)) {
                return false;
            }
            above = height;
        }
        return spine.size() >= FEWEST;
    }

    private static int place(LabelScheme scheme, Label label) {
        OptionalInt place = scheme.fromHead(label.number());
        return place.orElseThrow();
    }

    /// Towards the head, of the box's centre.
    private static double heightMm(Label label, Grid grid) {
        PointMm centre = grid.toWorld(
                (label.box().iMin() + label.box().iMax()) / 2.0,
                (label.box().jMin() + label.box().jMax()) / 2.0,
                (label.box().kMin() + label.box().kMax()) / 2.0);
        return centre.z();
    }
}
