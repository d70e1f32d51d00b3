package org.trabecula.cli.verbs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.trabecula.core.AtomicFile;
import org.trabecula.figures.nomogram.NomogramCalculator;
import org.trabecula.figures.nomogram.NomogramFigure;
import org.trabecula.figures.pdf.FigurePdf;
import org.trabecula.learn.exploration.NomogramFit;

/// What `nomogram -o DIR` writes.
///
/// @param axisLabel of the last axis
/// @param titles    of the axes by variable, such as `age (years)`
/// @param synthetic whether the calculator says that the cases are made up
record NomogramFiles(NomogramFit fit, String axisLabel, UnaryOperator<String> titles, boolean synthetic) {
    static final List<String> NAMES = List.of("nomogram.json", "nomogram.svg", "nomogram.pdf", "calculator.html");

    /// Two columns of a journal.
    private static final double PRINT_WIDTH_MM = 180;

    void write(Path folder, String document) throws IOException {
        String title = "Nomogram: " + axisLabel;
        AtomicFile.writeText(folder.resolve("nomogram.json"), document + "\n");
        String drawing = NomogramFigure.svg(title, fit.nomogram(), fit.model().fitted().link(), axisLabel, titles);
        AtomicFile.writeText(folder.resolve("nomogram.svg"), drawing);
        AtomicFile.write(folder.resolve("nomogram.pdf"), stream -> stream.write(FigurePdf.of(drawing, PRINT_WIDTH_MM)));
        AtomicFile.writeText(
                folder.resolve("calculator.html"),
                NomogramCalculator.html(title, fit.model(), fit.nomogram(), axisLabel, titles, synthetic));
    }
}
