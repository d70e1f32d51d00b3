package org.trabecula.study.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.Shown;
import org.trabecula.extraction.part.PartMerge;
import org.trabecula.study.problem.StudyProblem;
import org.trabecula.table.ColumnRole;
import org.trabecula.table.FeatureTable;
import org.trabecula.table.FeatureTableFile;
import org.trabecula.table.TextTable;

/// Features that were measured before and elsewhere, beside the cases of a manifest: the table that a study of features reads.
public final class MeasuredFeatures {
    /// What `extract` writes of image, mask and settings beside the features.
    private static final String DIAGNOSTICS = "diagnostics_";
    private static final String PARQUET = ".parquet";
    private static final int MOST_NAMED = 5;

    private final String place;
    private final FeatureTable table;

    private MeasuredFeatures(String place, FeatureTable table) {
        this.place = place;
        this.table = table;
    }

    /// @param place a table of features, or a folder of the parts of one extraction: of shards, or what a job on a cluster wrote
    ///     (`rows/part-00000.parquet` …)
    /// @throws InputException PRT-001 to PRT-004 where parts are missing, double or of several extractions; STU-010 for a folder without parts;
    ///     TAB-… for a table that cannot be read
    public static MeasuredFeatures read(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return new MeasuredFeatures(place.toString(), FeatureTableFile.read(place));
        }
        Path rows = place.resolve("rows");
        List<Path> parts = parquet(Files.isDirectory(rows) ? rows : place);
        if (parts.isEmpty()) {
            throw new InputException(new Problem(
                    StudyProblem.NO_FEATURES, place.toString(), "no file that ends in " + PARQUET, "parts of an extraction, in it or in its folder rows",
                    "name the folder that the job wrote, or a table of features"));
        }
        return new MeasuredFeatures(place.toString(), PartMerge.of(parts).table().table());
    }

    private static List<Path> parquet(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(PARQUET) && !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /// The manifest's cases that were measured, in its order: what it knows of them but their files, and their features. Its own columns of
    /// numbers are no features. Who is left out is said in the table's notes.
    ///
    /// @param named columns of the manifest that mean something here, whatever their names are
    /// @throws InputException STU-010 if not one of its cases was measured
    public TextTable beside(TextTable manifest, Set<String> named) {
        manifest.column(FeatureTableFile.CASE_ID); // refused where it is missing: nothing else joins the two
        List<String> kept = manifest.header().stream().filter(column -> named.contains(column) || isOfTheCase(column)).toList();
        List<String> features = table.names().stream().filter(name -> !name.startsWith(DIAGNOSTICS) && !kept.contains(name)).toList();
        List<String> header = Stream.concat(kept.stream(), features.stream()).toList();
        int[] places = features.stream().mapToInt(table.names()::indexOf).toArray();
        List<TextTable.Row> rows = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (int row = 0; row < manifest.rowCount(); row++) {
            String id = manifest.cell(row, FeatureTableFile.CASE_ID);
            if (!table.hasCase(id)) {
                left.add(id);
                continue;
            }
            List<String> cells = new ArrayList<>();
            for (String column : kept) {
                cells.add(manifest.cell(row, column));
            }
            int measured = table.rowOf(id);
            for (int place : places) {
                cells.add(FeatureTableFile.number(table.value(measured, place)));
            }
            rows.add(new TextTable.Row(manifest.line(row), cells));
        }
        if (rows.isEmpty()) {
            throw new InputException(new Problem(
                    StudyProblem.NO_FEATURES, manifest.source() + " and " + place, "no case_id that both have", "features of the manifest's cases",
                    "name the folder or the table that was measured from this manifest"));
        }
        List<String> notes = new ArrayList<>(manifest.notes());
        if (!left.isEmpty()) {
            notes.add(Shown.count(left.size(), "case") + " without features in " + place + ", left out: "
                    + String.join(", ", left.subList(0, Math.min(MOST_NAMED, left.size()))) + (left.size() > MOST_NAMED ? ", …" : ""));
        }
        return manifest.remade(header, rows, Map.of()).withNotes(notes);
    }

    /// Whether a column says something of a case that is no file.
    private static boolean isOfTheCase(String column) {
        Optional<ColumnRole> role = ColumnRole.of(column);
        return role.isPresent() && role.get() != ColumnRole.IMAGE && role.get() != ColumnRole.MASK;
    }
}
