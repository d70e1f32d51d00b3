package org.trabecula.stats.table1;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A baseline table as text, with the rounding of a paper.
public final class TableOneText {
    private TableOneText() {}

    /// Comma-separated, header first; cells with commas are quoted.
    public static String csv(TableOne table) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : cells(table)) {
            text.append(String.join(",", row.stream().map(TableOneText::quoted).toList())).append('\n');
        }
        return text.toString();
    }

    /// One HTML document with one table; its borders are inline so that it pastes as a table.
    public static String html(TableOne table) {
        String cell = "style=\"border:1px solid #444;padding:2px 8px;text-align:left\"";
        StringBuilder text = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<title>Baseline table</title></head><body>\n<table style=\"border-collapse:collapse\">\n<caption>By "
                + escaped(table.by()) + "</caption>\n");
        String tag = "th";
        for (List<String> row : cells(table)) {
            text.append("<tr>");
            for (String value : row) {
                text.append('<').append(tag).append(' ').append(cell).append('>').append(escaped(value)).append("</")
                        .append(tag).append('>');
            }
            text.append("</tr>\n");
            tag = "td";
        }
        return text.append("</table>\n</body></html>\n").toString();
    }

    /// Header and rows of cells.
    private static List<List<String>> cells(TableOne table) {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("variable"));
        for (int group = 0; group < table.groups().size(); group++) {
            header.add(table.by() + " = " + table.groups().get(group) + " (n = " + table.sizes().get(group) + ")");
        }
        header.addAll(List.of("test", "p", "SMD"));
        rows.add(header);
        for (TableOne.Row row : table.rows()) {
            switch (row) {
                case TableOne.ContinuousRow continuous -> rows.add(continuousCells(continuous));
                case TableOne.CategoricalRow categorical -> addCategorical(rows, categorical);
            }
        }
        return rows;
    }

    private static List<String> continuousCells(TableOne.ContinuousRow row) {
        String how = row.normal() ? ", mean ± SD" : ", median (IQR)";
        List<String> cells = new ArrayList<>(List.of(row.name() + how));
        for (Summary summary : row.byGroup()) {
            String shown = row.normal()
                    ? number(summary.mean()) + " ± " + number(summary.sd())
                    : number(summary.median()) + " (" + number(summary.q25()) + "–" + number(summary.q75()) + ")";
            cells.add(summary.missing() == 0 ? shown : shown + "; missing " + summary.missing());
        }
        cells.addAll(List.of(row.test().method(), p(row.test().p()), number(row.meanDifference())));
        return cells;
    }

    private static void addCategorical(List<List<String>> rows, TableOne.CategoricalRow row) {
        List<String> head = new ArrayList<>(List.of(row.name() + ", n (%)"));
        for (int missing : row.missing()) {
            head.add(missing == 0 ? "" : "missing " + missing);
        }
        head.addAll(List.of(row.test().method(), p(row.test().p()), number(row.meanDifference())));
        rows.add(head);
        for (int level = 0; level < row.levels().size(); level++) {
            List<String> cells = new ArrayList<>(List.of("  " + row.levels().get(level)));
            for (List<Integer> counts : row.counts()) {
                int total = counts.stream().mapToInt(Integer::intValue).sum();
                int count = counts.get(level);
                cells.add(count + " (" + String.format(Locale.ROOT, "%.1f", 100.0 * count / total) + ")");
            }
            cells.addAll(List.of("", "", ""));
            rows.add(cells);
        }
    }

    /// Three significant digits at least, whole numbers in full.
    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        double size = Math.abs(value);
        int decimals = size >= 100 ? 1 : size >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    private static String p(double p) {
        if (Double.isNaN(p)) {
            return "";
        }
        return p < 0.001 ? "<0.001" : String.format(Locale.ROOT, "%.3f", p);
    }

    private static String quoted(String cell) {
        return cell.contains(",") || cell.contains("\"") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
