package org.trabecula.cli.verbs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.ExitCode;
import org.trabecula.cli.UsageException;
import org.trabecula.cli.Verb;
import org.trabecula.core.AtomicFile;
import org.trabecula.core.Parallel;
import org.trabecula.stats.icc.AgreementLimits;
import org.trabecula.stats.icc.Icc;
import org.trabecula.stats.icc.IccForm;
import org.trabecula.stats.icc.IntraclassCorrelation;
import org.trabecula.stats.icc.ReproducibilityRule;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.FeatureTableFile;
import org.trabecula.table.TextTableFile;
import picocli.CommandLine.Command;
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
    private static final List<String> HEADER =
            List.of("feature", "form", "icc", "lower", "upper", "f", "df1", "df2", "p", "why");

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

    @Option(names = {"-o", "--out"}, paramLabel = "DIR", description = "Also write icc.json and icc.csv here.")
    @Nullable Path folder;

    @Option(names = "--jobs", paramLabel = "N", description = "Threads (default: all processors).")
    int jobs = defaultJobs();

    @Option(names = "--json", description = "One JSON document on stdout.")
    boolean json;

    @Override
    public Integer call() throws IOException {
        if (table == null || subject == null) {
            throw new UsageException("name the table and its --subject column");
        }
        if (!(level > 0 && level < 1)) {
            throw new UsageException("--level lies between 0 and 1, such as 0.95, got " + level);
        }
        AgreementLimits agreement = agreementLimits();
        LongReadings readings = LongReadings.of(DelimitedText.read(table), subject, rater, raters, features);
        List<IntraclassCorrelation> found = Parallel.map(
                readings.features().size(),
                Math.max(1, jobs),
                f -> IntraclassCorrelation.of(readings.of(f), level, agreement));
        Map<String, @Nullable Object> document = document(readings, found);
        String text = JsonMapper.shared().writeValueAsString(document);
        if (folder != null) {
            AtomicFile.writeText(folder.resolve("icc.json"), text + "\n");
            TextTableFile.write(folder.resolve("icc.csv"), HEADER, csv(readings, found));
        }
        if (json) {
            out().println(text);
        } else {
            print(readings, found, document);
        }
        return ExitCode.DONE;
    }

    private AgreementLimits agreementLimits() {
        return switch (limits) {
            case "shrout-fleiss" -> AgreementLimits.SHROUT_FLEISS;
            case "mcgraw-wong" -> AgreementLimits.MCGRAW_WONG;
            default -> throw new UsageException("--limits is shrout-fleiss or mcgraw-wong, got '" + limits + "'");
        };
    }

    private Map<String, @Nullable Object> document(LongReadings readings, List<IntraclassCorrelation> found) {
        Map<String, @Nullable Object> byFeature = new LinkedHashMap<>();
        for (int f = 0; f < found.size(); f++) {
            Map<String, @Nullable Object> forms = new LinkedHashMap<>();
            for (Icc icc : found.get(f).forms()) {
                forms.put(icc.form().label(), one(icc));
            }
            byFeature.put(readings.features().get(f), forms);
        }
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("subjects", readings.subjects().size());
        document.put("raters", readings.raters());
        document.put("level", level);
        document.put("features", byFeature);
        if (atLeast != null) {
            document.put("kept", kept(readings, found, atLeast));
        }
        return document;
    }

    private static Map<String, @Nullable Object> one(Icc icc) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        String why = icc.why().isEmpty() ? "not finite for these readings" : icc.why();
        JsonNumbers.put(object, "icc", icc.icc(), why);
        JsonNumbers.put(object, "lower", icc.lower(), why);
        JsonNumbers.put(object, "upper", icc.upper(), why);
        JsonNumbers.put(object, "f", icc.f(), why);
        JsonNumbers.put(object, "df1", icc.df1(), why);
        JsonNumbers.put(object, "df2", icc.df2(), why);
        JsonNumbers.put(object, "p", icc.p(), why);
        return object;
    }

    private List<String> kept(LongReadings readings, List<IntraclassCorrelation> found, double bound) {
        IccForm wanted = IccForm.named(form)
                .orElseThrow(() -> new UsageException("--form is one of ICC(1,1) … ICC(3,k), got '" + form + "'"));
        ReproducibilityRule.By what = switch (by) {
            case "estimate" -> ReproducibilityRule.By.ESTIMATE;
            case "lower" -> ReproducibilityRule.By.LOWER;
            default -> throw new UsageException("--by is estimate or lower, got '" + by + "'");
        };
        if (!(bound >= -1 && bound <= 1)) {
            throw new UsageException("--at-least lies between -1 and 1, got " + bound);
        }
        ReproducibilityRule rule = new ReproducibilityRule(wanted, bound, what, level);
        List<String> kept = new ArrayList<>();
        for (int f = 0; f < found.size(); f++) {
            if (rule.holds(found.get(f).form(wanted))) {
                kept.add(readings.features().get(f));
            }
        }
        return kept;
    }

    private static List<List<String>> csv(LongReadings readings, List<IntraclassCorrelation> found) {
        List<List<String>> rows = new ArrayList<>();
        for (int f = 0; f < found.size(); f++) {
            for (Icc icc : found.get(f).forms()) {
                rows.add(List.of(
                        readings.features().get(f),
                        icc.form().label(),
                        FeatureTableFile.number(icc.icc()),
                        FeatureTableFile.number(icc.lower()),
                        FeatureTableFile.number(icc.upper()),
                        FeatureTableFile.number(icc.f()),
                        FeatureTableFile.number(icc.df1()),
                        FeatureTableFile.number(icc.df2()),
                        FeatureTableFile.number(icc.p()),
                        icc.why()));
            }
        }
        return rows;
    }

    private void print(LongReadings readings, List<IntraclassCorrelation> found, Map<String, @Nullable Object> document) {
        out().println(readings.subjects().size() + " subjects, raters " + String.join(", ", readings.raters()));
        for (int f = 0; f < found.size(); f++) {
            Icc icc = found.get(f).form(IccForm.ICC_2_1);
            out().println(String.format(
                    Locale.ROOT,
                    "%-40s %s %.3f (%.3f to %.3f)%s",
                    readings.features().get(f),
                    icc.form().label(),
                    icc.icc(),
                    icc.lower(),
                    icc.upper(),
                    icc.why().isEmpty() ? "" : "  " + icc.why()));
        }
        if (document.get("kept") instanceof List<?> kept) {
            out().println(kept.size() + " of " + found.size() + " features reach " + atLeast);
        }
    }
}
