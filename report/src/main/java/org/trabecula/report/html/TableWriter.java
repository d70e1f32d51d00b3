package org.trabecula.report.html;

import java.util.List;
import org.trabecula.report.Block;
import org.trabecula.report.Cell;
import org.trabecula.report.Numbering;

/// Writes a table as HTML: caption above, one alignment per column, a frame of its own that scrolls where it is too wide.
final class TableWriter {
    private final Markup page;
    private final Numbering numbers;

    TableWriter(Markup page, Numbering numbers) {
        this.page = page;
        this.numbers = numbers;
    }

    void write(Block.Table table) {
        String label = numbers.label(table.key());
        page.raw("<figure class=\"table\" id=\"").text(table.key()).raw("\"><figcaption><b>" + label + ".</b> ");
        page.prose(table.caption(), numbers).raw("</figcaption>\n");
        page.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" + label + "\"><table><thead><tr>");
        for (int column = 0; column < table.columns().size(); column++) {
            page.raw(table.numeric(column) ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">");
            page.text(table.columns().get(column)).raw("</th>");
        }
        page.raw("</tr></thead><tbody>\n");
        for (List<Cell> row : table.rows()) {
            page.raw("<tr>");
            for (int column = 0; column < row.size(); column++) {
                cell(row.get(column), column == 0, table.numeric(column));
            }
            page.raw("</tr>\n");
        }
        page.raw("</tbody></table></div></figure>\n");
    }

    private void cell(Cell cell, boolean first, boolean numeric) {
        String kind = cell instanceof Cell.Missing ? "number missing" : numeric ? "number" : "";
        String open = first ? "<th scope=\"row\"" : "<td";
        page.raw(open + (kind.isEmpty() ? ">" : " class=\"" + kind + "\">")).text(cell.text()).raw(first ? "</th>" : "</td>");
    }
}
