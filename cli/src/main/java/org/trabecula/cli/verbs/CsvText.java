package org.trabecula.cli.verbs;

/// Lines of a CSV file, numbers in full.
final class CsvText {
    private final StringBuilder text = new StringBuilder();

    CsvText(Object... header) {
        line(header);
    }

    /// NaN is an empty cell.
    CsvText line(Object... cells) {
        for (int k = 0; k < cells.length; k++) {
            text.append(k == 0 ? "" : ",").append(cell(cells[k]));
        }
        text.append('\n');
        return this;
    }

    private static String cell(Object value) {
        String words = value instanceof Double number && Double.isNaN(number) ? "" : value.toString();
        return words.matches("[^,\"\n]*") ? words : '"' + words.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
