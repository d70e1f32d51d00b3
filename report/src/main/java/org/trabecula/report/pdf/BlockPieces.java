package org.trabecula.report.pdf;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.figures.pdf.PageFont;
import org.trabecula.report.Block;
import org.trabecula.report.Numbering;
import org.trabecula.report.Prose;

/// Blocks as pieces.
final class BlockPieces {
    private static final double GAP = 6;
    private static final int KEY_FIGURES_IN_A_ROW = 5;

    private final PageFont font;
    private final TextPieces texts;
    private final TablePieces tables;
    private final FigurePieces figures;

    BlockPieces(PageFont font, Numbering numbers) {
        this.font = font;
        this.texts = new TextPieces(font, numbers);
        this.tables = new TablePieces(font, texts);
        this.figures = new FigurePieces(font, texts);
    }

    TextPieces texts() {
        return texts;
    }

    List<Piece> of(Block block) {
        return switch (block) {
            case Block.Heading heading ->
                List.of(texts.heading(heading.title(), Style.HEADING, 12, false).marked(1, heading.title()));
            case Block.Paragraph paragraph -> texts.paragraph(texts.runs(paragraph.text()), Style.TEXT, Style.INK, 0, GAP);
            case Block.Remark remark -> texts.paragraph(texts.runs(remark.text()), Style.SMALL, Style.SOFT, 0, GAP);
            case Block.Bullets bullets -> bullets(bullets.items());
            case Block.Terms terms -> terms(terms.terms());
            case Block.Listing listing -> texts.listing(listing.text());
            case Block.KeyFigures keys -> keyFigures(keys.figures());
            case Block.Fold fold -> fold(fold);
            case Block.SideBySide pair -> figures.of(pair);
            case Block.Table table -> tables.of(table);
            case Block.Figure figure -> List.of(figures.of(figure));
        };
    }

    private List<Piece> bullets(List<Prose> items) {
        List<Piece> pieces = new ArrayList<>();
        for (Prose item : items) {
            List<Piece> lines = texts.paragraph(texts.runs(item), Style.TEXT, Style.INK, 12, 3);
            Piece first = lines.getFirst();
            Piece dotted = new Piece(
                    first.before(), first.height(), first.withNext(), first.repeated(), first.bookmark(), (paper, x, y) -> {
                        paper.text(x + 3, y + Style.TEXT, "•", Style.TEXT, Style.INK, false);
                        first.painter().paint(paper, x, y);
                    });
            pieces.add(dotted);
            pieces.addAll(lines.subList(1, lines.size()));
        }
        return pieces;
    }

    private List<Piece> terms(List<Block.Terms.Term> terms) {
        List<Piece> pieces = new ArrayList<>();
        for (Block.Terms.Term term : terms) {
            List<Lines.Run> runs =
                    List.of(new Lines.Run(term.word() + ": ", true), new Lines.Run(term.meaning(), false));
            pieces.addAll(texts.paragraph(runs, Style.SMALL, Style.SOFT, 8, 2));
        }
        return pieces;
    }

    private List<Piece> fold(Block.Fold fold) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(texts.heading(fold.title(), Style.TEXT, 10, false));
        fold.blocks().forEach(block -> pieces.addAll(of(block)));
        return pieces;
    }

    private List<Piece> keyFigures(List<Block.KeyFigures.KeyFigure> keys) {
        List<Piece> rows = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += KEY_FIGURES_IN_A_ROW) {
            rows.add(keyFigureRow(keys.subList(from, Math.min(keys.size(), from + KEY_FIGURES_IN_A_ROW))));
        }
        return rows;
    }

    private Piece keyFigureRow(List<Block.KeyFigures.KeyFigure> keys) {
        double wide = (Style.WIDTH - GAP * (KEY_FIGURES_IN_A_ROW - 1)) / KEY_FIGURES_IN_A_ROW;
        List<Lines> details = new ArrayList<>();
        double tallest = 0;
        for (Block.KeyFigures.KeyFigure key : keys) {
            Lines detail = Lines.of(
                    List.of(new Lines.Run(key.name() + " ", true), new Lines.Run(key.detail(), false)), wide - 14, Style.FOOT, font);
            details.add(detail);
            tallest = Math.max(tallest, detail.height());
        }
        double height = 28 + tallest;
        return Piece.of(8, height, (paper, x, y) -> {
            for (int n = 0; n < keys.size(); n++) {
                double left = x + n * (wide + GAP);
                paper.frame(left, y, wide, height, Style.LINE);
                paper.text(left + 7, y + 19, keys.get(n).value(), 15, Style.INK, true);
                details.get(n).paint(paper, left + 7, y + 23, Style.SOFT);
            }
        });
    }
}
