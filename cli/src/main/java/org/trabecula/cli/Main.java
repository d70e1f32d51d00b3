package org.trabecula.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.cli.frame.Failures;
import org.trabecula.cli.frame.Interruption;
import org.trabecula.cli.frame.Json;
import org.trabecula.cli.frame.Output;
import org.trabecula.cli.frame.StandardOutput;
import org.trabecula.cli.frame.Surroundings;
import org.trabecula.cli.frame.Words;
import org.trabecula.cli.verbs.Verbs;
import org.trabecula.core.InputException;
import org.trabecula.core.Suggestion;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Where a command line enters.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // not System.out, which is a print stream and keeps to itself why it failed
        StandardOutput stdout = new StandardOutput(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        PrintWriter out = new PrintWriter(stdout, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Interruption interruption = Interruption.watch();
        String rehearsed = System.getProperty("trabecula.rehearsal");
        if (rehearsed != null) {
            Rehearsal.run(rehearsed);
            interruption.workIsDone();
            return; // as most commands end
        }
        int exit = ExitCode.BUG;
        try {
            exit = run(out, err, args);
            out.flush();
            if (stdout.failure().isPresent()) {
                exit = new Failures(out, err, false).tell(stdout.failure().get(), "trabecula");
            }
        } finally {
            err.flush();
            interruption.workIsDone();
        }
        if (exit != ExitCode.DONE || anotherThreadWorks()) {
            System.exit(exit); // threads of native libraries must not keep the process alive
        }
    }

    /// Where none does, the process ends with 0 when `main` returns, and a tenth of `--help` earlier: `System.exit` first looks for a logger
    /// that wants to hear of it.
    private static boolean anotherThreadWorks() {
        ThreadGroup all = Thread.currentThread().getThreadGroup();
        while (all.getParent() != null) {
            all = all.getParent();
        }
        Thread[] threads = new Thread[2 * all.activeCount() + 8];
        int known = all.enumerate(threads);
        return known == threads.length
                || Arrays.stream(threads, 0, known).anyMatch(thread -> thread != Thread.currentThread() && !thread.isDaemon());
    }

    /// Runs one command line; returns the exit code and never calls `System.exit`.
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        if (args.length == 1 && args[0].equals("--version")) { // what picocli would print, a third of a second earlier
            for (String line : new VersionLines().getVersion()) {
                out.println(line);
            }
            out.flush();
            return ExitCode.DONE;
        }
        Failures failures = new Failures(out, err, Json.isAskedBy(args));
        CommandLine line = new CommandLine(new Trabecula());
        Verbs.addTo(line, args); // before the settings: picocli hands them down to the verbs that are there
        Output.describeIn(line);
        Words.registerIn(line);
        line.setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(100)
                .setUsageHelpAutoWidth(false);
        line.setParameterExceptionHandler((problem, given) -> misread(problem, given, failures));
        line.setExecutionExceptionHandler((failure, at, parsed) ->
                failures.tell(failure, verb(parsed).commandSpec().qualifiedName()));
        line.setExecutionStrategy(parsed -> {
            requireThreads(parsed);
            Surroundings.require();
            return new CommandLine.RunLast().execute(parsed);
        });
        int exit = execute(line, failures, args);
        out.flush();
        err.flush();
        return exit;
    }

    /// Words a command line that could not be read: a verb that is not there, then a flag that is not there, then the rest.
    private static int misread(ParameterException problem, String[] given, Failures failures) {
        if (problem.getCause() instanceof InputException refused) {
            return failures.tell(refused, "trabecula");
        }
        CommandLine at = problem.getCommandLine();
        String verb = at.getCommandSpec().qualifiedName();
        if (at.getParent() == null && given.length > 0 && !given[0].startsWith("-")) {
            return failures.usage(verb, "there is no verb '" + given[0] + "'" + didYouMean(given[0], at), "trabecula --help");
        }
        ParameterException first = problem instanceof UnmatchedArgumentException ? problem : unknownFlagBefore(problem, given);
        List<String> near = first instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        String nearest = near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
        return failures.usage(verb, first.getMessage() + nearest, verb + " --help");
    }

    /// picocli tells what is missing before what it does not know, which hides the mistyped flag that is the reason.
    private static ParameterException unknownFlagBefore(ParameterException problem, String[] given) {
        CommandLine again = newLine(given);
        collectErrors(again);
        for (CommandLine.ParseResult at = again.parseArgs(given); at != null; at = at.hasSubcommand() ? at.subcommand() : null) {
            for (Exception other : at.errors()) {
                if (other instanceof UnmatchedArgumentException unknown && unknown.isUnknownOption()) {
                    return unknown;
                }
            }
        }
        return problem;
    }

    private static CommandLine newLine(String[] given) {
        CommandLine line = new CommandLine(new Trabecula());
        Verbs.addTo(line, given);
        Words.registerIn(line);
        return line.setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static void collectErrors(CommandLine line) {
        line.getCommandSpec().parser().collectErrors(true);
        line.getSubcommands().values().forEach(Main::collectErrors);
    }

    private static String didYouMean(String verb, CommandLine line) {
        return Suggestion.nearest(verb, line.getSubcommands().keySet())
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("");
    }

    /// picocli hands exceptions to the handler above but lets errors pass: no memory, a class that is missing.
    private static int execute(CommandLine line, Failures failures, String... args) {
        try {
            return line.execute(args);
        } catch (Error error) {
            return failures.tell(error, "trabecula");
        }
    }

    private static CommandLine.ParseResult verb(CommandLine.ParseResult given) {
        CommandLine.ParseResult verb = given;
        while (verb.hasSubcommand()) {
            verb = verb.subcommand();
        }
        return verb;
    }

    /// Threads mean the same in every verb, so they are checked in one place.
    private static void requireThreads(CommandLine.ParseResult given) {
        CommandLine.ParseResult verb = verb(given);
        for (String threads : List.of("--jobs", "--network-threads")) {
            if (verb.hasMatchedOption(threads) && verb.<Integer>matchedOptionValue(threads, 1) < 1) {
                throw new ParameterException(
                        verb.commandSpec().commandLine(),
                        threads + " must be at least 1, got " + verb.<Integer>matchedOptionValue(threads, 1));
            }
        }
    }
}
