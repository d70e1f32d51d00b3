package org.trabecula.evaluation.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.trabecula.core.Shown;
import org.trabecula.stats.table1.Summary;
import org.trabecula.stats.table1.TableOne;
import org.trabecula.table.TableFormat;
import org.trabecula.table.TextTableFile;

/// A baseline table for readers: as CSV, and as a page that pastes into a word processor.
final class BaselineText {
    private static final int SMD_DECIMALS = 3;

    private final TableOne table;

    BaselineText(TableOne table) {
        this.table = table;
    }

    String csv() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            TextTableFile.write(bytes, TableFormat.CSV, header(), rows());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /// One page with one table; its borders are inline so that it pastes as a table.
    String html() {
        StringBuilder text = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<title>Baseline table</title></head><body>\n<table style=\"border-collapse:collapse\">\n<caption>By "
                + escaped(table.by()) + "</caption>\n");
        addRow(text, "th", header());
        rows().forEach(row -> addRow(text, "td", row));
        return text.append("</table>\n</body></html>\n").toString();
    }

    private static void addRow(StringBuilder text, String tag, List<String> cells) {
        text.append("<tr>");
        for (String cell : cells) {
            text.append('<').append(tag).append(" style=\"border:1px solid #444;padding:2px 8px;text-align:left\">")
                    .append(escaped(cell)).append("</").append(tag).append('>');
        }
        text.append("</tr>\n");
    }

    private List<String> header() {
        List<String> header = new ArrayList<>(List.of("variable"));
        for (int group = 0; group < table.groups().size(); group++) {
            header.add(table.by() + " = " + table.groups().get(group) + " (n = " + table.sizes().get(group) + ")");
        }
        header.addAll(List.of("test", "p", "SMD"));
        return header;
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (TableOne.Row row : table.rows()) {
            switch (row) {
                case TableOne.ContinuousRow continuous -> rows.add(continuous(continuous));
                case TableOne.CategoricalRow categorical -> addCategorical(rows, categorical);
            }
        }
        return rows;
    }

    private List<String> continuous(TableOne.ContinuousRow row) {
        List<String> cells = new ArrayList<>(List.of(row.name() + (row.normal() ? ", mean ± SD" : ", median (quartiles)")));
        for (Summary summary : row.byGroup()) {
            cells.add(BaselineCells.withUnknown(
                    row.normal() ? BaselineCells.meanSd(summary) : BaselineCells.medianQuartiles(summary), summary.missing()));
        }
        cells.addAll(test(row));
        return cells;
    }

    private void addCategorical(List<List<String>> rows, TableOne.CategoricalRow row) {
        List<String> head = new ArrayList<>(List.of(row.name() + ", n (%)"));
        row.missing().forEach(missing -> head.add(BaselineCells.unknown(missing)));
        head.addAll(test(row));
        rows.add(head);
        for (int level = 0; level < row.levels().size(); level++) {
            List<String> cells = new ArrayList<>(List.of("  " + row.levels().get(level)));
            for (List<Integer> counts : row.counts()) {
                cells.add(BaselineCells.share(counts.get(level), counts.stream().mapToInt(Integer::intValue).sum()));
            }
            cells.addAll(List.of("", "", ""));
            rows.add(cells);
        }
    }

    /// The last three columns; a mean difference is one of two groups.
    private List<String> test(TableOne.Row row) {
        return List.of(
                row.test().method(), Shown.p(row.test().p()),
                table.groups().size() == 2 ? Shown.fixed(row.meanDifference(), SMD_DECIMALS) : "");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
