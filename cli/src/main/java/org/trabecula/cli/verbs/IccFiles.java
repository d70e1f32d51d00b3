package org.trabecula.cli.verbs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.trabecula.core.AtomicFile;
import org.trabecula.figures.IccFigure;
import org.trabecula.figures.IccRankFigure;
import org.trabecula.stats.icc.Icc;
import org.trabecula.table.TextTableFile;

/// What `icc -o DIR` writes.
///
/// @param comparisons one or two
record IccFiles(List<IccJson> comparisons, IccFlags flags) {
    /// What the figures mark where no bound is asked for.
    private static final double DRAWN_THRESHOLD = 0.8;

    /// @param second whether there is a second comparison
    static List<String> names(boolean second) {
        return second
                ? List.of("icc.json", "icc.csv", "icc-second.csv", "icc.svg")
                : List.of("icc.json", "icc.csv", "icc.svg");
    }

    void write(Path into, String document) throws IOException {
        AtomicFile.writeText(into.resolve("icc.json"), document + "\n");
        TextTableFile.write(into.resolve("icc.csv"), IccJson.HEADER, comparisons.getFirst().rows());
        if (comparisons.size() > 1) {
            TextTableFile.write(into.resolve("icc-second.csv"), IccJson.HEADER, comparisons.getLast().rows());
        }
        AtomicFile.writeText(into.resolve("icc.svg"), figure());
    }

    private String figure() {
        double[] first = estimates(comparisons.getFirst(), Icc::icc);
        double threshold = flags.atLeast == null ? DRAWN_THRESHOLD : flags.atLeast;
        return comparisons.size() > 1
                ? IccFigure.svg("Reproducibility in two comparisons", estimates(comparisons.getLast(), Icc::icc), first,
                        threshold)
                : IccRankFigure.svg("Reproducibility of the features", flags.form.label(), first,
                        estimates(comparisons.getFirst(), Icc::lower), estimates(comparisons.getFirst(), Icc::upper), threshold);
    }

    private double[] estimates(IccJson comparison, ToDoubleFunction<Icc> what) {
        return comparison.found().stream().mapToDouble(icc -> what.applyAsDouble(icc.form(flags.form))).toArray();
    }
}
