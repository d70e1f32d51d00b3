package org.trabecula.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.trabecula.cli.verbs.Verbs;
import org.trabecula.core.CancelledException;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import picocli.CommandLine;

/// Where a command line enters.
public final class Main {
    private static final long UNWIND_MILLIS = 10_000;

    private Main() {}

    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        if (Boolean.getBoolean("trabecula.rehearsal")) {
            Rehearsal.run();
            return;
        }
        AtomicBoolean finished = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(unwind(Thread.currentThread(), finished));
        int exit = run(out, err, args);
        out.flush();
        err.flush();
        finished.set(true);
        System.exit(exit); // threads of native libraries must not keep the process alive
    }

    /// On Ctrl-C: interrupts the work and gives it time to put its files in order.
    private static Thread unwind(Thread work, AtomicBoolean finished) {
        return new Thread(() -> {
            if (finished.get()) {
                return;
            }
            work.interrupt();
            try {
                work.join(UNWIND_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// Runs one command line; returns the exit code and never calls `System.exit`.
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine line = new CommandLine(new Trabecula());
        Verbs.addTo(line); // before the settings: picocli hands them down to the verbs that are there
        line.setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(100)
                .setUsageHelpAutoWidth(false);
        line.setParameterExceptionHandler((problem, given) -> {
            CommandLine at = problem.getCommandLine();
            err.println("trabecula: " + problem.getMessage());
            if (!CommandLine.UnmatchedArgumentException.printSuggestions(problem, err)) {
                err.println("see: " + at.getCommandSpec().qualifiedName() + " --help");
            }
            return ExitCode.USAGE;
        });
        line.setExecutionExceptionHandler((failure, at, parsed) -> tell(failure, err));
        int exit = line.execute(args);
        out.flush();
        err.flush();
        return exit;
    }

    /// Words a failure and chooses the exit code: refusals in five lines each, bugs with their stack trace.
    static int tell(Exception failure, PrintWriter err) {
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
            case CancelledException cancelled -> {
                err.println("interrupted; finished work is kept");
                return ExitCode.INTERRUPTED;
            }
            default -> {
                err.println("This is a bug in Trabecula " + Version.text() + ", not in your data.");
                err.println("Report it with the lines below (CONTRIBUTING.md says where).");
                failure.printStackTrace(err);
                return ExitCode.BUG;
            }
        }
    }
}
