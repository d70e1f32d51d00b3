package org.trabecula.cli.frame;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.Progress;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// What all verbs share: the common flags, where results and messages go.
///
/// Results go to [#out] (stdout), everything else to [#err] (stderr).
public abstract class Verb implements Callable<Integer> {
    @Spec
    @Nullable CommandSpec spec;

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.LOCAL, description = "Show this help.")
    boolean help;

    @Option(names = {"-q", "--quiet"}, description = "No progress and no notes; refusals are still shown.")
    boolean quiet;

    @Option(names = {"-v", "--verbose"}, description = "Say more: settings as resolved, times per step.")
    boolean verbose;

    /// Does the work; the returned number is one of [ExitCode].
    @Override
    public abstract Integer call() throws Exception;

    protected final CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("a verb runs from the command line only");
        }
        return spec;
    }

    /// Results, as they are: documents and tables.
    protected final PrintWriter out() {
        return spec().commandLine().getOut();
    }

    /// Results in words: control characters that a file brings in are written out.
    protected final PrintWriter words() {
        return new PrintableWriter(out());
    }

    /// Messages; control characters that a file brings in are written out.
    protected final PrintWriter err() {
        return new PrintableWriter(spec().commandLine().getErr());
    }

    /// What was typed, the verb first; for the record of a run.
    protected final List<String> commandLine() {
        return List.copyOf(spec().commandLine().getParseResult().originalArgs());
    }

    protected final boolean verbose() {
        return verbose;
    }

    protected final boolean quiet() {
        return quiet;
    }

    /// Where long work reports to; nobody when `--quiet`.
    protected final Progress progress() {
        return quiet ? Progress.NONE : new ConsoleProgress(spec().commandLine().getErr(), ConsoleProgress.stderrIsTerminal());
    }

    /// A value that the command line must hold.
    ///
    /// @param what as the message names it
    /// @throws UsageException if it is missing
    protected static <T> T required(@Nullable T value, String what) {
        if (value == null) {
            throw new UsageException("missing: " + what);
        }
        return value;
    }

    /// Threads for `--jobs` when it is not given.
    protected static int defaultJobs() {
        return Runtime.getRuntime().availableProcessors();
    }
}
