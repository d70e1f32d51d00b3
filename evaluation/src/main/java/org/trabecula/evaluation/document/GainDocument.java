package org.trabecula.evaluation.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trabecula.evaluation.AddedValue;
import org.trabecula.evaluation.Optimism;
import org.trabecula.stats.glm.ValidationIndex;

/// What signatures add to age and sex, and the optimism of the clinical models: objects of `added_value` and `optimism`, rows of
/// `added-value.csv` and `optimism.csv`.
public final class GainDocument {
    private static final List<String> GAIN = List.of(
            "signature", "beside", "part", "kind", "n", "positives", "patients", "lr_chi2", "df", "p", "coefficient", "robust_se",
            "robust_p", "why");
    private static final List<String> OPTIMISM = List.of(
            "model", "n", "positives", "patients", "index", "apparent", "training", "test", "optimism", "corrected", "replicates",
            "undefined");

    private GainDocument() {}

    public static List<Map<String, @Nullable Object>> gains(List<AddedValue> all) {
        return all.stream()
                .map(one -> new JsonObject()
                        .put("signature", one.signature())
                        .put("beside", one.beside())
                        .put("part", "train")
                        .put("kind", "crossfit")
                        .put("n", one.n())
                        .put("positives", one.positives())
                        .put("patients", one.patients())
                        .number("lr_chi2", one.chiSquared(), one.why())
                        .put("df", 1)
                        .number("p", one.p(), one.why())
                        .number("coefficient", one.coefficient(), one.why())
                        .number("robust_se", one.robustError(), one.why())
                        .number("robust_p", one.robustP(), one.why())
                        .map())
                .toList();
    }

    public static List<Map<String, @Nullable Object>> optimism(List<Optimism> all) {
        return all.stream().map(GainDocument::object).toList();
    }

    private static Map<String, @Nullable Object> object(Optimism one) {
        JsonObject object = new JsonObject()
                .put("model", one.model())
                .put("n", one.n())
                .put("positives", one.positives())
                .put("patients", one.patients())
                .put("replicates", one.replicates())
                .put("undefined", one.undefined());
        for (ValidationIndex index : one.indexes()) {
            String why = "some draw has none";
            object.put(index.name(), new JsonObject()
                    .number("apparent", index.original(), why)
                    .number("training", index.training(), why)
                    .number("test", index.test(), why)
                    .number("optimism", index.optimism(), why)
                    .number("corrected", index.corrected(), why)
                    .map());
        }
        return object.map();
    }

    /// Both tables.
    public static List<DocumentTable> tables(List<AddedValue> gains, List<Optimism> optimism) {
        List<List<String>> rows = new ArrayList<>();
        for (AddedValue one : gains) {
            rows.add(List.of(
                    one.signature(), String.join(" ", one.beside()), "train", "crossfit", DocumentTable.cell(one.n()),
                    DocumentTable.cell(one.positives()), DocumentTable.cell(one.patients()), DocumentTable.cell(one.chiSquared()), "1",
                    DocumentTable.cell(one.p()), DocumentTable.cell(one.coefficient()), DocumentTable.cell(one.robustError()),
                    DocumentTable.cell(one.robustP()), one.why()));
        }
        List<List<String>> indexes = new ArrayList<>();
        for (Optimism one : optimism) {
            for (ValidationIndex index : one.indexes()) {
                indexes.add(List.of(
                        one.model(), DocumentTable.cell(one.n()), DocumentTable.cell(one.positives()),
                        DocumentTable.cell(one.patients()), index.name(), DocumentTable.cell(index.original()),
                        DocumentTable.cell(index.training()), DocumentTable.cell(index.test()), DocumentTable.cell(index.optimism()),
                        DocumentTable.cell(index.corrected()), DocumentTable.cell(one.replicates()),
                        DocumentTable.cell(one.undefined())));
            }
        }
        return List.of(
                new DocumentTable("added-value.csv", GAIN, rows), new DocumentTable("optimism.csv", OPTIMISM, indexes));
    }
}
