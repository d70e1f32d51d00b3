package org.trabecula.cli.verbs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.Words;
import org.trabecula.cohort.ManifestFile;
import org.trabecula.core.FileHashes;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.Progress;
import org.trabecula.core.Version;
import org.trabecula.study.Study;
import org.trabecula.study.folder.RecordedRun;
import org.trabecula.study.input.StudySource;
import org.trabecula.study.problem.StudyProblem;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// A finished run whose command is read once more: the same flags, the same settings, its table found again.
///
/// A table that was typed as `cohort/cases.csv` is looked for from where we stand, and from where the command was typed: the run's
/// folder without the `-o` of the command. So a project that was moved as a whole is found.
final class RecordedStudy {
    private final RecordedRun recorded;
    private final StudySource source;
    private final Path base;
    private final int permutations;

    private RecordedStudy(RecordedRun recorded, StudySource source, Path base, int permutations) {
        this.recorded = recorded;
        this.source = source;
        this.base = base;
        this.permutations = permutations;
    }

    /// @param run   folder of a finished run
    /// @param cases where its table lies now; null: where the command says
    /// @throws InputException STU-007, STU-013, STU-015, and whatever reading the table refuses
    static RecordedStudy of(Path run, @Nullable Path cases, Progress progress) throws IOException {
        RecordedRun recorded = RecordedRun.of(run);
        if (isDemo(recorded)) {
            Path manifest = demoTable(recorded, run, cases);
            return new RecordedStudy(recorded, new StudySource.Images(ManifestFile.read(manifest, Optional.empty())), beside(run), 0);
        }
        StudyVerb study = parsed(new StudyVerb(), recorded, run);
        Path table = studyTable(study, recorded, run, cases);
        List<Path> from = from(run, study.output.path());
        Path config = study.config;
        Path base = config == null
                ? Path.of("")
                : ManifestFile.folderOf(places(from, config).filter(Files::isRegularFile).findFirst().orElse(config));
        return new RecordedStudy(recorded, study.source(table, progress), base, study.permutations());
    }

    /// Where the table lies that a finished run read; empty where it is gone or changed, or where the run does not say.
    static Optional<Path> tableOf(Path run) throws IOException {
        try {
            RecordedRun recorded = RecordedRun.of(run);
            return Optional.of(isDemo(recorded)
                    ? demoTable(recorded, run, null)
                    : studyTable(parsed(new StudyVerb(), recorded, run), recorded, run, null));
        } catch (InputException e) {
            return Optional.empty(); // who asks can do without it
        }
    }

    private static boolean isDemo(RecordedRun recorded) {
        return recorded.command().getFirst().equals("demo");
    }

    private static Path demoTable(RecordedRun recorded, Path run, @Nullable Path cases) throws IOException {
        DemoVerb demo = parsed(new DemoVerb(), recorded, run);
        return present(cases == null ? Stream.of(demo.manifest(beside(run))) : Stream.of(cases), recorded);
    }

    private static Path studyTable(StudyVerb study, RecordedRun recorded, Path run, @Nullable Path cases) throws IOException {
        Path typed = study.manifest;
        if (typed == null) {
            throw notUnderstood(run, "no table of cases in it");
        }
        return present(cases == null ? places(from(run, study.output.path()), typed) : Stream.of(cases), recorded);
    }

    /// The folder that a demonstration was made in.
    private static Path beside(Path run) {
        return run.toAbsolutePath().normalize().resolveSibling("");
    }

    RecordedRun recorded() {
        return recorded;
    }

    StudySource source() {
        return source;
    }

    /// The study, with its results in `folder`.
    Study study(Path folder, int jobs, Progress progress) {
        return new Study(
                recorded.settings(), base, folder, false, jobs, progress, "Trabecula " + Version.text(), recorded.command(),
                permutations);
    }

    private static <V> V parsed(V verb, RecordedRun recorded, Path run) {
        String[] flags = recorded.command().stream().skip(1).toArray(String[]::new);
        CommandLine line = new CommandLine(verb);
        Words.registerIn(line);
        try {
            line.setCaseInsensitiveEnumValuesAllowed(true).parseArgs(flags);
        } catch (ParameterException e) {
            throw notUnderstood(run, String.valueOf(e.getMessage()));
        }
        return verb;
    }

    private static InputException notUnderstood(Path run, String why) {
        return new InputException(new Problem(
                StudyProblem.RECORD_UNREADABLE, run.resolve(RecordedRun.FILE).toString(),
                "a command that this version does not understand: " + why, "a command of this version",
                "run the study again with this version"));
    }

    /// Folders in which the command may have been typed.
    private static List<Path> from(Path run, Optional<Path> out) {
        Path at = run.toAbsolutePath().normalize();
        Optional<Path> typedIn = out.map(Path::normalize)
                .filter(typed -> !typed.isAbsolute() && !typed.startsWith("..") && at.endsWith(typed))
                .map(typed -> {
                    Path folder = at;
                    for (int name = 0; name < typed.getNameCount() && folder.getParent() != null; name++) {
                        folder = folder.getParent();
                    }
                    return folder;
                });
        return Stream.concat(Stream.of(Path.of("")), typedIn.stream()).toList();
    }

    private static Stream<Path> places(List<Path> from, Path typed) {
        return from.stream().map(folder -> folder.resolve(typed)).distinct();
    }

    /// The place where the table lies that the run read.
    private static Path present(Stream<Path> places, RecordedRun recorded) throws IOException {
        FileHashes hashes = new FileHashes();
        Optional<Problem> first = Optional.empty();
        for (Path place : places.toList()) {
            Optional<Problem> changed = recorded.changed(recorded.table(), place, hashes);
            if (changed.isEmpty()) {
                return place;
            }
            first = first.isPresent() && !Files.isRegularFile(place) ? first : changed;
        }
        throw new InputException(first.orElseThrow());
    }
}
