package org.trabecula.figures;

import java.util.ArrayList;
import java.util.List;

/// Words set in rows of a given width.
final class WrappedRows {
    private WrappedRows() {}

    /// Parts joined by a separator, as many a row as fit.
    static List<String> of(List<String> parts, String separator, double width, int size) {
        List<String> rows = new ArrayList<>();
        StringBuilder row = new StringBuilder();
        for (String part : parts) {
            if (!row.isEmpty() && Svg.width(row + separator + part, size) > width) {
                rows.add(row.toString());
                row.setLength(0);
            }
            row.append(row.isEmpty() ? "" : separator).append(part);
        }
        if (!row.isEmpty()) {
            rows.add(row.toString());
        }
        return rows;
    }

    /// A text broken at its blanks.
    static List<String> broken(String text, double width, int size) {
        return of(List.of(text.split(" ")), " ", width, size);
    }
}
