package org.trabecula.table;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trabecula.core.AtomicFile;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;

/// What a table is written as; the end of the file's name says which.
public enum TableFormat {
    CSV(".csv", ','),
    CSV_GZIP(".csv.gz", ','),
    TSV(".tsv", '\t'),
    PARQUET(".parquet", ',');

    private final String ending;
    private final char separator;

    TableFormat(String ending, char separator) {
        this.ending = ending;
        this.separator = separator;
    }

    public String ending() {
        return ending;
    }

    /// Between the cells of a text.
    char separator() {
        return separator;
    }

    /// All endings, for messages and checks.
    public static List<String> endings() {
        return Arrays.stream(values()).map(TableFormat::ending).toList();
    }

    /// The format that a name says, in any case.
    public static Optional<TableFormat> ofName(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(format -> name.endsWith(format.ending)).findFirst();
    }

    /// The format in which a table is written to `file`; CSV to a device or pipe. To be asked before any computing.
    ///
    /// @throws InputException TAB-011 if the name says none
    public static TableFormat toWrite(Path file) {
        return AtomicFile.isWrittenThrough(file) ? CSV : ofName(file).orElseThrow(() -> new InputException(new Problem(
                TableProblem.NO_FORMAT, file.toString(), "a name that ends in none of these", String.join(", ", endings()),
                "end the name in " + CSV.ending)));
    }
}
