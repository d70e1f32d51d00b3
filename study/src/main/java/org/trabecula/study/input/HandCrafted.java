package org.trabecula.study.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.Hash;
import org.trabecula.core.InputException;
import org.trabecula.core.Parallel;
import org.trabecula.core.Progress;
import org.trabecula.radiomics.FeatureRow;
import org.trabecula.radiomics.Radiomics;
import org.trabecula.radiomics.settings.Settings;
import org.trabecula.table.FeatureTable;
import org.trabecula.table.FeatureTableFile;

/// Hand-crafted features of many cases (protocol, step 2). A case that is finished stays finished: its row is kept under
/// the hash of image, mask, label and settings, so an interrupted run goes on where it stopped.
public final class HandCrafted {
    private final Radiomics radiomics;
    private final String settingsKey;
    private final Path kept;
    private final Map<Path, String> hashes = new ConcurrentHashMap<>();

    /// @param settingsKey changes whenever a number could change: settings and engine version
    /// @param kept        folder of finished rows
    public HandCrafted(Settings settings, String settingsKey, Path kept) {
        this.radiomics = Radiomics.with(settings);
        this.settingsKey = settingsKey;
        this.kept = kept;
    }

    /// Features by case, and the cases that failed.
    public record Result(FeatureTable table, List<CaseFailure> failures) {
        public Result {
            failures = List.copyOf(failures);
        }
    }

    /// Which outline of a case is meant.
    @FunctionalInterface
    public interface Outline {
        Path of(VertebraCase vertebra);
    }

    public Result extract(
            String stage, List<VertebraCase> cases, Outline outline, int jobs, Progress progress) {
        progress.stage(stage, cases.size());
        List<Object> results = Parallel.map(cases.size(), jobs, at -> {
            VertebraCase vertebra = cases.get(at);
            try {
                return row(vertebra, outline.of(vertebra));
            } catch (InputException e) {
                return CaseFailure.of(vertebra.caseId(), e);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } finally {
                progress.done(vertebra.caseId());
            }
        });
        List<FeatureTable> rows = new ArrayList<>();
        List<CaseFailure> failures = new ArrayList<>();
        for (Object result : results) {
            switch (result) {
                case FeatureTable row -> rows.add(row);
                case CaseFailure failure -> failures.add(failure);
                default -> throw new IllegalStateException("neither row nor failure");
            }
        }
        return new Result(stacked(rows), failures);
    }

    private FeatureTable row(VertebraCase vertebra, Path maskFile) throws IOException {
        CaseImages images = CaseImages.open(vertebra, maskFile);
        String key = Hash.sha256Hex(String.join(
                        "\n", hash(images.image().path()), hash(maskFile), vertebra.label().orElse("only"), settingsKey)
                .getBytes(StandardCharsets.UTF_8));
        Path file = kept.resolve(key.substring(0, 32) + ".csv");
        if (Files.exists(file)) {
            FeatureTable finished = FeatureTableFile.read(file);
            return new FeatureTable(
                    List.of(vertebra.caseId()), finished.texts(), finished.names(), columns(finished));
        }
        FeatureRow row;
        try {
            row = radiomics.extract(images.image(), images.mask());
        } catch (InputException e) {
            throw e.at("case " + vertebra.caseId());
        }
        FeatureTable table = table(vertebra.caseId(), row);
        FeatureTableFile.write(table, file);
        return table;
    }

    /// One case as a table of one row, its diagnostics beside the features.
    public static FeatureTable table(String caseId, FeatureRow row) {
        double[][] columns = new double[row.size()][];
        for (int feature = 0; feature < columns.length; feature++) {
            columns[feature] = new double[] {row.value(feature)};
        }
        Map<String, List<String>> diagnostics = new LinkedHashMap<>();
        row.diagnostics().forEach((name, text) -> diagnostics.put(name, List.of(text)));
        return new FeatureTable(List.of(caseId), diagnostics, row.names(), columns);
    }

    private static double[][] columns(FeatureTable table) {
        double[][] columns = new double[table.names().size()][];
        for (int column = 0; column < columns.length; column++) {
            columns[column] = table.column(column);
        }
        return columns;
    }

    /// Several vertebrae share a file; each is hashed once a run.
    private String hash(Path file) {
        return hashes.computeIfAbsent(file, path -> {
            try {
                return Hash.sha256Hex(path);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    /// One table of all rows. Cases may lack a column (a filter skipped on a thin image); there the value is NaN.
    public static FeatureTable stacked(List<FeatureTable> rows) {
        List<String> names = new ArrayList<>(new java.util.LinkedHashSet<>(
                rows.stream().flatMap(row -> row.names().stream()).toList()));
        double[][] columns = new double[names.size()][rows.size()];
        for (int column = 0; column < columns.length; column++) {
            for (int row = 0; row < rows.size(); row++) {
                FeatureTable one = rows.get(row);
                columns[column][row] = one.has(names.get(column)) ? one.column(names.get(column))[0] : Double.NaN;
            }
        }
        Map<String, List<String>> texts = new LinkedHashMap<>();
        rows.stream().flatMap(row -> row.texts().keySet().stream()).forEach(name -> texts.putIfAbsent(
                name, rows.stream().map(row -> row.texts().getOrDefault(name, List.of("")).getFirst()).toList()));
        return new FeatureTable(rows.stream().map(row -> row.caseIds().getFirst()).toList(), texts, names, columns);
    }
}
