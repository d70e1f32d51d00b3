package org.trabecula.cli.verbs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.trabecula.cli.frame.Browser;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.cli.frame.Json;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.cli.frame.Verb;
import org.trabecula.core.Suggestion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/// `help`.
@Command(
        name = "help",
        addMethodSubcommands = false,
        header = "Explain a verb, or open the documentation.",
        description = {
            "",
            "Without a word: all verbs. The documentation is a folder of pages beside the program; nothing is fetched.",
            ""
        },
        footer = {
            "",
            "Example:  trabecula help extract",
            "          trabecula help --open     the documentation in the browser",
            "",
            "Exit codes: 0 done, 2 wrong usage, 3 the documentation is not there."
        })
public final class HelpVerb extends Verb {
    @Parameters(arity = "0..*", paramLabel = "VERB", description = "A verb, such as extract or weights check.")
    List<String> verb = List.of();

    @Option(names = "--open", description = "Print where the documentation lies and open it in the browser.")
    boolean open;

    @Mixin
    Json json = new Json();

    @Override
    public Integer call() {
        if (open) {
            if (!verb.isEmpty()) {
                throw new UsageException("--open opens the whole documentation; leave out " + String.join(" ", verb));
            }
            openPages(DocumentationPages.first());
            return ExitCode.DONE;
        }
        CommandLine at = meant();
        out().println(json.asked() ? JsonMapper.shared().writeValueAsString(Map.of("help", at.getUsageMessage())) : at.getUsageMessage().stripTrailing());
        return ExitCode.DONE;
    }

    private void openPages(Path page) {
        out().println(json.asked() ? JsonMapper.shared().writeValueAsString(Map.of("page", page.toString())) : page);
        out().flush();
        if (!Browser.open(page.toUri())) {
            err().println("no browser could be opened; open " + page + " yourself");
        }
    }

    /// The command line of the verb that was named; of the program, if none was.
    private CommandLine meant() {
        CommandLine at = spec().commandLine().getParent();
        for (String word : verb) {
            CommandLine next = at.getSubcommands().get(word);
            if (next == null) {
                String near = Suggestion.nearest(word, at.getSubcommands().keySet()).map(name -> "; did you mean '" + name + "'?").orElse("");
                throw new UsageException("there is no verb '" + word + "'" + near);
            }
            at = next;
        }
        return at;
    }
}
