package org.trabecula.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Numbers that may stand for "not known": 99, −999, 8888 far away from everything else in their column. They are named, never
/// taken for missing: only the table's owner knows.
public final class Sentinels {
    /// Nines, eights or sevens alone, as questionnaires and data bases code what is not known.
    private static final Pattern CODE = Pattern.compile("[-−]?(9{2,}|8{2,}|7{2,})([.,]0*)?");
    /// A value nearer than this many ranges of the others may belong to them.
    private static final double RANGES_AWAY = 3;
    private static final int MOST_LINES = 3;

    private Sentinels() {}

    /// One sentence for each column that holds such a number.
    ///
    /// @param columns of numbers
    public static List<String> notes(TextTable table, List<String> columns) {
        List<String> notes = new ArrayList<>();
        for (String column : columns) {
            note(table, column).ifPresent(notes::add);
        }
        return notes;
    }

    private static Optional<String> note(TextTable table, String column) {
        double[] values = table.numbers(column);
        // a code is the smallest or the largest number of its column
        return note(table, column, values, extreme(values, -1)).or(() -> note(table, column, values, extreme(values, 1)));
    }

    /// The largest of the values times `sign`.
    private static double extreme(double[] values, int sign) {
        double most = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            most = sign * value > most ? sign * value : most; // never for NaN
        }
        return sign * most;
    }

    private static Optional<String> note(TextTable table, String column, double[] values, double extreme) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (value != extreme) {
                low = value < low ? value : low;
                high = value > high ? value : high;
            }
        }
        double range = high - low;
        double away = extreme < low ? low - extreme : extreme - high;
        if (!(range > 0) || !(away > RANGES_AWAY * range)) {
            return Optional.empty();
        }
        int[] rows = IntStream.range(0, values.length).filter(row -> values[row] == extreme).toArray();
        String code = table.cell(rows[0], column);
        if (!CODE.matcher(code).matches()) {
            return Optional.empty();
        }
        String lines = Arrays.stream(rows).limit(MOST_LINES).mapToObj(row -> Integer.toString(table.line(row)))
                .collect(Collectors.joining(", "));
        return Optional.of("'" + column + "' is " + code + " in " + rows.length + (rows.length == 1 ? " row (line " : " rows (lines ")
                + lines + (rows.length > MOST_LINES ? ", …" : "") + "), " + Math.round(away / range)
                + " times the range of all others away from them; if it means that nothing is known, empty those cells");
    }
}
