package org.trabecula.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;

/// What one command line did, run in this process.
public record CommandLineRun(int exit, String out, String err) {
    public static CommandLineRun of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.run(new PrintWriter(out), new PrintWriter(err), args);
        return new CommandLineRun(exit, out.toString(), err.toString());
    }

    /// A line as typed, without quotes; words that begin with `@` are paths in `folder`.
    public static CommandLineRun typed(String line, Path folder) {
        return of(Arrays.stream(line.strip().split(" +"))
                .map(word -> word.startsWith("@") ? folder.resolve(word.substring(1)).toString() : word)
                .toArray(String[]::new));
    }
}
