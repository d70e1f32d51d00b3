package org.trabecula.cli.verbs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.cli.frame.FolderOutput;
import org.trabecula.cli.frame.Jobs;
import org.trabecula.cli.frame.Json;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.cli.frame.Verb;
import org.trabecula.core.AtomicFile;
import org.trabecula.core.Parallel;
import org.trabecula.core.Shown;
import org.trabecula.figures.IccFigure;
import org.trabecula.figures.IccRankFigure;
import org.trabecula.stats.icc.AgreementLimits;
import org.trabecula.stats.icc.Icc;
import org.trabecula.stats.icc.IccForm;
import org.trabecula.stats.icc.IntraclassCorrelation;
import org.trabecula.stats.icc.ReproducibilityRule;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.TextTable;
import org.trabecula.table.TextTableFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/// `icc`.
@Command(
        name = "icc",
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
    /// What the figures mark where no bound is asked for.
    private static final double DRAWN_THRESHOLD = 0.8;

    @Parameters(paramLabel = "LONG", description = "Table with one row a reading (.csv, .csv.gz).")
    @Nullable Path table;

    @Option(names = "--subject", required = true, paramLabel = "COL", description = "Column that names who was read.")
    @Nullable String subject;

    @Option(
            names = "--rater",
            required = true,
            split = ",",
            paramLabel = "COL",
            description = "Column that names who read; several are joined by '/'.")
    List<String> rater = List.of();

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
            split = ",",
            paramLabel = "COL",
            description = "Columns to judge (default: every other column of numbers).")
    List<String> features = List.of();

    @Option(names = "--level", paramLabel = "X", description = "Of the intervals, a share (default: 0.95).")
    double level = 0.95;

    @Option(
            names = "--limits",
            paramLabel = "NAME",
            description = "Limits and p of ICC(2,.): shrout-fleiss (as R's psych) or mcgraw-wong (as irr) (default: shrout-fleiss).")
    String limits = "shrout-fleiss";

    @Option(names = "--form", paramLabel = "NAME", description = "Form for --at-least (default: ICC(2,1)).")
    String form = IccForm.ICC_2_1.label();

    @Option(names = "--at-least", paramLabel = "X", description = "Also list the features that reach X (default: no list).")
    @Nullable Double atLeast;

    @Option(names = "--by", paramLabel = "NAME", description = "What must reach it: estimate or lower (default: estimate).")
    String by = "estimate";

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
        if (!(level > 0 && level < 1)) {
            throw new UsageException("--level lies between 0 and 1, such as 0.95, got " + level);
        }
        AgreementLimits agreement = agreementLimits();
        @Nullable ReproducibilityRule rule = rule();
        output.check(names(), List.of(table));
        TextTable text = DelimitedText.read(table);
        text.notes().forEach(progress()::note);
        List<String> reserved = features.isEmpty() ? LongReadings.reserved(text, subject, rater) : List.of();
        if (!reserved.isEmpty()) {
            progress().note(String.join(", ", reserved) + ": no features, for their names (--features names them)");
        }
        List<IccJson> comparisons = new ArrayList<>();
        comparisons.add(compared(LongReadings.of(text, subject, rater, raters, features), agreement));
        if (!andRaters.isEmpty()) {
            comparisons.add(compared(LongReadings.of(text, subject, rater, andRaters, features), agreement));
        }
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("level", level);
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
            write(output.required(), comparisons, printed);
        }
        if (json.asked()) {
            out().println(printed);
        } else {
            print(comparisons, document);
        }
        return ExitCode.DONE;
    }

    private IccJson compared(LongReadings readings, AgreementLimits agreement) {
        for (int f = 0; f < readings.features().size(); f++) {
            if (readings.incomplete(f) > 0) {
                progress().note(readings.features().get(f) + ": " + readings.incomplete(f) + " of "
                        + readings.subjects().size() + " subjects lack a reading and are left out");
            }
        }
        return new IccJson(readings, Parallel.map(
                readings.features().size(), jobs.count(), f -> IntraclassCorrelation.of(readings.of(f), level, agreement)));
    }

    private List<String> names() {
        return andRaters.isEmpty()
                ? List.of("icc.json", "icc.csv", "icc.svg")
                : List.of("icc.json", "icc.csv", "icc-second.csv", "icc.svg");
    }

    private void write(Path into, List<IccJson> comparisons, String document) throws IOException {
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        tables.put("icc.csv", comparisons.getFirst().rows());
        if (comparisons.size() > 1) {
            tables.put("icc-second.csv", comparisons.getLast().rows());
        }
        AtomicFile.writeText(into.resolve("icc.json"), document + "\n");
        for (Map.Entry<String, List<List<String>>> one : tables.entrySet()) {
            TextTableFile.write(into.resolve(one.getKey()), IccJson.HEADER, one.getValue());
        }
        AtomicFile.writeText(into.resolve("icc.svg"), figure(comparisons));
    }

    private String figure(List<IccJson> comparisons) {
        double[] first = estimates(comparisons.getFirst(), Icc::icc);
        double threshold = atLeast == null ? DRAWN_THRESHOLD : atLeast;
        return comparisons.size() > 1
                ? IccFigure.svg("Reproducibility in two comparisons", estimates(comparisons.getLast(), Icc::icc), first,
                        threshold)
                : IccRankFigure.svg("Reproducibility of the features", form, first,
                        estimates(comparisons.getFirst(), Icc::lower), estimates(comparisons.getFirst(), Icc::upper), threshold);
    }

    private double[] estimates(IccJson comparison, ToDoubleFunction<Icc> what) {
        IccForm wanted = wantedForm();
        return comparison.found().stream().mapToDouble(icc -> what.applyAsDouble(icc.form(wanted))).toArray();
    }

    private AgreementLimits agreementLimits() {
        return switch (limits) {
            case "shrout-fleiss" -> AgreementLimits.SHROUT_FLEISS;
            case "mcgraw-wong" -> AgreementLimits.MCGRAW_WONG;
            default -> throw new UsageException("--limits is shrout-fleiss or mcgraw-wong, got '" + limits + "'");
        };
    }

    private IccForm wantedForm() {
        return IccForm.named(form)
                .orElseThrow(() -> new UsageException("--form is one of ICC(1,1) … ICC(3,k), got '" + form + "'"));
    }

    private @Nullable ReproducibilityRule rule() {
        IccForm wanted = wantedForm();
        ReproducibilityRule.By what = switch (by) {
            case "estimate" -> ReproducibilityRule.By.ESTIMATE;
            case "lower" -> ReproducibilityRule.By.LOWER;
            default -> throw new UsageException("--by is estimate or lower, got '" + by + "'");
        };
        if (atLeast == null) {
            return null;
        }
        if (!(atLeast >= -1 && atLeast <= 1)) {
            throw new UsageException("--at-least lies between -1 and 1, got " + atLeast);
        }
        return new ReproducibilityRule(wanted, atLeast, what, level);
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
        IccForm shown = wantedForm();
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
                    + " with an ICC of at least " + atLeast);
        }
    }
}
