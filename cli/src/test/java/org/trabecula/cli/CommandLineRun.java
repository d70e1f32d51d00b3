package org.trabecula.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What one command line did, run in this process.
public record CommandLineRun(int exit, String out, String err) {
    public static CommandLineRun of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.run(new PrintWriter(out), new PrintWriter(err), args);
        return new CommandLineRun(exit, out.toString(), err.toString());
    }

    public static CommandLineRun of(List<String> args) {
        return of(args.toArray(String[]::new));
    }

    /// A line as typed, without quotes; words that begin with `@` are paths in `folder`.
    public static CommandLineRun typed(String line, Path folder) {
        return of(Arrays.stream(line.strip().split(" +"))
                .map(word -> word.startsWith("@") ? folder.resolve(word.substring(1)).toString() : word)
                .toArray(String[]::new));
    }

    /// What was printed with `--json`.
    public JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }

    /// A JSON file, packed or not.
    public static JsonNode json(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return JsonMapper.shared().readTree(in.readAllBytes());
        }
    }
}
