package org.trabecula.report.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trabecula.figures.pdf.PageFont;
import org.trabecula.report.Block;
import org.trabecula.report.Cell;

/// A table as pieces: its caption, its head, a row each. The head stands again on every page that the table goes on to.
final class TablePieces {
    private static final double[] SIZES = {8, 7.5, 7, 6.5, 6};
    private static final double PAD = 4;
    private static final int SHORT = 8;

    private final PageFont font;
    private final TextPieces texts;

    TablePieces(PageFont font, TextPieces texts) {
        this.font = font;
        this.texts = texts;
    }

    List<Piece> of(Block.Table table) {
        List<Piece> pieces = new ArrayList<>();
        Lines caption = texts.caption(table.key(), table.caption(), Style.WIDTH);
        pieces.add(Piece.of(10, caption.height() + 3, (paper, x, y) -> caption.paint(paper, x, y, Style.SOFT)).keptWithNext());
        Columns columns = columns(table);
        Piece head = row(columns, table.columns(), true);
        pieces.add(head.keptWithNext());
        for (int n = 0; n < table.rows().size(); n++) {
            Piece row = row(columns, table.rows().get(n).stream().map(Cell::text).toList(), false).under(head);
            boolean goesOn = n + 1 < table.rows().size();
            // a short table stays whole, a long one leaves no row alone
            boolean tied = goesOn && (table.rows().size() <= SHORT || n == 0 || n == table.rows().size() - 2);
            pieces.add(tied ? row.keptWithNext() : row);
        }
        return pieces;
    }

    /// How a table is set.
    ///
    /// @param widths of its columns without their padding
    private record Columns(double size, double[] widths, boolean[] right) {
        double total() {
            return Arrays.stream(widths).sum() + 2 * PAD * widths.length;
        }
    }

    /// The largest letters in which the table fits; columns of words give way first, then every column.
    private Columns columns(Block.Table table) {
        int count = table.columns().size();
        boolean[] right = new boolean[count];
        for (int column = 0; column < count; column++) {
            right[column] = table.numeric(column);
        }
        Columns last = new Columns(0, new double[count], right);
        for (double size : SIZES) {
            last = columns(table, size, right);
            if (last.total() <= Style.WIDTH) {
                return last;
            }
        }
        double room = (Style.WIDTH - 2 * PAD * count) / Arrays.stream(last.widths()).sum();
        return new Columns(last.size(), Arrays.stream(last.widths()).map(w -> w * room).toArray(), right);
    }

    private Columns columns(Block.Table table, double size, boolean[] right) {
        int count = right.length;
        double[] natural = new double[count];
        double[] least = new double[count];
        for (int column = 0; column < count; column++) {
            measure(table.columns().get(column), size, column, natural, least, false);
            for (List<Cell> row : table.rows()) {
                measure(row.get(column).text(), size, column, natural, least, right[column]);
            }
        }
        double over = Arrays.stream(natural).sum() + 2 * PAD * count - Style.WIDTH;
        double give = 0;
        for (int column = 0; column < count; column++) {
            give += natural[column] - least[column];
        }
        double share = over <= 0 || give <= 0 ? 0 : Math.min(1, over / give);
        double[] widths = new double[count];
        for (int column = 0; column < count; column++) {
            widths[column] = natural[column] - share * (natural[column] - least[column]);
        }
        return new Columns(size, widths, right);
    }

    /// A number is not broken; words may be, between them.
    private void measure(String text, double size, int column, double[] natural, double[] least, boolean whole) {
        double wide = font.width(text, size) + 0.1;
        natural[column] = Math.max(natural[column], wide);
        double longest = whole
                ? wide
                : Arrays.stream(text.split("\\s+")).mapToDouble(word -> font.width(word, size) + 0.1).max().orElse(0);
        least[column] = Math.max(least[column], longest);
    }

    private Piece row(Columns columns, List<String> cells, boolean head) {
        List<Lines> lines = new ArrayList<>();
        double tallest = 0;
        for (int column = 0; column < cells.size(); column++) {
            Lines cell = Lines.of(
                    List.of(new Lines.Run(cells.get(column), head)), columns.widths()[column] + 0.2, columns.size(), font);
            lines.add(cell);
            tallest = Math.max(tallest, cell.height());
        }
        double height = tallest + 5;
        double down = tallest;
        return Piece.of(0, height, (paper, x, y) -> {
            double left = x;
            for (int column = 0; column < lines.size(); column++) {
                double wide = columns.widths()[column] + 2 * PAD;
                Lines cell = lines.get(column);
                double top = y + 2 + (head ? down - cell.height() : 0); // titles of several lines stand on one ground
                if (columns.right()[column]) {
                    cell.paintRight(paper, left + wide - PAD, top, Style.INK);
                } else {
                    cell.paint(paper, left + PAD, top, Style.INK);
                }
                left += wide;
            }
            paper.line(x, x + columns.total(), y + height, head ? 0.9 : 0.4, head ? Style.INK : Style.LINE);
        });
    }
}
