package org.trabecula.cli.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/// A table of a made-up study: cells as text, numbers with a point and six decimals, missing ones empty.
///
/// @param header column names
/// @param rows   cells
record MadeTable(List<String> header, List<List<String>> rows) {
    static final int PATIENTS = 60;

    MadeTable {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /// Features, scores, age and sex of cases with an outcome; one age and two cells of `f3` are missing, `f2` has negative numbers.
    static MadeTable ofCases() {
        SplittableRandom random = new SplittableRandom(31);
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < PATIENTS; row++) {
            int outcome = row % 2;
            List<String> cells = new ArrayList<>(List.of(
                    "c" + (100 + row), "p" + (200 + row), Integer.toString(outcome),
                    row == 7 ? "" : Integer.toString(50 + random.nextInt(35)), random.nextInt(2) == 0 ? "F" : "M",
                    row % 5 == 4 ? "test" : "train", row % 3 == 0 ? "north" : "south"));
            cells.add(number(random.nextGaussian() + 1.2 * outcome));
            cells.add(number(-40 * random.nextGaussian()));
            cells.add(row == 3 || row == 20 ? "" : number(random.nextGaussian() + 0.8 * outcome));
            cells.add(Integer.toString(random.nextInt(1000)));
            cells.add(number(1 / (1 + Math.exp(-random.nextGaussian() - 1.5 * outcome + 0.7))));
            cells.add(number(random.nextDouble()));
            rows.add(cells);
        }
        return new MadeTable(
                List.of("case_id", "patient_id", "outcome", "age", "sex", "split", "centre", "f1", "f2", "f3", "f4", "p1", "p2"), rows);
    }

    /// Two readers' values of two features, a row a reading.
    static MadeTable ofReadings() {
        SplittableRandom random = new SplittableRandom(32);
        List<List<String>> rows = new ArrayList<>();
        for (int subject = 0; subject < 20; subject++) {
            double[] own = {random.nextGaussian(), -5 * random.nextGaussian()};
            for (String reader : List.of("A", "B")) {
                rows.add(List.of(
                        "s" + (300 + subject), reader, Integer.toString(55 + subject), number(own[0] + 0.2 * random.nextGaussian()),
                        subject == 4 && reader.equals("B") ? "" : number(own[1] + random.nextGaussian())));
            }
        }
        return new MadeTable(List.of("subject", "reader", "age", "f1", "f2"), rows);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    MadeTable withCells(UnaryOperator<String> change) {
        return new MadeTable(header, rows.stream().map(row -> row.stream().map(change).toList()).toList());
    }

    MadeTable withHeader(UnaryOperator<String> change) {
        return new MadeTable(header.stream().map(change).toList(), rows);
    }

    MadeTable with(int row, String column, String cell) {
        List<List<String>> changed = new ArrayList<>(rows);
        List<String> cells = new ArrayList<>(rows.get(row));
        cells.set(header.indexOf(column), cell);
        changed.set(row, cells);
        return new MadeTable(header, changed);
    }

    /// The same columns in this order.
    MadeTable ordered(List<String> columns) {
        int[] from = columns.stream().mapToInt(header::indexOf).toArray();
        return new MadeTable(columns, rows.stream().map(row -> java.util.Arrays.stream(from).mapToObj(row::get).toList()).toList());
    }

    /// Text with this separator; cells are written as they are.
    String text(String separator, String lineEnd) {
        StringBuilder text = new StringBuilder(String.join(separator, header)).append(lineEnd);
        rows.forEach(row -> text.append(String.join(separator, row)).append(lineEnd));
        return text.toString();
    }

    static boolean isNumber(String cell) {
        return cell.matches("-?\\d+(\\.\\d+)?");
    }
}
