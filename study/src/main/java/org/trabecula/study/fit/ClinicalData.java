package org.trabecula.study.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trabecula.learn.Training;
import org.trabecula.stats.Quantiles;
import org.trabecula.table.FeatureTable;

/// Age and sex as the clinical models take them, and what is filled in for a patient whose values were not recorded; learned
/// from training cases. Tables are those of [ClinicalColumns].
///
/// @param ageYears median; NaN when training cases have no ages or only one, and then no model uses it
/// @param male     whether most are men
/// @param hasSex   whether training cases have both sexes; if not, no model uses it
public record ClinicalData(double ageYears, boolean male, boolean hasSex) {
    private static final double OLDEST_YEARS = 150;

    public ClinicalData {
        if (ageYears < 0 || ageYears > OLDEST_YEARS) {
            throw new IllegalArgumentException("a median age lies between 0 and " + OLDEST_YEARS + " years, got " + ageYears);
        }
    }

    /// @param training with [ClinicalColumns]
    public static ClinicalData fit(Training training) {
        double[] ages = known(training.table().column(ClinicalColumns.AGE));
        double[] sexes = known(training.table().column(ClinicalColumns.SEX));
        double men = Arrays.stream(sexes).sum();
        boolean oneAge = ages.length == 0 || ages[0] == ages[ages.length - 1];
        return new ClinicalData(
                oneAge ? Double.NaN : Quantiles.type7OfSorted(ages, 0.5), men > sexes.length - men, men > 0 && men < sexes.length);
    }

    private static double[] known(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
    }

    public boolean hasAge() {
        return !Double.isNaN(ageYears);
    }

    /// `age` and `sex`, as far as they are known.
    public List<String> terms() {
        List<String> terms = new ArrayList<>();
        if (hasAge()) {
            terms.add(ClinicalColumns.AGE);
        }
        if (hasSex) {
            terms.add(ClinicalColumns.SEX);
        }
        return terms;
    }

    /// One column per term: age in years, sex 1 for men; gaps filled.
    public List<double[]> columns(FeatureTable clinical) {
        List<double[]> columns = new ArrayList<>();
        if (hasAge()) {
            columns.add(filled(clinical.column(ClinicalColumns.AGE), ageYears));
        }
        if (hasSex) {
            columns.add(filled(clinical.column(ClinicalColumns.SEX), male ? 1 : 0));
        }
        return columns;
    }

    private static double[] filled(double[] values, double instead) {
        return Arrays.stream(values).map(value -> Double.isNaN(value) ? instead : value).toArray();
    }

    /// What had to be filled in, one sentence each.
    public List<String> filledIn(FeatureTable clinical) {
        List<String> notes = new ArrayList<>();
        long ages = missing(clinical.column(ClinicalColumns.AGE));
        long sexes = missing(clinical.column(ClinicalColumns.SEX));
        if (!hasAge()) {
            notes.add((ages == clinical.rows() ? "no case has an age" : "all ages are the same") + ": no model uses age");
        } else if (ages > 0) {
            notes.add(ages + " cases without age: the training median of " + ageYears + " years stands in");
        }
        if (!hasSex) {
            notes.add((sexes == clinical.rows() ? "no case has a sex" : "all training cases are of one sex") + ": no model uses sex");
        } else if (sexes > 0) {
            notes.add(sexes + " cases without sex: " + (male ? "male" : "female") + ", the more frequent one, stands in");
        }
        return notes;
    }

    private static long missing(double[] values) {
        return Arrays.stream(values).filter(Double::isNaN).count();
    }

    /// What had to be filled in for one patient.
    public List<String> filledInFor(FeatureTable clinical, int row) {
        List<String> notes = new ArrayList<>();
        if (hasAge() && Double.isNaN(clinical.value(row, ClinicalColumns.AGE))) {
            notes.add("no age given: the training median of " + ageYears + " years stands in");
        }
        if (hasSex && Double.isNaN(clinical.value(row, ClinicalColumns.SEX))) {
            notes.add("no sex given: " + (male ? "male" : "female") + ", the more frequent one, stands in");
        }
        return notes;
    }
}
