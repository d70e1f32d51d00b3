package org.trabecula.cli.frame;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.CancelledException;
import org.trabecula.core.FileTrouble;
import org.trabecula.core.InputException;
import org.trabecula.core.Printable;
import org.trabecula.core.Problem;
import org.trabecula.core.Version;

/// Words what went wrong and chooses the exit code: refusals in five lines each, wrong usage in one, bugs with their stack
/// trace. With `--json` the same is also one document on stdout ([RefusalJson]).
public final class Failures {
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;

    /// @param json whether a document is to be printed on `out`
    public Failures(PrintWriter out, PrintWriter err, boolean json) {
        this.out = out;
        this.err = err;
        this.json = json;
    }

    /// Anything thrown while a verb ran.
    ///
    /// @param verb as typed, such as `trabecula extract`
    public int tell(Throwable failure, String verb) {
        if (isInterruption(failure)) {
            err.println("interrupted; finished work is kept");
            return ended(ExitCode.INTERRUPTED, List.of(), null);
        }
        return switch (failure) {
            case InputException refused -> refused(refused.problems());
            case UsageException usage -> usage(verb, String.valueOf(usage.getMessage()), verb + " --help");
            case UncheckedIOException unchecked -> tell(Objects.requireNonNull(unchecked.getCause()), verb);
            case FileSystemException system -> refused(List.of(problem(system)));
            case InvalidPathException path -> refused(List.of(problem(path)));
            case IOException io when FileTrouble.isTheSystems(io) -> refused(List.of(new Problem(
                    CliProblem.FILE, "reading or writing files", FileTrouble.words(io), "a system that takes and gives bytes",
                    "make room, or bring the disk or share back, and run the command again; finished work is kept")));
            case OutOfMemoryError memory -> noMemory(memory);
            default -> bug(failure);
        };
    }

    /// A command line that cannot be meant.
    ///
    /// @param hint where to read on
    public int usage(String verb, String message, String hint) {
        err.println("trabecula: " + Printable.line(message));
        return ended(ExitCode.USAGE, List.of(new Problem(CliProblem.USAGE, verb, message, "flags and files that belong together", "see: " + hint)), null);
    }

    private int refused(List<Problem> problems) {
        err.print(RefusalText.of(problems));
        return ended(ExitCode.REFUSED, problems, null);
    }

    private int noMemory(OutOfMemoryError memory) {
        err.println("Trabecula " + Version.text() + " ran out of memory: " + memory.getMessage());
        err.println("It had " + (Runtime.getRuntime().maxMemory() >> 20) + " MiB. Give it more with TRABECULA_HEAP=8g, or use"
                + " fewer threads with --jobs 1.");
        err.println("If the input is small, this is a bug: report it (CONTRIBUTING.md says where).");
        return ended(ExitCode.BUG, List.of(), "out of memory");
    }

    private int bug(Throwable failure) {
        err.println("This is a bug in Trabecula " + Version.text() + ", not in your data.");
        err.println("Report it with the lines below (CONTRIBUTING.md says where).");
        failure.printStackTrace(new PrintableWriter(err));
        return ended(ExitCode.BUG, List.of(), failure.toString());
    }

    private int ended(int exit, List<Problem> problems, @Nullable String bug) {
        if (json) {
            out.println(RefusalJson.of(exit, problems, bug));
            out.flush();
        }
        err.flush();
        return exit;
    }

    /// Ctrl-C shows as what it breaks: a file closed under a reader, a task that was called off.
    private static boolean isInterruption(Throwable failure) {
        if (Interruption.asked()) {
            return true;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CancelledException
                    || cause instanceof InterruptedException
                    || cause instanceof ClosedByInterruptException
                    || cause instanceof InterruptedIOException && !(cause instanceof SocketTimeoutException)) {
                return true;
            }
        }
        return false;
    }

    private static Problem problem(FileSystemException failure) {
        return new Problem(
                CliProblem.FILE, String.valueOf(failure.getFile()), FileTrouble.words(failure),
                "a path that may be read or written", "correct the path, or its permissions; finished work is kept");
    }

    /// A path that the system cannot hold: a character outside its encoding, or NUL.
    static Problem problem(InvalidPathException failure) {
        String encoding = String.valueOf(System.getProperty("sun.jnu.encoding"));
        boolean narrow = !encoding.equalsIgnoreCase("UTF-8");
        return new Problem(
                CliProblem.FILE,
                failure.getInput(),
                narrow ? "a character that the system's encoding " + encoding + " cannot hold" : "a character that no path can hold",
                "a path of characters that the system knows",
                narrow ? "set LC_ALL=C.UTF-8 and run the command again" : "correct the path");
    }
}
