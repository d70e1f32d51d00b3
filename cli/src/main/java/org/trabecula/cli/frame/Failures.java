package org.trabecula.cli.frame;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.Objects;
import org.trabecula.core.CancelledException;
import org.trabecula.core.FileTrouble;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.Version;

/// Words what went wrong and chooses the exit code: refusals in five lines each, bugs with their stack trace.
public final class Failures {
    private Failures() {}

    /// Anything thrown while a verb ran.
    public static int tell(Throwable failure, PrintWriter err) {
        switch (failure) {
            case InputException refused -> {
                for (Problem problem : refused.problems()) {
                    err.println(problem.text());
                }
                return ExitCode.REFUSED;
            }
            case UsageException usage -> {
                err.println("trabecula: " + usage.getMessage());
                return ExitCode.USAGE;
            }
            case CancelledException _ -> {
                err.println("interrupted; finished work is kept");
                return ExitCode.INTERRUPTED;
            }
            case UncheckedIOException unchecked -> {
                return tell(Objects.requireNonNull(unchecked.getCause()), err);
            }
            case FileSystemException system -> {
                err.println(problem(system).text());
                return ExitCode.REFUSED;
            }
            case IOException io when noSpace(io) -> {
                err.println(new Problem(
                                CliProblem.FILE, "writing results", String.valueOf(io.getMessage()), "free space",
                                "free some space and run the command again; finished work is kept")
                        .text());
                return ExitCode.REFUSED;
            }
            case OutOfMemoryError memory -> {
                err.println("Trabecula " + Version.text() + " ran out of memory: " + memory.getMessage());
                err.println("It had " + (Runtime.getRuntime().maxMemory() >> 20) + " MiB. Give it more with TRABECULA_HEAP=8g, or use"
                        + " fewer threads with --jobs 1.");
                err.println("If the input is small, this is a bug: report it (CONTRIBUTING.md says where).");
                return ExitCode.BUG;
            }
            default -> {
                err.println("This is a bug in Trabecula " + Version.text() + ", not in your data.");
                err.println("Report it with the lines below (CONTRIBUTING.md says where).");
                failure.printStackTrace(err);
                return ExitCode.BUG;
            }
        }
    }

    private static Problem problem(FileSystemException failure) {
        return new Problem(
                CliProblem.FILE, String.valueOf(failure.getFile()), FileTrouble.words(failure),
                "a path that may be read or written", "correct the path, or its permissions; finished work is kept");
    }

    private static boolean noSpace(IOException failure) {
        return String.valueOf(failure.getMessage()).contains("No space left");
    }
}
