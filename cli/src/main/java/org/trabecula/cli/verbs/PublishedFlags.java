package org.trabecula.cli.verbs;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.stats.published.Metric;
import org.trabecula.stats.published.Printed;
import org.trabecula.stats.published.PublishedAccuracy;
import org.trabecula.stats.published.PublishedBaseline;
import org.trabecula.stats.roc.Confusion;
import org.trabecula.stats.tests.ContingencyTable;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/// `evaluate --published`: printed figures, and whether they can be true together.
final class PublishedFlags {
    @Option(names = "--cases", paramLabel = "N", description = "Cases behind the printed figures.")
    @Nullable Integer cases;

    @Option(names = "--controls", paramLabel = "N", description = "Controls behind them.")
    @Nullable Integer controls;

    @Option(names = "--accuracy", paramLabel = "X", description = "As printed: 0.846 or 84.6%%.")
    @Nullable String accuracy;

    @Option(names = "--sensitivity", paramLabel = "X", description = "As printed.")
    @Nullable String sensitivity;

    @Option(names = "--specificity", paramLabel = "X", description = "As printed.")
    @Nullable String specificity;

    @Option(names = "--ppv", paramLabel = "X", description = "As printed.")
    @Nullable String ppv;

    @Option(names = "--npv", paramLabel = "X", description = "As printed.")
    @Nullable String npv;

    @Option(names = "--f1", paramLabel = "X", description = "As printed.")
    @Nullable String f1;

    @Option(
            names = "--means",
            paramLabel = "N:M:SD/N:M:SD",
            description = "Rows, mean and sd of two groups, as 315:59.3:18.1/205:71.1:11.9; with --p.")
    @Nullable String means;

    @Option(
            names = "--counts",
            paramLabel = "A,B/C,D",
            description = "Counts, one group before each slash, as 111,204/88,117; with --p.")
    @Nullable String counts;

    @Option(names = "--p", paramLabel = "X", description = "The printed p of --means or --counts.")
    @Nullable String p;

    /// Checks what was given and tells it.
    ///
    /// @return [ExitCode#SOME_FAILED] when the figures contradict each other
    int check(boolean json, PrintWriter out) {
        Map<Metric, Printed> figures = figures();
        @Nullable PublishedAccuracy accuracies = null;
        if (!figures.isEmpty()) {
            if (cases == null || controls == null || cases < 1 || controls < 1) {
                throw new UsageException("printed figures need --cases and --controls, at least 1 each");
            }
            accuracies = PublishedAccuracy.check(cases, controls, figures);
        }
        @Nullable PublishedBaseline baseline = baseline();
        if (accuracies == null && baseline == null) {
            throw new UsageException("--published needs figures such as --accuracy, or --means or --counts with --p");
        }
        boolean possible = (accuracies == null || !accuracies.possible().isEmpty())
                && (baseline == null || baseline.possible());
        if (json) {
            Map<String, @Nullable Object> document = new LinkedHashMap<>();
            document.put("possible", possible);
            if (accuracies != null) {
                document.put("tables", accuracies.possible().stream().map(PublishedFlags::table).toList());
                document.put("conflicts", accuracies.conflicts().stream().map(PublishedFlags::conflict).toList());
            }
            if (baseline != null) {
                document.put("printed_p", baseline.printed().value());
                document.put("tests", baseline.tests().stream().map(PublishedFlags::test).toList());
            }
            out.println(JsonMapper.shared().writeValueAsString(document));
        } else {
            print(accuracies, baseline, out);
        }
        return possible ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    private Map<Metric, Printed> figures() {
        Map<Metric, Printed> figures = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            String text = switch (metric) {
                case ACCURACY -> accuracy;
                case SENSITIVITY -> sensitivity;
                case SPECIFICITY -> specificity;
                case PPV -> ppv;
                case NPV -> npv;
                case F1 -> f1;
            };
            if (text != null) {
                figures.put(metric, Printed.of("--" + metric.label(), text));
            }
        }
        return figures;
    }

