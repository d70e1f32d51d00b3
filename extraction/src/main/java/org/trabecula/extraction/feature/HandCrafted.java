package org.trabecula.extraction.feature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.CancelledException;
import org.trabecula.core.Hash;
import org.trabecula.core.InputException;
import org.trabecula.core.Parallel;
import org.trabecula.core.Problem;
import org.trabecula.core.Progress;
import org.trabecula.extraction.failure.CaseFailure;
import org.trabecula.extraction.failure.ExtractionProblem;
import org.trabecula.extraction.memory.MemoryPlan;
import org.trabecula.extraction.region.CaseImages;
import org.trabecula.radiomics.FeatureRow;
import org.trabecula.radiomics.Radiomics;
import org.trabecula.radiomics.UndefinedFeature;
import org.trabecula.radiomics.prepare.RegionProblem;
import org.trabecula.radiomics.settings.Settings;
import org.trabecula.table.FeatureTable;
import org.trabecula.table.FeatureTableFile;

/// Hand-crafted features of many cases (protocol, step 2). A case that is finished stays finished: its row is kept under
/// the hash of image, mask, label and settings, so an interrupted run goes on where it stopped.
public final class HandCrafted {
    private final Radiomics radiomics;
    private final Opener opener;
    private final Watcher watcher;
    private final String settingsKey;
    private final Path kept;
    private final Map<Path, String> hashes = new ConcurrentHashMap<>();
    private final MemoryPlan memory = MemoryPlan.ofThisProcess();

    /// How image and mask of a case are opened.
    @FunctionalInterface
    public interface Opener {
        CaseImages open(VertebraCase vertebra, Path maskFile);
    }

    /// Who is shown the images of a case on its way.
    @FunctionalInterface
    public interface Watcher {
        Radiomics.Watcher of(VertebraCase vertebra);
    }

    /// An extraction from masks that are brought onto their images' grids where the two differ by rounding only.
    ///
    /// @param settingsKey changes whenever a number could change: settings and engine version
    /// @param kept        folder of finished rows
    public HandCrafted(Settings settings, String settingsKey, Path kept) {
        this(settings, settingsKey, kept, CaseImages::open, vertebra -> Radiomics.Watcher.NOBODY);
    }

    public HandCrafted(Settings settings, String settingsKey, Path kept, Opener opener, Watcher watcher) {
        this.watcher = watcher;
        this.opener = opener;
        this.radiomics = Radiomics.with(settings);
        this.settingsKey = settingsKey;
        this.kept = kept;
    }

    /// Features by case, and the cases that failed.
    public record Result(FeatureTable table, List<CaseFailure> failures) {
        public Result {
            failures = List.copyOf(failures);
        }

        /// The features without a value, by case, with their reasons.
        public List<CaseFailure> undefined() {
            List<CaseFailure> undefined = new ArrayList<>();
            for (int row = 0; row < table.rows(); row++) {
                List<Problem> problems = new ArrayList<>();
                for (int column = 0; column < table.names().size(); column++) {
                    if (Double.isNaN(table.value(row, column))) {
                        problems.add(UndefinedFeature.problem(table.names().get(column)));
                    }
                }
                if (!problems.isEmpty()) {
                    undefined.add(new CaseFailure(table.caseIds().get(row), problems));
                }
            }
            return undefined;
        }
    }

    /// Which outline of a case is meant.
    @FunctionalInterface
    public interface Outline {
        Path of(VertebraCase vertebra);
    }

    /// Extracts what is not finished yet.
    public Result extract(
            String stage, List<VertebraCase> cases, Outline outline, int jobs, Progress progress) {
        List<Optional<FeatureTable>> finished = finished(cases, outline, jobs);
        List<Integer> left = IntStream.range(0, cases.size()).filter(n -> finished.get(n).isEmpty()).boxed().toList();
        if (left.size() < cases.size()) {
            progress.note(cases.size() - left.size() + " of " + cases.size() + " cases are finished already");
        }
        progress.stage(stage, left.size());
        List<Object> results = Parallel.map(left.size(), jobs, at -> rowOrFailure(cases.get(left.get(at)), outline, progress));
        List<FeatureTable> rows = new ArrayList<>();
        List<CaseFailure> failures = new ArrayList<>();
        Iterator<Object> computed = results.iterator();
        for (Optional<FeatureTable> kept : finished) {
            switch (kept.isPresent() ? kept.get() : computed.next()) {
                case FeatureTable row -> rows.add(row);
                case CaseFailure failure -> failures.add(failure);
                default -> throw new IllegalStateException("neither row nor failure");
            }
        }
        return new Result(stacked(rows), failures);
    }

