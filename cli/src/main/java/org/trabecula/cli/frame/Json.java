package org.trabecula.cli.frame;

import picocli.CommandLine.Option;

/// `--json`, the same in every verb: one document on stdout and nothing else, for a refusal too; a mixin.
public final class Json {
    private static final String FLAG = "--json";

    @Option(names = FLAG, description = "Print one JSON document on stdout; a refusal is one too.")
    boolean asked;

    /// Whether a command line asks for it that may not be readable otherwise.
    public static boolean isAskedBy(String... words) {
        for (String word : words) {
            if (word.equals("--")) {
                return false;
            }
            if (word.equals(FLAG)) {
                return true;
            }
        }
        return false;
    }

    public boolean asked() {
        return asked;
    }
}
