package org.trabecula.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.extraction.part.ExtractedPart;
import org.trabecula.extraction.part.PartFile;
import org.trabecula.extraction.part.PartOrigin;
import org.trabecula.extraction.part.PartOutline;
import org.trabecula.extraction.part.PartProblem;
import org.trabecula.extraction.part.PlacedFailure;
import org.trabecula.table.FeatureTable;
import org.trabecula.table.NotedTable;
import org.trabecula.table.NotedTableFile;

/// The folder of results:
///
/// ```
/// OUTPUT/rows/part-00000.parquet …      features by case; `extract --merge` makes one table of all
/// OUTPUT/failures/part-00000.parquet …  cases that failed, with code, where, message, fix
/// OUTPUT/_SUCCESS                       when every case is in one of them
/// ```
///
/// A file is under its name only when it is whole ([WholeFile]). The failures of a part stand in its notes too, and these count: a driver
/// that ends between the two files has committed neither, and the next one takes away what is left of them.
final class PartsFolder {
    private static final Pattern PART = Pattern.compile("part-\\d{5,}\\.parquet");

    private final String output;
    private final Configuration configuration;
    private int next;

    PartsFolder(String output, Configuration configuration) {
        this.output = output;
        this.configuration = configuration;
    }

    /// What an earlier run has committed.
    ///
    /// @param lines    of the manifest that are done
    /// @param rows     of features
    /// @param failures of cases
    record Done(Set<Integer> lines, int rows, int failures) {}

    /// @param copies a folder of this machine for parts that lie elsewhere
    /// @throws InputException PRT-002 if the folder holds another extraction, PRT-001 and TAB-001 for files that are none of ours
    Done done(PartOrigin origin, Path copies) throws IOException {
        RemoteFiles rows = new RemoteFiles(place("rows"), configuration);
        Set<Integer> lines = new TreeSet<>();
        int rowCount = 0;
        int failureCount = 0;
        for (String name : rows.names(PART)) {
            Path file = rows.local(name, copies);
            PartOutline part = PartFile.outline(file);
            if (file.startsWith(copies)) {
                Files.delete(file); // a job's parts may be more than this machine's disk holds
            }
            if (!part.origin().equals(origin)) {
                throw new InputException(new Problem(
                        PartProblem.OTHER_EXTRACTION, output, "rows of another manifest, other settings or another program in rows/" + name,
                        "an empty folder, or one that this job had begun", "choose another --output"));
            }
            lines.addAll(part.lines());
            rowCount += part.rows();
            failureCount += part.failures();
            next = Math.max(next, Integer.parseInt(name.replaceAll("\\D", "")) + 1);
        }
        removeFailuresBut(Set.copyOf(rows.names(PART)));
        return new Done(lines, rowCount, failureCount);
    }

    /// Failures whose part was never committed, or was taken away so that its cases are tried again.
    private void removeFailuresBut(Set<String> committed) throws IOException {
        RemoteFiles failures = new RemoteFiles(place("failures"), configuration);
        for (String name : failures.names(PART)) {
            if (!committed.contains(name)) {
                failures.folder().getFileSystem(configuration).delete(failures.path(name), false);
            }
        }
    }

    /// Commits some rows and failures.
    ///
    /// @throws InputException SPK-002 if another driver has written a part of that name
    void commit(ExtractedPart part) throws IOException {
        String name = String.format(Locale.ROOT, "part-%05d.parquet", next++);
        if (!part.failures().isEmpty()) {
            NotedTable failures = new NotedTable(failures(part), Map.of());
            WholeFile.over(place("failures/" + name), configuration).write(out -> NotedTableFile.write(failures, out));
        }
        WholeFile.fresh(place("rows/" + name), configuration).write(out -> PartFile.write(part, out));
    }

    /// Says that every case is done.
    void succeed() throws IOException {
        WholeFile.over(place("_SUCCESS"), configuration).write(_ -> {});
    }

    private org.apache.hadoop.fs.Path place(String name) {
        return new org.apache.hadoop.fs.Path(output, name);
    }

    /// One row a case: its first problem, and the others as text.
    private static FeatureTable failures(ExtractedPart part) {
        List<String> ids = new ArrayList<>();
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (PlacedFailure failure : part.failures()) {
            List<Problem> problems = failure.failure().problems();
            Problem first = problems.getFirst();
            ids.add(failure.failure().caseId());
            add(texts, "line", Integer.toString(failure.line()));
            add(texts, "code", first.code().code());
            add(texts, "where", first.where());
            add(texts, "message", first.code().what() + ": " + first.found());
            add(texts, "fix", first.fix());
            add(texts, "more", String.join("\n", problems.stream().skip(1).map(Problem::text).toList()));
        }
        return new FeatureTable(ids, texts, List.of(), new double[0][]);
    }

    private static void add(Map<String, List<String>> texts, String column, String cell) {
        texts.computeIfAbsent(column, fresh -> new ArrayList<>()).add(cell);
    }
}
