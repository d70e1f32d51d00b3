package org.trabecula.extraction.feature;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.core.Problem;
import org.trabecula.extraction.failure.CaseFailure;
import org.trabecula.radiomics.UndefinedFeature;
import org.trabecula.table.FeatureTable;

/// Features by case, and the cases that failed.
public record Extracted(FeatureTable table, List<CaseFailure> failures) {
    public Extracted {
        failures = List.copyOf(failures);
    }

    /// The features without a value, by case, with their reasons.
    public List<CaseFailure> undefined() {
        List<CaseFailure> undefined = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            List<Problem> problems = new ArrayList<>();
            for (int column = 0; column < table.names().size(); column++) {
                if (Double.isNaN(table.value(row, column))) {
                    problems.add(UndefinedFeature.problem(table.names().get(column)));
                }
            }
            if (!problems.isEmpty()) {
                undefined.add(new CaseFailure(table.caseIds().get(row), problems));
            }
        }
        return undefined;
    }
}
