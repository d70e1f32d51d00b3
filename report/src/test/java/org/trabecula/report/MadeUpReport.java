package org.trabecula.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.trabecula.figures.FlowFigure;
import org.trabecula.report.Block.Figure;

/// A report with every kind of block.
public final class MadeUpReport {
    private MadeUpReport() {}

    public static Report of(Block... blocks) {
        return new Report(
                "Made up", "nobody", List.of("Synthetic."), Report.NOT_A_MEDICAL_DEVICE, List.of(),
                List.of(new Section("only", "Only section", List.of(blocks))), "Trabecula test");
    }

    public static Report withEverything() {
        return new Report(
                "Acute < chronic & \"so on\"", "12 patients", List.of("Synthetic patients."), Report.NOT_A_MEDICAL_DEVICE,
                List.of(new Block.KeyFigures(List.of(new Block.KeyFigures.KeyFigure("0.861", "Nomogram", "test AUC, 95 % CI 0.718–1.000")))),
                List.of(
                        new Section("first", "First things", List.of(
                                new Block.Paragraph(Prose.of("See ").see("numbers").and(" and ").see("flow").and(", λ ≥ 0.1 × ρ. ").strong("Mind this.")),
                                new Block.Terms(List.of(new Block.Terms.Term("λ (lambda)", "The strength of the penalty."))),
                                flow("flow"),
                                table("numbers", 3))),
                        new Section("empty", "Nothing here", List.of()),
                        new Section("second", "Second things", List.of(
                                new Block.Heading("A heading"),
                                new Block.SideBySide(List.of(flow("left"), flow("right"))),
                                new Block.Fold("Behind a title", List.of(table("hidden", 60), new Block.Listing("a: 1\n  b: −2"))),
                                Block.Bullets.of(List.of("one thing", "another")),
                                Block.Remark.of("Beside the point."),
                                new Figure("pictures", new Figure.Gallery(List.of(new Figure.Strip("acute", List.of(
                                        new Figure.Picture("crop of <A>", png()))))), Prose.of("What is seen.")),
                                gallery("planes", 2, 4),
                                gallery("many", 9, 5)))),
                "Trabecula test");
    }

    public static Figure flow(String key) {
        String svg = FlowFigure.svg("Flow", List.of(new FlowFigure.Step(List.of("12 cases eligible"), List.of())), List.of());
        return Figure.drawing(key, svg, Prose.of("Drawing " + key + "."));
    }

    public static Block.Table table(String key, int rows) {
        List<List<Cell>> cells = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            cells.add(Cell.row(Cell.words("row " + row), Cell.fixed(row % 2 == 0 ? -0.5 : Double.NaN, 3), Cell.words(row == 0 ? "1 of 2" : "")));
        }
        return new Block.Table(key, Prose.of("Table of " + key + "."), List.of("Name", "Value", "Remark"), cells);
    }

    /// Large pictures, each with words below it.
    public static Figure gallery(String key, int strips, int pictures) {
        List<Figure.Strip> rows = new ArrayList<>();
        for (int strip = 0; strip < strips; strip++) {
            List<Figure.Picture> row = new ArrayList<>();
            for (int picture = 0; picture < pictures; picture++) {
                row.add(new Figure.Picture("plane", png(), "below picture " + picture + " of " + strip));
            }
            rows.add(new Figure.Strip("strip " + strip, row));
        }
        return new Figure(key, new Figure.Gallery(Figure.Gallery.Size.LARGE, rows), Prose.of("Gallery " + key + "."));
    }

    private static Figure.Png png() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Figure.Png(bytes.toByteArray());
    }
}
