package org.trabecula.study.fit;

import java.util.List;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.table.FeatureTable;

/// Age and sex of cases as a table, so that what is fitted to them is fitted to a training view like everything else.
public final class ClinicalColumns {
    /// Years; NaN where it was not recorded.
    public static final String AGE = "age";
    /// 1 for men, 0 for women; NaN where it was not recorded.
    public static final String SEX = "sex";

    private ClinicalColumns() {}

    public static FeatureTable of(List<VertebraCase> cases) {
        double[] age = cases.stream().mapToDouble(VertebraCase::ageYears).toArray();
        double[] sex = cases.stream()
                .mapToDouble(c -> switch (c.sex()) {
                    case MALE -> 1;
                    case FEMALE -> 0;
                    case UNKNOWN -> Double.NaN;
                })
                .toArray();
        return new FeatureTable(
                cases.stream().map(VertebraCase::caseId).toList(), List.of(AGE, SEX), new double[][] {age, sex});
    }
}
