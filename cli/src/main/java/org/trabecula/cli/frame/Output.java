package org.trabecula.cli.frame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.AtomicFile;
import org.trabecula.core.FileTrouble;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.ProblemCode;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/// `-o/--out` and `--force`, the same in every verb; a mixin of three kinds: [TableOutput], [FileOutput], [FolderOutput].
///
/// Everything that can be said about an output is said by `check`, before the computing: that it can be written (or why not),
/// that its name says what to write, that nothing is replaced without `--force`, and that it is none of the inputs, with
/// `--force` neither. A device or a pipe is never "there already": it is written through.
public abstract sealed class Output permits TableOutput, FileOutput, FolderOutput {
    private final String label;
    private final String description;
    private final Set<Path> tried = new HashSet<>();

    @Option(names = {"-o", "--out"}, paramLabel = "OUT", description = "Where results go.")
    @Nullable Path path;

    @Option(names = "--force", description = "Overwrite what is there. An input is never overwritten.")
    boolean force;

    /// @param label       such as `FILE`
    /// @param description of `-o` in the verb's help
    Output(String label, String description) {
        this.label = label;
        this.description = description;
    }

    public final boolean force() {
        return force;
    }

    /// As typed.
    public final Optional<Path> path() {
        return Optional.ofNullable(path);
    }

    /// As typed, by verbs that cannot do without.
    ///
    /// @throws UsageException when it is not there
    public final Path required() {
        if (path == null) {
            throw new UsageException("missing: where results go, -o " + label);
        }
        return path;
    }

    /// Puts the verb's own words into its help: a mixin's annotations are the same everywhere, what a verb writes is not.
    public static void describeIn(CommandLine line) {
        for (CommandLine verb : line.getSubcommands().values()) {
            CommandSpec spec = verb.getCommandSpec();
            for (CommandSpec mixin : spec.mixins().values()) {
                if (mixin.userObject() instanceof Output output) {
                    OptionSpec general = spec.findOption("-o");
                    spec.remove(general);
                    spec.addOption(OptionSpec.builder(general)
                            .paramLabel(output.label)
                            .description(output.description)
                            .build());
                }
            }
            describeIn(verb);
        }
    }

    /// Refuses one file that could not be written, would replace an input, or is there already.
    final void requireFree(Path file, Collection<Path> inputs) {
        requireNoInput(file, inputs);
        if (Files.isDirectory(file)) {
            throw refused(CliProblem.FILE, file, "a folder", "the name of a file", "add a name behind the folder");
        }
        if (AtomicFile.isWrittenThrough(file)) {
            if (!Files.exists(file)) {
                throw refused(CliProblem.FILE, file, "nothing of this name", "a device or a pipe that is there, or a file",
                        "choose another name");
            }
            return;
        }
        requireFolder(file.toAbsolutePath().getParent());
        if (!force && Files.exists(file)) {
            throw refused(CliProblem.EXISTS, file, "a file of this name", "a name that is free",
                    "choose another name, or add --force if the old file is not needed");
        }
    }

    final void requireFolder(@Nullable Path folder) {
        if (folder != null && tried.add(folder)) {
            requireWritable(folder);
        }
    }

    /// Refuses a folder that cannot be made or written into, and says why.
    ///
    /// @throws InputException CLI-001
    public static void requireWritable(Path folder) {
        try {
            FileTrouble.requireWritable(folder);
        } catch (IOException e) {
            throw refused(CliProblem.FILE, folder, FileTrouble.words(e), "a folder that can be written into",
                    "choose another folder, or make room or give the permission there");
        }
    }

    /// Links of either kind are seen through.
    private static void requireNoInput(Path file, Collection<Path> inputs) {
        for (Path input : inputs) {
            if (same(file, input)) {
                throw refused(CliProblem.INPUT_AS_OUTPUT, file, "the same file as the input " + input,
                        "an output apart from every input, with --force too", "choose another name");
            }
        }
    }

    private static boolean same(Path output, Path input) {
        try {
            return Files.isSameFile(output, input) && !AtomicFile.isWrittenThrough(output);
        } catch (IOException e) {
            return false; // one of the two does not exist
        }
    }

    static InputException refused(ProblemCode code, Path where, String found, String expected, String fix) {
        return new InputException(new Problem(code, where.toString(), found, expected, fix));
    }
}
