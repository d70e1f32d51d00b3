package org.trabecula.study.written;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trabecula.evaluation.document.DocumentTable;
import org.trabecula.evaluation.document.TableDocument;
import org.trabecula.stats.glm.OddsRatio;
import org.trabecula.study.fit.ClinicalRefit;
import org.trabecula.study.fit.LogisticModel;
import org.trabecula.study.validate.Refitted;
import org.trabecula.table.FeatureTableFile;

/// Coefficients fitted anew, as a table and as a part of `validation.json`.
public final class RefitDocument {
    private static final List<String> COLUMNS =
            List.of("model", "term", "coefficient", "se_by_patient", "odds_ratio", "odds_ratio_lower", "odds_ratio_upper");

    private RefitDocument() {}

    static DocumentTable table(String file, Refitted refitted) {
        List<List<String>> rows = new ArrayList<>();
        refitted.fits().forEach((id, fit) -> {
            LogisticModel model = fit.model();
            rows.add(List.of(id.label(), "intercept", number(model.intercept()), "", "", "", ""));
            for (int term = 0; term < model.terms().size(); term++) {
                OddsRatio ratio = model.oddsRatio(term);
                rows.add(List.of(
                        id.label(), model.terms().get(term), number(model.coefficients()[term]), number(model.standardError(term)),
                        number(ratio.ratio()), number(ratio.interval().lower()), number(ratio.interval().upper())));
            }
        });
        return new DocumentTable(file, COLUMNS, rows);
    }

    private static String number(double value) {
        return FeatureTableFile.number(value);
    }

    static Map<String, @Nullable Object> object(Refitted refitted) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        Map<String, @Nullable Object> models = new LinkedHashMap<>();
        refitted.fits().forEach((id, fit) -> models.put(id.label(), model(fit)));
        document.put("models", models);
        Map<String, @Nullable Object> left = new LinkedHashMap<>();
        refitted.left().forEach((id, why) -> left.put(id.label(), why));
        document.put("left_as_they_were", left);
        document.put("cross_fitted", performance(refitted).object());
        return document;
    }

    private static Map<String, @Nullable Object> model(ClinicalRefit fit) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("intercept", fit.model().intercept());
        Map<String, @Nullable Object> coefficients = new LinkedHashMap<>();
        for (int term = 0; term < fit.model().terms().size(); term++) {
            coefficients.put(fit.model().terms().get(term), fit.model().coefficients()[term]);
        }
        object.put("coefficients", coefficients);
        object.put("cutoff", fit.cutoff().threshold());
        object.put("folds", fit.cutoffs().size());
        object.put("note", fit.model().note());
        return object;
    }

    /// What it does in patients whom it has not met.
    public static TableDocument performance(Refitted refitted) {
        return new TableDocument(refitted.evaluation(), Map.of(), "the other folds");
    }
}
