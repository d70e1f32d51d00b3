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
    private static final double STRIP_GAP = 5;
    private static final double LEAST_PICTURE = 30;

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
            case Figure.Gallery gallery -> gallery(gallery, width, Style.HEIGHT - caption.height() - 12);
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

    /// Pictures get smaller until all strips stand on one page.
    private Piece gallery(Figure.Gallery gallery, double width, double tallest) {
        int most = Math.max(1, gallery.strips().stream().mapToInt(strip -> strip.pictures().size()).max().orElse(1));
        double largest = gallery.size() == Figure.Gallery.Size.LARGE ? 122 : 74;
        double side = Math.min(largest, (width - PICTURE_GAP * (most - 1)) / most);
        Piece whole = strips(gallery, width, side);
        for (double smaller = side; whole.height() > tallest && smaller > LEAST_PICTURE; smaller -= 2) {
            whole = strips(gallery, width, smaller);
        }
        return whole;
    }

    private Piece strips(Figure.Gallery gallery, double width, double side) {
        List<Piece> strips = gallery.strips().stream().map(strip -> strip(strip, width, side)).toList();
        double height = strips.stream().mapToDouble(strip -> strip.height() + STRIP_GAP).sum();
        return Piece.of(BEFORE, height, (paper, x, y) -> {
            double top = y;
            for (Piece strip : strips) {
                strip.painter().paint(paper, x, top);
                top += strip.height() + STRIP_GAP;
            }
        });
    }

    private Piece strip(Figure.Strip strip, double width, double side) {
        Lines label = Lines.of(List.of(new Lines.Run(strip.label(), true)), width, Style.SMALL, font);
        List<Lines> below = strip.pictures().stream()
                .map(picture -> Lines.of(List.of(new Lines.Run(picture.below(), false)), side, Style.FOOT, font))
                .toList();
        double words = strip.pictures().stream().allMatch(picture -> picture.below().isEmpty())
                ? 0
                : below.stream().mapToDouble(Lines::height).max().orElse(0);
        double top = label.height() + 1;
        return Piece.of(0, top + side + words, (paper, x, y) -> {
            label.paint(paper, x, y, Style.INK);
            for (int n = 0; n < strip.pictures().size(); n++) {
                double left = x + n * (side + PICTURE_GAP);
                paper.picture(strip.pictures().get(n).png().bytes(), left, y + top, side);
                below.get(n).paint(paper, left, y + top + side + 1, Style.SOFT);
            }
        });
    }
}
