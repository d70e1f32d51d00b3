package org.trabecula.study.fit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.learn.step.Harmonised;
import org.trabecula.table.FeatureTable;

/// Where cases come from, with what harmonising may leave in their features, as text columns of their table: they travel with the rows
/// through splits and folds, and no step takes them for features.
public final class CentreColumns {
    private CentreColumns() {}

    /// The same features with the text columns `centre`, `age` (years) and `sex` (1 for men, 0 for women), empty where not recorded; other
    /// text columns stay behind.
    ///
    /// @param cases at least those of the table
    public static FeatureTable beside(FeatureTable features, List<VertebraCase> cases) {
        FeatureTable clinical = ClinicalColumns.of(cases);
        Map<String, VertebraCase> byId = new HashMap<>();
        cases.forEach(one -> byId.put(one.caseId(), one));
        Map<String, List<String>> texts = new LinkedHashMap<>();
        texts.put(Harmonised.CENTRE, features.caseIds().stream()
                .map(id -> Objects.requireNonNull(byId.get(id), "a case of the cohort").centre())
                .toList());
        for (String name : clinical.names()) {
            List<String> cells = new ArrayList<>();
            for (String id : features.caseIds()) {
                double value = clinical.value(clinical.rowOf(id), name);
                cells.add(Double.isNaN(value) ? "" : Double.toString(value));
            }
            texts.put(name, cells);
        }
        double[][] columns = features.names().stream().map(features::column).toArray(double[][]::new);
        return new FeatureTable(features.caseIds(), texts, features.names(), columns);
    }

    /// The same columns of rows of which nothing is known.
    public static FeatureTable unknown(FeatureTable features) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        List<String> empty = features.caseIds().stream().map(_ -> "").toList();
        for (String name : List.of(Harmonised.CENTRE, ClinicalColumns.AGE, ClinicalColumns.SEX)) {
            texts.put(name, empty);
        }
        double[][] columns = features.names().stream().map(features::column).toArray(double[][]::new);
        return new FeatureTable(features.caseIds(), texts, features.names(), columns);
    }
}
