package org.trabecula.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.cli.frame.Failures;
import org.trabecula.cli.frame.Numbers;
import org.trabecula.cli.frame.Output;
import org.trabecula.cli.verbs.Verbs;
import org.trabecula.core.Suggestion;
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
        CountDownLatch finished = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(unwind(Thread.currentThread(), finished));
        int exit = run(out, err, args);
        out.flush();
        err.flush();
        finished.countDown();
        System.exit(exit); // threads of native libraries must not keep the process alive
    }

    /// On Ctrl-C: interrupts the work and gives it time to put its files in order.
    private static Thread unwind(Thread work, CountDownLatch finished) {
        return new Thread(() -> {
            if (finished.getCount() == 0) {
                return;
            }
            work.interrupt();
            try {
                // not work.join(): the working thread ends in System.exit, which waits for this one
                if (!finished.await(UNWIND_MILLIS, TimeUnit.MILLISECONDS)) {
                    System.err.println("interrupted in the midst of a step; finished work is kept");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// Runs one command line; returns the exit code and never calls `System.exit`.
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine line = new CommandLine(new Trabecula());
        Verbs.addTo(line); // before the settings: picocli hands them down to the verbs that are there
        Output.describeIn(line);
        Numbers.registerIn(line);
        line.setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(100)
                .setUsageHelpAutoWidth(false);
        line.setParameterExceptionHandler((problem, given) -> {
            CommandLine at = problem.getCommandLine();
            if (at.getParent() == null && given.length > 0 && !given[0].startsWith("-")) {
                err.println("trabecula: there is no verb '" + given[0] + "'" + didYouMean(given[0], at));
                err.println("see: trabecula --help");
                return ExitCode.USAGE;
            }
            err.println("trabecula: " + problem.getMessage());
            if (!CommandLine.UnmatchedArgumentException.printSuggestions(problem, err)) {
                err.println("see: " + at.getCommandSpec().qualifiedName() + " --help");
            }
            return ExitCode.USAGE;
        });
        line.setExecutionExceptionHandler((failure, at, parsed) -> Failures.tell(failure, err));
        line.setExecutionStrategy(parsed -> {
            requireThreads(parsed);
            return new CommandLine.RunLast().execute(parsed);
        });
        int exit = execute(line, err, args);
        out.flush();
        err.flush();
        return exit;
    }

    private static String didYouMean(String verb, CommandLine line) {
        return Suggestion.nearest(verb, line.getSubcommands().keySet())
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("");
    }

    /// picocli hands exceptions to the handler above but lets errors pass: no memory, a class that is missing.
    private static int execute(CommandLine line, PrintWriter err, String... args) {
        try {
            return line.execute(args);
        } catch (Error error) {
            return Failures.tell(error, err);
        }
    }

    /// `--jobs` means the same in every verb, so it is checked in one place.
    private static void requireThreads(CommandLine.ParseResult given) {
        CommandLine.ParseResult verb = given;
        while (verb.hasSubcommand()) {
            verb = verb.subcommand();
        }
        if (verb.hasMatchedOption("--jobs") && verb.<Integer>matchedOptionValue("--jobs", 1) < 1) {
            throw new CommandLine.ParameterException(
                    verb.commandSpec().commandLine(),
                    "--jobs must be at least 1, got " + verb.<Integer>matchedOptionValue("--jobs", 1));
        }
    }
}
