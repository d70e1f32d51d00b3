package org.trabecula.cli.verbs;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.FolderOutput;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.core.AtomicFile;
import org.trabecula.core.Progress;
import org.trabecula.evaluation.document.BaselineDocument;
import org.trabecula.evaluation.document.JsonText;
import org.trabecula.evaluation.input.BaselineColumns;
import org.trabecula.table.ColumnNames;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.TextTable;
import picocli.CommandLine.Option;

/// `evaluate --table1`: a baseline table of any file; a mixin.
final class BaselineFlags {
    private static final List<String> FILES = List.of("table1.json", "table1.csv", "table1.html");

    @Option(names = "--by", paramLabel = "COL", description = "Its groups, such as outcome or split.")
    @Nullable String by;

    @Option(names = "--variables", paramLabel = "COL", description = "Its rows; columns of numbers are continuous.")
    List<String> variables = List.of();

    @Option(
            names = "--categorical",
            paramLabel = "COL",
            description = "Variables to count although they are numbers (default: none).")
    List<String> categorical = List.of();

    void make(Path file, FolderOutput output, boolean json, Progress progress, PrintWriter out) throws IOException {
        if (by == null || variables.isEmpty()) {
            throw new UsageException("--table1 needs --by COL and --variables COL,COL");
        }
        output.check(FILES, List.of(file));
        TextTable table = DelimitedText.read(file);
        BaselineColumns made =
                BaselineColumns.read(table, by, ColumnNames.of(table, variables), ColumnNames.of(table, categorical));
        made.notes().forEach(progress::note);
        BaselineDocument document = new BaselineDocument(made.table());
        String text = JsonText.of(document.object()) + "\n";
        if (output.path().isPresent()) {
            Path folder = output.required();
            AtomicFile.writeText(folder.resolve("table1.json"), text);
            AtomicFile.writeText(folder.resolve("table1.csv"), document.csv());
            AtomicFile.writeText(folder.resolve("table1.html"), document.html());
        }
        out.print(json ? text : document.csv());
    }
}