    private @Nullable PublishedBaseline baseline() {
        if (means == null && counts == null) {
            return null;
        }
        if (p == null || means != null && counts != null) {
            throw new UsageException("give --means or --counts, and the --p printed beside them");
        }
        Printed printed = Printed.of("--p", p);
        try {
            if (means != null) {
                List<PublishedBaseline.Group> groups = Arrays.stream(means.split("/", -1))
                        .map(PublishedFlags::group)
                        .toList();
                if (groups.size() != 2) {
                    throw new UsageException("--means has two groups, got '" + means + "'");
                }
                return PublishedBaseline.ofMeans(groups.get(0), groups.get(1), printed);
            }
            int[][] rows = counts == null
                    ? new int[0][]
                    : Arrays.stream(counts.split("/", -1))
                            .map(row -> Arrays.stream(row.split(",", -1)).mapToInt(Integer::parseInt).toArray())
                            .toArray(int[][]::new);
            return PublishedBaseline.ofCounts(new ContingencyTable(rows), printed);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new UsageException("--means is N:MEAN:SD/N:MEAN:SD, --counts is A,B/C,D; " + e.getMessage());
        }
    }

    private static PublishedBaseline.Group group(String text) {
        String[] parts = text.split(":", -1);
        return new PublishedBaseline.Group(
                Integer.parseInt(parts[0]), Printed.of("--means", parts[1]), Printed.of("--means", parts[2]));
    }

    private static Map<String, @Nullable Object> table(Confusion table) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("tp", table.tp());
        object.put("fp", table.fp());
        object.put("tn", table.tn());
        object.put("fn", table.fn());
        for (Metric metric : Metric.values()) {
            JsonNumbers.put(object, metric.label(), metric.of(table), "nobody to count");
        }
        return object;
    }

    private static Map<String, @Nullable Object> conflict(PublishedAccuracy.Conflict conflict) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("figure", conflict.metric().label());
        object.put("printed", conflict.printed().text());
        object.put("tables_without_it", conflict.without().stream().map(PublishedFlags::table).toList());
        return object;
    }

    private static Map<String, @Nullable Object> test(PublishedBaseline.Recomputed test) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("test", test.test());
        object.put("p_lowest", test.lowest());
        object.put("p_highest", test.highest());
        object.put("agrees", test.agrees());
        return object;
    }

    private static void print(
            @Nullable PublishedAccuracy accuracies, @Nullable PublishedBaseline baseline, PrintWriter out) {
        List<String> lines = new ArrayList<>();
        if (accuracies != null) {
            if (accuracies.possible().isEmpty()) {
                lines.add("no confusion table of " + accuracies.cases() + " cases and " + accuracies.controls()
                        + " controls agrees with all printed figures");
                for (PublishedAccuracy.Conflict conflict : accuracies.conflicts()) {
                    Confusion first = conflict.without().getFirst();
                    lines.add("  without " + conflict.metric().label() + " " + conflict.printed().text() + ": "
                            + words(first) + ", so " + conflict.metric().label() + " would be "
                            + String.format(Locale.ROOT, "%.4f", conflict.metric().of(first))
                            + (conflict.without().size() > 1 ? " (first of " + conflict.without().size() + " tables)" : ""));
                }
            } else {
                lines.add(accuracies.possible().size() + " confusion table(s) agree:");
                accuracies.possible().forEach(table -> lines.add("  " + words(table)));
            }
        }
        if (baseline != null) {
            lines.add("printed p " + baseline.printed().text() + (baseline.possible() ? " is possible" : " is not possible"));
            for (PublishedBaseline.Recomputed test : baseline.tests()) {
                lines.add(String.format(Locale.ROOT, "  %s: p %.3g to %.3g", test.test(), test.lowest(), test.highest()));
            }
        }
        lines.forEach(out::println);
    }

    private static String words(Confusion table) {
        return "TP " + table.tp() + ", FP " + table.fp() + ", TN " + table.tn() + ", FN " + table.fn();
    }
}