    /// The rows that an earlier run has finished from the same image, mask, label and settings, in the order of `cases`.
    public List<Optional<FeatureTable>> finished(List<VertebraCase> cases, Outline outline, int jobs) {
        if (!Files.isDirectory(kept)) {
            return Collections.nCopies(cases.size(), Optional.empty());
        }
        return Parallel.map(cases.size(), jobs, at -> {
            VertebraCase vertebra = cases.get(at);
            try {
                Path file = keptRow(vertebra, outline.of(vertebra));
                if (!Files.exists(file)) {
                    return Optional.empty();
                }
                FeatureTable row = FeatureTableFile.read(file);
                return Optional.of(new FeatureTable(List.of(vertebra.caseId()), row.texts(), row.names(), columns(row)));
            } catch (InputException | UncheckedIOException e) {
                return Optional.empty(); // the extraction itself will say what is wrong
            }
        });
    }

    private Object rowOrFailure(VertebraCase vertebra, Outline outline, Progress progress) {
        try {
            return row(vertebra, outline.of(vertebra), progress);
        } catch (CancelledException e) {
            throw e;
        } catch (InputException e) {
            return CaseFailure.of(vertebra.caseId(), e);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            return CaseFailure.of(vertebra.caseId(), unforeseen(vertebra, e));
        } finally {
            progress.done(vertebra.caseId());
        }
    }

    /// What no check foresaw ends this case, not the others.
    private static InputException unforeseen(VertebraCase vertebra, Throwable e) {
        String where = "case " + vertebra.caseId();
        Problem problem = switch (e) {
            case OutOfMemoryError memory -> new Problem(
                    RegionProblem.OUT_OF_MEMORY, where, memory.toString(),
                    "less than the " + (Runtime.getRuntime().maxMemory() >> 20) + " MiB that Java may take",
                    "run again with more memory: JAVA_TOOL_OPTIONS=-Xmx8g; finished cases are kept");
            case IOException io -> new Problem(
                    ExtractionProblem.NO_IMAGES, where, io.toString(), "readable image and mask files",
                    "check the files and their permissions");
            default -> new Problem(
                    RegionProblem.FAILED, where, e + " at " + (e.getStackTrace().length > 0 ? e.getStackTrace()[0] : "?"),
                    "features, or a refusal that names what is wrong",
                    "report this line; the other cases are not affected");
        };
        return new InputException(problem, e);
    }

    /// Where the row of a case is kept: by what it is computed from.
    private Path keptRow(VertebraCase vertebra, Path maskFile) {
        String image = vertebra.image().map(this::hash).orElse("no image");
        String key = Hash.sha256Hex(
                String.join("\n", image, hash(maskFile), vertebra.label().orElse("only"), settingsKey)
                        .getBytes(StandardCharsets.UTF_8));
        return kept.resolve(key.substring(0, 32) + ".csv");
    }

    private FeatureTable row(VertebraCase vertebra, Path maskFile, Progress progress) throws IOException {
        CaseImages images = opener.open(vertebra, maskFile);
        FeatureRow row;
        try {
            row = memory.with(
                    radiomics.estimatedBytes(images.image().grid(), images.mask()), () -> extract(vertebra, images));
            row.notes().forEach(note -> progress.note("case " + vertebra.caseId() + ": " + note));
        } catch (InputException e) {
            throw e.at("case " + vertebra.caseId());
        }
        FeatureTable table = table(vertebra.caseId(), row);
        FeatureTableFile.write(table, keptRow(vertebra, maskFile));
        return table;
    }

    private FeatureRow extract(VertebraCase vertebra, CaseImages images) {
        try {
            return radiomics.watchedBy(watcher.of(vertebra)).extract(images.image(), images.mask());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
                return Hash.sha256Hex(path) + hashOfVoxelsBeside(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /// The files of the same name beside a header that keeps its voxels elsewhere (`.hdr` with `.img`, `.nhdr` with `.raw`).
    private static String hashOfVoxelsBeside(Path header) throws IOException {
        String name = header.getFileName().toString();
        Path folder = header.toAbsolutePath().getParent();
        if (folder == null || !name.matches(".*\\.(nhdr|hdr|img|img\\.gz|hdr\\.gz)")) {
            return "";
        }
        StringBuilder hashes = new StringBuilder();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, name.replaceFirst("\\..*", "") + ".*")) {
            for (Path file : StreamSupport.stream(files.spliterator(), false).sorted().toList()) {
                hashes.append(' ').append(Hash.sha256Hex(file));
            }
        }
        return hashes.toString();
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
