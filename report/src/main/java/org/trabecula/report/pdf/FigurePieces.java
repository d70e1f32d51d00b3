package org.trabecula.report.pdf;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.figures.pdf.DrawnFigure;
import org.trabecula.figures.pdf.PageFont;
import org.trabecula.report.Block;
import org.trabecula.report.Block.Figure;

/// Figures as pieces, each with its caption, alone or two side by side.
final class FigurePieces {
    /// Points per px that a drawing gets at most: its 13 px letters become 9.4 points.
    private static final double LARGEST = 0.72;
    private static final double GUTTER = 16;
    private static final double BEFORE = 10;
    private static final double PICTURE_GAP = 4;

    private final PageFont font;
    private final TextPieces texts;

    FigurePieces(PageFont font, TextPieces texts) {
        this.font = font;
        this.texts = texts;
    }

    Piece of(Figure figure) {
        return piece(figure, Style.WIDTH);
    }

    List<Piece> of(Block.SideBySide pair) {
        List<Piece> rows = new ArrayList<>();
        double half = (Style.WIDTH - GUTTER) / 2;
        for (int at = 0; at < pair.figures().size(); at += 2) {
            if (at + 1 == pair.figures().size()) {
                rows.add(of(pair.figures().get(at)));
                continue;
            }
            Piece left = piece(pair.figures().get(at), half);
            Piece right = piece(pair.figures().get(at + 1), half);
            rows.add(Piece.of(BEFORE, Math.max(left.height(), right.height()), (paper, x, y) -> {
                left.painter().paint(paper, x, y);
                right.painter().paint(paper, x + half + GUTTER, y);
            }));
        }
        return rows;
    }

    private Piece piece(Figure figure, double width) {
        Lines caption = texts.caption(figure.key(), figure.caption(), width);
        Piece picture = switch (figure.content()) {
            case Figure.Drawing drawing -> drawing(DrawnFigure.of(drawing.svg()), width, Style.HEIGHT - caption.height() - 12);
            case Figure.Gallery gallery -> gallery(gallery, width);
        };
        return Piece.of(BEFORE, picture.height() + 4 + caption.height(), (paper, x, y) -> {
            picture.painter().paint(paper, x, y);
            caption.paint(paper, x, y + picture.height() + 4, Style.SOFT);
        });
    }

    private static Piece drawing(DrawnFigure figure, double width, double tallest) {
        double scale = Math.min(LARGEST, Math.min(width / figure.width(), tallest / figure.height()));
        return Piece.of(BEFORE, figure.height() * scale, (paper, x, y) -> paper.figure(figure, x, y, scale));
    }

    private Piece gallery(Figure.Gallery gallery, double width) {
        int most = Math.max(1, gallery.strips().stream().mapToInt(strip -> strip.pictures().size()).max().orElse(1));
        double side = Math.min(74, (width - PICTURE_GAP * (most - 1)) / most);
        double label = Style.SMALL * Style.LEADING;
        double each = label + side + 6;
        return Piece.of(BEFORE, each * gallery.strips().size(), (paper, x, y) -> {
            double top = y;
            for (Figure.Strip strip : gallery.strips()) {
                Lines.of(List.of(new Lines.Run(strip.label(), true)), width, Style.SMALL, font)
                        .paint(paper, x, top, Style.INK);
                for (int n = 0; n < strip.pictures().size(); n++) {
                    paper.picture(strip.pictures().get(n).png().bytes(), x + n * (side + PICTURE_GAP), top + label + 1, side);
                }
                top += each;
            }
        });
    }
}
