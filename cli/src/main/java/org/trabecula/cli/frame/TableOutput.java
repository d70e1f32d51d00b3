package org.trabecula.cli.frame;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.trabecula.table.CellText;
import org.trabecula.table.TableFormat;
import picocli.CommandLine.Option;

/// `-o FILE`: a table; without it, or as `-o -`, the table is printed on stdout as CSV.
public final class TableOutput extends Output {
    /// What a table is written as.
    public static final List<String> ENDINGS = TableFormat.endings();

    private static final Set<String> STDOUT = Set.of("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1");

    @Option(
            names = "--excel-safe",
            description = "Put an apostrophe before text that a spreadsheet would run as a formula (=, +, -, @ first).")
    boolean excelSafe;

    public TableOutput(String description) {
        super("FILE", description);
    }

    /// To be called before the computing.
    ///
    /// @param inputs every file that is read
    /// @throws org.trabecula.core.InputException CLI-001 … CLI-004
    public void check(Collection<Path> inputs) {
        if (!toStdout()) {
            FileOutput.requireEnding(file(), ENDINGS);
            requireFree(file(), inputs);
        }
    }

    /// How text goes into the table's cells.
    public CellText cells() {
        return excelSafe ? CellText.EXCEL_SAFE : CellText.AS_IT_IS;
    }

    /// Whether results are printed.
    public boolean toStdout() {
        return path == null || STDOUT.contains(path.toString());
    }

    /// Where to write; not for [#toStdout].
    public Path file() {
        return required();
    }
}
