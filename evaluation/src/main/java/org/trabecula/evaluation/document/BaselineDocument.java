package org.trabecula.evaluation.document;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trabecula.stats.table1.Summary;
import org.trabecula.stats.table1.TableOne;
import org.trabecula.stats.tests.TestResult;

/// A baseline table as a document and as text.
public record BaselineDocument(TableOne table) {
    private static final String NOT_DEFINED = "not defined for these groups";
    private static final String NO_STATISTIC = "this test has no statistic";

    /// Rounded as in a paper, comma-separated.
    public String csv() {
        return new BaselineText(table).csv();
    }

    /// The same as a page with one table, which pastes into a word processor.
    public String html() {
        return new BaselineText(table).html();
    }

    /// The document, numbers in full.
    public Map<String, @Nullable Object> object() {
        JsonObject sizes = new JsonObject();
        for (int group = 0; group < table.groups().size(); group++) {
            sizes.put(table.groups().get(group), table.sizes().get(group));
        }
        JsonObject variables = new JsonObject();
        for (TableOne.Row row : table.rows()) {
            variables.put(row.name(), variable(row).map());
        }
        return new JsonObject()
                .put("by", table.by())
                .put("groups", sizes.map())
                .put("variables", variables.map())
                .map();
    }

    private JsonObject variable(TableOne.Row row) {
        JsonObject object = switch (row) {
            case TableOne.ContinuousRow continuous -> continuous(continuous);
            case TableOne.CategoricalRow categorical -> categorical(categorical);
        };
        return object.put("test", row.test().method())
                .number("statistic", row.test().statistic(), NO_STATISTIC)
                .number("p", row.test().p(), NOT_DEFINED)
                .number("smd", row.meanDifference(), table.groups().size() == 2 ? NOT_DEFINED : "more than two groups");
    }

    private JsonObject continuous(TableOne.ContinuousRow row) {
        JsonObject byGroup = new JsonObject();
        for (int group = 0; group < table.groups().size(); group++) {
            byGroup.put(table.groups().get(group), summary(row.byGroup().get(group)));
        }
        return new JsonObject()
                .put("kind", "continuous")
                .put("shown_as", row.normal() ? "mean_sd" : "median_iqr")
                .put("overall", summary(row.overall()))
                .put("groups", byGroup.map())
                .put("tests", List.of(test(row.ofMeans()), test(row.ofRanks())));
    }

    private static Map<String, @Nullable Object> summary(Summary summary) {
        String why = "too few values";
        return new JsonObject()
                .put("n", summary.n())
                .put("missing", summary.missing())
                .number("mean", summary.mean(), why)
                .number("sd", summary.sd(), why)
                .number("median", summary.median(), why)
                .number("q25", summary.q25(), why)
                .number("q75", summary.q75(), why)
                .number("min", summary.min(), why)
                .number("max", summary.max(), why)
                .map();
    }

    private JsonObject categorical(TableOne.CategoricalRow row) {
        JsonObject byGroup = new JsonObject();
        for (int group = 0; group < table.groups().size(); group++) {
            JsonObject counts = new JsonObject();
            for (int level = 0; level < row.levels().size(); level++) {
                counts.put(row.levels().get(level), row.counts().get(group).get(level));
            }
            byGroup.put(
                    table.groups().get(group),
                    new JsonObject().put("counts", counts.map()).put("missing", row.missing().get(group)).map());
        }
        return new JsonObject()
                .put("kind", "categorical")
                .put("levels", row.levels())
                .put("groups", byGroup.map())
                .put("tests", List.of(test(row.chiSquare()), test(row.exact())));
    }

    private static Map<String, @Nullable Object> test(TestResult test) {
        return new JsonObject()
                .put("test", test.method())
                .number("statistic", test.statistic(), NO_STATISTIC)
                .number("p", test.p(), NOT_DEFINED)
                .map();
    }
}
