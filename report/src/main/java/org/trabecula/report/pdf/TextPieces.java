package org.trabecula.report.pdf;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.trabecula.figures.pdf.PageFont;
import org.trabecula.report.Numbering;
import org.trabecula.report.Prose;

/// Text as pieces, a line each; the first two and the last two lines of a paragraph stay together.
final class TextPieces {
    /// Lines of a listing that a page's end does not part, at its start and at its end.
    private static final int TOGETHER = 4;

    private final PageFont font;
    private final Numbering numbers;

    TextPieces(PageFont font, Numbering numbers) {
        this.font = font;
        this.numbers = numbers;
    }

    List<Lines.Run> runs(Prose prose) {
        List<Lines.Run> runs = new ArrayList<>();
        for (Prose.Span span : prose.spans()) {
            runs.add(switch (span) {
                case Prose.Words words -> new Lines.Run(words.text(), false);
                case Prose.Strong strong -> new Lines.Run(strong.text(), true);
                case Prose.Reference reference -> new Lines.Run(numbers.label(reference.key()), false);
            });
        }
        return runs;
    }

    /// `Figure 3.` in bold, then the caption.
    Lines caption(String key, Prose caption, double width) {
        List<Lines.Run> runs = new ArrayList<>();
        runs.add(new Lines.Run(numbers.label(key) + ". ", true));
        runs.addAll(runs(caption));
        return Lines.of(runs, width, Style.SMALL, font);
    }

    List<Piece> paragraph(List<Lines.Run> runs, double size, Color ink, double indent, double before) {
        Lines lines = Lines.of(runs, Style.WIDTH - indent, size, font);
        List<Piece> pieces = new ArrayList<>();
        int count = lines.lines().size();
        for (int n = 0; n < count; n++) {
            int line = n;
            Piece piece = Piece.of(
                    n == 0 ? before : 0, lines.leading(),
                    (paper, x, y) -> lines.paintLine(paper, line, x + indent, y, ink));
            boolean tied = n + 1 < count && (n == 0 || n + 2 == count);
            pieces.add(tied ? piece.keptWithNext() : piece);
        }
        return pieces;
    }

    Piece heading(String title, double size, double before, boolean ruled) {
        Lines lines = Lines.of(List.of(new Lines.Run(title, true)), Style.WIDTH, size, font);
        double rule = ruled ? 7 : 0;
        return Piece.of(before, rule + lines.height() + 3, (paper, x, y) -> {
                    if (ruled) {
                        paper.line(x, x + Style.WIDTH, y, 0.6, Style.LINE);
                    }
                    lines.paint(paper, x, y + rule, Style.INK);
                })
                .keptWithNext();
    }

    /// Words in a box with a bar at its left.
    Piece banner(String words) {
        Lines lines = Lines.of(List.of(new Lines.Run(words, true)), Style.WIDTH - 22, Style.TEXT, font);
        double height = lines.height() + 10;
        return Piece.of(5, height, (paper, x, y) -> {
            paper.rectangle(x, y, Style.WIDTH, height, Style.WARN_WASH);
            paper.rectangle(x, y, 3, height, Style.WARN_LINE);
            lines.paint(paper, x + 12, y + 4, Style.WARN);
        });
    }

    /// Lines that stand as they were written, blanks at their start included; what is too long goes on in the next line.
    List<Piece> listing(String text) {
        List<Piece> pieces = new ArrayList<>();
        double size = Style.FOOT;
        String[] written = text.stripTrailing().split("\n", -1);
        for (int n = 0; n < written.length; n++) {
            String line = written[n];
            int blanks = line.length() - line.stripLeading().length();
            double indent = 8 + blanks * font.width("n", size);
            Lines lines = Lines.of(List.of(new Lines.Run(line, false)), Style.WIDTH - indent - 8, size, font);
            Piece piece = Piece.of(n == 0 ? 4 : 0, lines.height(), (paper, x, y) -> {
                paper.rectangle(x, y, Style.WIDTH, lines.height(), Style.WASH);
                lines.paint(paper, x + indent, y, Style.INK);
            });
            boolean tied = n < TOGETHER - 1 || n >= written.length - TOGETHER; // no few lines stand alone
            pieces.add(tied && n + 1 < written.length ? piece.keptWithNext() : piece);
        }
        return pieces;
    }
}
