package org.trabecula.cli.frame;

import picocli.CommandLine.Option;

/// `--json`, the same in every verb: one document on stdout and nothing else, for a refusal too; a mixin.
public final class Json {
    /// The flag, as [Failures] looks for it when a command line could not be read.
    static final String FLAG = "--json";

    @Option(names = FLAG, description = "Print one JSON document on stdout; a refusal is one too.")
    boolean asked;

    public boolean asked() {
        return asked;
    }
}
