package org.trabecula.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.cohort.CaseFiles;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.FileHashes;
import org.trabecula.core.Provenance;
import org.trabecula.core.StageKey;
import org.trabecula.core.Version;
import org.trabecula.deep.network.NetworkWeights;
import org.trabecula.evaluation.Evaluator;
import org.trabecula.extraction.region.CaseOpener;
import org.trabecula.figures.RocFigure;
import org.trabecula.learn.Split;
import org.trabecula.radiomics.Radiomics;
import org.trabecula.report.Report;
import org.trabecula.stats.Matrix;
import org.trabecula.study.fit.TableHash;
import org.trabecula.study.folder.SeenFile;
import org.trabecula.study.settings.Choice;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.study.settings.StudyYaml;
import org.trabecula.study.settings.WeightsFiles;
import org.trabecula.table.FeatureTable;

/// What names a study: its rows and settings; and what decides every number of it: the contents of its inputs and the program
/// beside them. No folder of this machine is in either, so a study that was moved is the same study.
///
/// @param settings of the study
/// @param cohort   its rows
/// @param table    its features, for a study of a ready table
/// @param base     that relative paths in the settings start from
record StudyKey(StudySettings settings, Cohort cohort, Optional<FeatureTable> table, Path base) {
    /// Names the study: other settings or other rows are another study.
    String name() {
        return identity().hash();
    }

    /// Changes whenever a result could.
    String content(List<SeenFile> inputs) {
        StageKey key = identity().and("code", code());
        for (SeenFile input : inputs) {
            key = key.and(input.name(), input.sha256());
        }
        return table.isEmpty() ? key.hash() : key.and("table", TableHash.of(table.get())).hash();
    }

    /// The table of the cases as it is now; empty where they came from no file.
    Optional<Provenance.Input> tableFile(FileHashes hashes) throws IOException {
        Path table = Path.of(cohort.source());
        return Files.isRegularFile(table)
                ? Optional.of(new Provenance.Input(fileName(table), hashes.of(table)))
                : Optional.empty();
    }

    /// The program, by the modules that decide a study's files.
    static String code() {
        return Version.ofCode(
                Study.class, Split.class, Radiomics.class, NetworkWeights.class, Matrix.class, Evaluator.class, Report.class,
                RocFigure.class, CaseOpener.class, Cohort.class, FeatureTable.class, StageKey.class);
    }

    private StageKey identity() {
        StudySettings named = settings.network().weights()
                .map(files -> settings.withWeights(files.map(file -> fileName(Path.of(file)))))
                .orElse(settings);
        StageKey key = StageKey.of("study").and("settings", StudyYaml.write(named)).and("classes", cohort.classes().toString());
        for (VertebraCase c : cohort.cases()) {
            key = key.and(c.caseId(), c.withFiles(CaseFiles.NONE) + " " + c.label() + " " + paths(c).map(this::relative).toList());
        }
        return key;
    }

    /// The inputs as they are now; hashes of `before` where a file has not changed since. Empty where one is missing.
    Optional<List<SeenFile>> inputs(FileHashes hashes, List<SeenFile> before) throws IOException {
        List<SeenFile> inputs = new ArrayList<>();
        for (Map.Entry<String, Path> file : files().entrySet()) {
            if (!Files.isRegularFile(file.getValue())) {
                return Optional.empty();
            }
            inputs.add(SeenFile.of(file.getKey(), file.getValue(), hashes, before));
        }
        return Optional.of(inputs);
    }

    /// The inputs as the study read them; those that could not be read are among its failures.
    List<SeenFile> read(FileHashes hashes) throws IOException {
        List<SeenFile> inputs = new ArrayList<>();
        for (Map.Entry<String, Path> file : files().entrySet()) {
            if (Files.isRegularFile(file.getValue())) {
                inputs.add(SeenFile.of(file.getKey(), file.getValue(), hashes));
            }
        }
        return inputs;
    }

    /// Every file once, by the name that a record may hold.
    Map<String, Path> files() {
        Map<String, Path> files = new LinkedHashMap<>();
        cohort.included().stream().flatMap(StudyKey::paths).forEach(path -> slices(path)
                .forEach(file -> files.putIfAbsent(
                        file.equals(path) ? relative(path) : relative(path) + "/" + path.relativize(file), file)));
        if (table.isEmpty()) {
            settings.network().weights().ifPresent(weights -> files.putAll(files(weights)));
        }
        return files;
    }

    /// Before the name of the weights among [#inputs].
    static final String WEIGHTS = "weights: ";

    /// Two networks may have files of one name in two folders.
    private Map<String, Path> files(WeightsFiles weights) {
        Map<String, Path> files = new LinkedHashMap<>();
        switch (weights) {
            case WeightsFiles.Any(String file) -> files.put(WEIGHTS + fileName(Path.of(file)), base.resolve(file));
            case WeightsFiles.Each(Map<Choice.Architecture, String> each) -> each.forEach(
                    (network, file) -> files.put(WEIGHTS + network.yaml() + ": " + fileName(Path.of(file)), base.resolve(file)));
        }
        return files;
    }

    private static Stream<Path> paths(VertebraCase c) {
        return Stream.of(c.image(), c.mask(), c.maskIntra(), c.maskInter()).flatMap(Optional::stream);
    }

    /// The files of a folder, which is an image too (DICOM); a file itself.
    private static List<Path> slices(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> inside = Files.walk(path)) {
            return inside.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String relative(Path path) {
        Path folder = Path.of(cohort.source()).toAbsolutePath().normalize().getParent();
        Path file = path.toAbsolutePath().normalize();
        return folder != null && file.startsWith(folder) ? folder.relativize(file).toString().replace('\\', '/') : fileName(file);
    }

    private static String fileName(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
