package org.trabecula.evaluation.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trabecula.evaluation.Subgroup;
import org.trabecula.evaluation.WithinGroups;
import org.trabecula.stats.Interval;
import org.trabecula.stats.roc.AucEstimate;

/// Areas in groups of cases: objects of `subgroups` and `within_groups`, rows of `subgroups.csv`. A group with too few cases of a class
/// has counts and no area.
public final class SubgroupDocument {
    public static final String FILE = "subgroups.csv";
    private static final List<String> COLUMNS = List.of(
            "by", "group", "model", "part", "kind", "n", "positives", "patients", "auc", "ci_lower", "ci_upper", "ci_method", "why");
    private static final String ALL_OF_THEM = "within groups";

    private static final String TOO_FEW_TOGETHER = "the groups that hold both classes have too few cases of one";

    private SubgroupDocument() {}

    /// @param smallest cases that each class needs
    public static List<Map<String, @Nullable Object>> objects(List<Subgroup> subgroups, int smallest) {
        return subgroups.stream().map(one -> object(one, smallest)).toList();
    }

    private static Map<String, @Nullable Object> object(Subgroup one, int smallest) {
        JsonObject object = new JsonObject()
                .put("by", one.by())
                .put("group", one.group())
                .put("model", one.model())
                .put("part", one.part().label())
                .put("kind", one.kind().label())
                .put("n", one.n())
                .put("positives", one.positives())
                .put("patients", one.patients());
        if (one.auc().isEmpty()) {
            return object.none("auc", tooFew(smallest)).map();
        }
        AucEstimate auc = one.auc().get();
        return object.put("auc", auc.auc())
                .interval("ci", new Interval(auc.lower(), auc.upper()), "fewer than two patients of a class")
                .put("ci_method", one.method().label())
                .map();
    }

    /// The areas with cases compared only within their group.
    public static List<Map<String, @Nullable Object>> within(List<WithinGroups> all) {
        return all.stream()
                .map(one -> new JsonObject()
                        .put("by", one.by())
                        .put("model", one.model())
                        .put("part", one.part().label())
                        .put("kind", one.kind().label())
                        .put("n", one.n())
                        .put("positives", one.positives())
                        .number("auc", one.auc().estimate(), TOO_FEW_TOGETHER)
                        .interval("ci", new Interval(one.auc().lower(), one.auc().upper()), "nothing was drawn")
                        .put("replicates", one.auc().replicates())
                        .put("undefined", one.auc().undefined())
                        .map())
                .toList();
    }

    /// @param smallest cases that each class needs
    public static DocumentTable table(List<Subgroup> subgroups, List<WithinGroups> within, int smallest) {
        List<List<String>> rows = new ArrayList<>(subgroups.stream().map(one -> cells(one, smallest)).toList());
        within.forEach(one -> rows.add(List.of(
                one.by(), ALL_OF_THEM, one.model(), one.part().label(), one.kind().label(), DocumentTable.cell(one.n()),
                DocumentTable.cell(one.positives()), "", DocumentTable.cell(one.auc().estimate()), DocumentTable.cell(one.auc().lower()),
                DocumentTable.cell(one.auc().upper()), "bootstrap",
                Double.isNaN(one.auc().estimate()) ? TOO_FEW_TOGETHER : "")));
        return new DocumentTable(FILE, COLUMNS, rows);
    }

    private static List<String> cells(Subgroup one, int smallest) {
        double none = Double.NaN;
        return List.of(
                one.by(), one.group(), one.model(), one.part().label(), one.kind().label(), DocumentTable.cell(one.n()),
                DocumentTable.cell(one.positives()), DocumentTable.cell(one.patients()),
                DocumentTable.cell(one.auc().map(AucEstimate::auc).orElse(none)),
                DocumentTable.cell(one.auc().map(AucEstimate::lower).orElse(none)),
                DocumentTable.cell(one.auc().map(AucEstimate::upper).orElse(none)),
                one.auc().isEmpty() ? "" : one.method().label(), one.auc().isEmpty() ? tooFew(smallest) : "");
    }

    private static String tooFew(int smallest) {
        return "too few: each class needs " + smallest + " cases";
    }
}
