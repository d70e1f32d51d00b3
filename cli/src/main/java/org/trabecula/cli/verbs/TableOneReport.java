package org.trabecula.cli.verbs;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.AtomicFile;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.stats.StatsProblem;
import org.trabecula.stats.Variable;
import org.trabecula.stats.table1.Summary;
import org.trabecula.stats.table1.TableOne;
import org.trabecula.stats.table1.TableOneText;
import org.trabecula.stats.tests.TestResult;
import org.trabecula.table.TextTable;
import tools.jackson.databind.json.JsonMapper;

/// `evaluate --table1`: a baseline table of any file.
///
/// @param categorical variables to count although they are numbers
record TableOneReport(TextTable table, String by, List<String> variables, List<String> categorical) {

    void write(@Nullable Path folder, boolean force, boolean json, PrintWriter out) throws IOException {
        TableOne made = make();
        String text = JsonMapper.shared().writeValueAsString(document(made));
        if (folder != null) {
            OutputFiles.requireFree(
                    force, folder.resolve("table1.json"), folder.resolve("table1.csv"), folder.resolve("table1.html"));
            AtomicFile.writeText(folder.resolve("table1.json"), text + "\n");
            AtomicFile.writeText(folder.resolve("table1.csv"), TableOneText.csv(made));
            AtomicFile.writeText(folder.resolve("table1.html"), TableOneText.html(made));
        }
        out.print(json ? text + "\n" : TableOneText.csv(made));
    }

    private TableOne make() {
        List<String> groups = table.column(by).stream().map(TableOneReport::present).toList();
        long distinct = groups.stream().filter(label -> !label.isEmpty()).distinct().count();
        if (distinct < 2 || distinct > 20) {
            throw new InputException(new Problem(
                    StatsProblem.GROUPS,
                    table.source() + ", column '" + by + "'",
                    distinct + " different values",
                    "2 to 20 groups",
                    "name a column that divides the rows into groups, such as the outcome"));
        }
        List<Variable> rows = new ArrayList<>();
        for (String name : variables) {
            boolean numeric = table.isNumeric(name) && !categorical.contains(name);
            rows.add(
                    numeric
                            ? new Variable.Numbers(name, table.numbers(name))
                            : new Variable.Labels(
                                    name, table.column(name).stream().map(TableOneReport::present).toList()));
        }
        return TableOne.of(by, groups, rows);
    }

    /// R writes NA for a missing name.
    private static String present(String cell) {
        return cell.equals("NA") ? "" : cell;
    }

    private static Map<String, @Nullable Object> document(TableOne made) {
        Map<String, @Nullable Object> variables = new LinkedHashMap<>();
        for (TableOne.Row row : made.rows()) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            switch (row) {
                case TableOne.ContinuousRow continuous -> continuous(object, continuous, made.groups());
                case TableOne.CategoricalRow categorical -> categorical(object, categorical, made.groups());
            }
            object.put("test", row.test().method());
            String why = "not defined for these groups";
            JsonNumbers.put(object, "statistic", row.test().statistic(), "this test has no statistic");
            JsonNumbers.put(object, "p", row.test().p(), why);
            JsonNumbers.put(object, "smd", row.meanDifference(), made.groups().size() == 2 ? why : "more than two groups");
            variables.put(row.name(), object);
        }
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("by", made.by());
        Map<String, @Nullable Object> sizes = new LinkedHashMap<>();
        for (int group = 0; group < made.groups().size(); group++) {
            sizes.put(made.groups().get(group), made.sizes().get(group));
        }
        document.put("groups", sizes);
        document.put("variables", variables);
        return document;
    }

    private static void continuous(
            Map<String, @Nullable Object> object, TableOne.ContinuousRow row, List<String> groups) {
        object.put("kind", "continuous");
        object.put("shown_as", row.normal() ? "mean_sd" : "median_iqr");
        object.put("overall", summary(row.overall()));
        Map<String, @Nullable Object> byGroup = new LinkedHashMap<>();
        for (int group = 0; group < groups.size(); group++) {
            byGroup.put(groups.get(group), summary(row.byGroup().get(group)));
        }
        object.put("groups", byGroup);
        object.put("tests", List.of(test(row.ofMeans()), test(row.ofRanks())));
    }

    private static Map<String, @Nullable Object> summary(Summary summary) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("n", summary.n());
        object.put("missing", summary.missing());
        String why = "too few values";
        JsonNumbers.put(object, "mean", summary.mean(), why);
        JsonNumbers.put(object, "sd", summary.sd(), why);
        JsonNumbers.put(object, "median", summary.median(), why);
        JsonNumbers.put(object, "q25", summary.q25(), why);
        JsonNumbers.put(object, "q75", summary.q75(), why);
        JsonNumbers.put(object, "min", summary.min(), why);
        JsonNumbers.put(object, "max", summary.max(), why);
        return object;
    }

    private static void categorical(
            Map<String, @Nullable Object> object, TableOne.CategoricalRow row, List<String> groups) {
        object.put("kind", "categorical");
        object.put("levels", row.levels());
        Map<String, @Nullable Object> byGroup = new LinkedHashMap<>();
        for (int group = 0; group < groups.size(); group++) {
            Map<String, @Nullable Object> counts = new LinkedHashMap<>();
            for (int level = 0; level < row.levels().size(); level++) {
                counts.put(row.levels().get(level), row.counts().get(group).get(level));
            }
            Map<String, @Nullable Object> here = new LinkedHashMap<>();
            here.put("counts", counts);
            here.put("missing", row.missing().get(group));
            byGroup.put(groups.get(group), here);
        }
        object.put("groups", byGroup);
        object.put("tests", List.of(test(row.chiSquare()), test(row.exact())));
    }

    private static Map<String, @Nullable Object> test(TestResult test) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("test", test.method());
        JsonNumbers.put(object, "statistic", test.statistic(), "this test has no statistic");
        JsonNumbers.put(object, "p", test.p(), "not defined for these groups");
        return object;
    }
}
