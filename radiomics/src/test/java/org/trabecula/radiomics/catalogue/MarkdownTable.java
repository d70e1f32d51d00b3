package org.trabecula.radiomics.catalogue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A table in GitHub's Markdown.
final class MarkdownTable {
    private MarkdownTable() {}

    static String of(List<String> head, Stream<List<String>> rows) {
        String rule = head.stream().map(_ -> "---").collect(Collectors.joining("|", "|", "|\n"));
        return line(head) + rule + rows.map(MarkdownTable::line).collect(Collectors.joining());
    }

    /// In the type of formulas and names.
    static String code(String text) {
        return "`" + text + "`";
    }

    private static String line(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
