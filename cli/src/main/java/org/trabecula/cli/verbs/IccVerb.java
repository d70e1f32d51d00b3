package org.trabecula.cli.verbs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.cli.frame.FolderOutput;
import org.trabecula.cli.frame.Jobs;
import org.trabecula.cli.frame.Json;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.cli.frame.Verb;
import org.trabecula.core.Parallel;
import org.trabecula.core.Shown;
import org.trabecula.stats.icc.Icc;
import org.trabecula.stats.icc.IccForm;
import org.trabecula.stats.icc.IntraclassCorrelation;
import org.trabecula.stats.icc.ReproducibilityRule;
import org.trabecula.table.ColumnNames;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/// `icc`.
@Command(
        name = "icc",
        addMethodSubcommands = false,
        header = "Intraclass correlation of a long table.",
        description = {
            "",
            "One row a reading: who was read, by whom, and the features. Use it to see which features survive",
            "a second outline. All six forms with intervals, F tests and p; nothing is clipped."
        },
        footer = {
            "",
            "Example (on a table of this repository):",
            "  trabecula icc conformance/data/stats/inputs/reproducibility.csv.gz --subject case \\",
            "    --rater reader,session --raters 1/1,2/1",
            "",
            "Exit codes: 0 done, 2 wrong usage, 3 the table was refused."
        })
public final class IccVerb extends Verb {
    @Parameters(paramLabel = "LONG", description = "Table with one row a reading (.csv, .csv.gz).")
    @Nullable Path table;

    @Option(names = "--subject", required = true, paramLabel = "COL", description = "Column that names who was read.")
    @Nullable String subject;

    @Option(
            names = "--rater",
            required = true,
            paramLabel = "COL",
            description = "Column that names who read; several are joined by '/'.")
    List<String> raterColumns = List.of();

    @Option(names = "--raters", split = ",", paramLabel = "NAME", description = "Only these raters (default: all).")
    List<String> raters = List.of();

    @Option(
            names = "--and-raters",
            split = ",",
            paramLabel = "NAME",
            description = "A second comparison, such as the same reader's two sessions; --at-least then asks it of both.")
    List<String> andRaters = List.of();

    @Option(
            names = "--features",
            paramLabel = "COL",
            description = "Columns to judge (default: every other column of numbers).")
    List<String> features = List.of();

    @Mixin
    IccFlags flags = new IccFlags();

    @Mixin
    FolderOutput output = new FolderOutput("Also write icc.json, icc.csv and icc.svg here.");

    @Mixin
    Jobs jobs = new Jobs();

    @Mixin
    Json json = new Json();

    @Override
    public Integer call() throws IOException {
        if (table == null || subject == null) {
            throw new UsageException("name the table and its --subject column");
        }
        flags.require();
        @Nullable ReproducibilityRule rule = flags.rule();
        output.check(IccFiles.names(!andRaters.isEmpty()), List.of(table));
        TextTable text = DelimitedText.read(table);
        text.notes().forEach(progress()::note);
        List<String> rater = ColumnNames.of(text, raterColumns);
        List<String> reserved = features.isEmpty() ? LongReadings.reserved(text, subject, rater) : List.of();
        if (!reserved.isEmpty()) {
            progress().note(String.join(", ", reserved) + ": no features, for their names (--features names them)");
        }
        List<IccJson> comparisons = new ArrayList<>();
        comparisons.add(compared(LongReadings.of(text, subject, rater, raters, features)));
        if (!andRaters.isEmpty()) {
            comparisons.add(compared(LongReadings.of(text, subject, rater, andRaters, features)));
        }
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("level", flags.level);
        comparisons.getFirst().put(document);
        if (comparisons.size() > 1) {
            Map<String, @Nullable Object> second = new LinkedHashMap<>();
            comparisons.getLast().put(second);
            document.put("second", second);
        }
        if (rule != null) {
            document.put("kept", kept(comparisons, rule));
        }
        String printed = JsonMapper.shared().writeValueAsString(document);
        if (output.path().isPresent()) {
            new IccFiles(comparisons, flags).write(output.required(), printed);
        }
        if (json.asked()) {
            out().println(printed);
        } else {
            print(comparisons, document);
        }
        return ExitCode.DONE;
    }

    private IccJson compared(LongReadings readings) {
        readings.notes().forEach(progress()::note);
        for (int f = 0; f < readings.features().size(); f++) {
            if (readings.incomplete(f) > 0) {
                progress().note(readings.features().get(f) + ": " + readings.incomplete(f) + " of "
                        + readings.subjects().size() + " subjects lack a reading and are left out");
            }
        }
        return new IccJson(readings, Parallel.map(
                readings.features().size(), jobs.count(), f -> IntraclassCorrelation.of(readings.of(f), flags.level, flags.limits)));
    }

    /// Features that reach the bound in every comparison.
    private static List<String> kept(List<IccJson> comparisons, ReproducibilityRule rule) {
        List<String> kept = new ArrayList<>();
        IccJson first = comparisons.getFirst();
        for (int f = 0; f < first.found().size(); f++) {
            int feature = f;
            if (comparisons.stream().allMatch(one -> rule.holds(one.found().get(feature).form(rule.form())))) {
                kept.add(first.readings().features().get(f));
            }
        }
        return kept;
    }

    private void print(List<IccJson> comparisons, Map<String, @Nullable Object> document) {
        IccForm shown = flags.form;
        for (IccJson comparison : comparisons) {
            LongReadings readings = comparison.readings();
            words().println(Shown.count(readings.subjects().size(), "subject") + ", raters " + String.join(", ", readings.raters()));
            for (int f = 0; f < comparison.found().size(); f++) {
                Icc icc = comparison.found().get(f).form(shown);
                words().println(String.format(
                        Locale.ROOT,
                        "%-40s %s %s%s",
                        readings.features().get(f),
                        icc.form().label(),
                        Shown.interval(icc.icc(), icc.lower(), icc.upper(), 3),
                        icc.why().isEmpty() ? "" : "  " + icc.why()));
            }
        }
        if (document.get("kept") instanceof List<?> kept) {
            words().println(kept.size() + " of " + Shown.count(comparisons.getFirst().found().size(), "feature")
                    + " with an ICC of at least " + flags.atLeast);
        }
    }
}
