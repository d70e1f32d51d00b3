package org.trabecula.study.fit;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.cohort.Sex;
import org.trabecula.cohort.VertebraCase;

/// Age and sex as the clinical models take them, and what is filled in for a patient whose values were not recorded; learned
/// from training cases.
///
/// @param ageYears median; NaN when no training case has an age, and then no model uses it
/// @param male     whether most are men
/// @param hasSex   whether any training case has a sex; if not, no model uses it
public record ClinicalData(double ageYears, boolean male, boolean hasSex) {
    public static ClinicalData of(List<VertebraCase> training) {
        double[] ages = training.stream()
                .mapToDouble(VertebraCase::ageYears)
                .filter(age -> !Double.isNaN(age))
                .sorted()
                .toArray();
        long men = training.stream().filter(c -> c.sex() == Sex.MALE).count();
        long women = training.stream().filter(c -> c.sex() == Sex.FEMALE).count();
        return new ClinicalData(ages.length == 0 ? Double.NaN : ages[ages.length / 2], men > women, men + women > 0);
    }

    public boolean hasAge() {
        return !Double.isNaN(ageYears);
    }

    /// `age` and `sex`, as far as they are known.
    public List<String> terms() {
        List<String> terms = new ArrayList<>();
        if (hasAge()) {
            terms.add("age");
        }
        if (hasSex) {
            terms.add("sex");
        }
        return terms;
    }

    /// One column per term: age in years, sex 1 for men.
    public List<double[]> columns(List<VertebraCase> cases) {
        List<double[]> columns = new ArrayList<>();
        if (hasAge()) {
            columns.add(cases.stream().mapToDouble(c -> Double.isNaN(c.ageYears()) ? ageYears : c.ageYears()).toArray());
        }
        if (hasSex) {
            columns.add(cases.stream()
                    .mapToDouble(c -> switch (c.sex()) {
                        case MALE -> 1;
                        case FEMALE -> 0;
                        case UNKNOWN -> male ? 1 : 0;
                    })
                    .toArray());
        }
        return columns;
    }

    /// What had to be filled in, one sentence each.
    public List<String> filledIn(List<VertebraCase> cases) {
        List<String> notes = new ArrayList<>();
        long ages = cases.stream().filter(c -> Double.isNaN(c.ageYears())).count();
        long sexes = cases.stream().filter(c -> c.sex() == Sex.UNKNOWN).count();
        if (!hasAge()) {
            notes.add("no case has an age: no model uses it");
        } else if (ages > 0) {
            notes.add(ages + " cases without age: the training median of " + ageYears + " years stands in");
        }
        if (!hasSex) {
            notes.add("no case has a sex: no model uses it");
        } else if (sexes > 0) {
            notes.add(sexes + " cases without sex: " + (male ? "male" : "female") + ", the more frequent one, stands in");
        }
        return notes;
    }

    /// What had to be filled in for one patient.
    public List<String> filledInFor(VertebraCase patient) {
        List<String> notes = new ArrayList<>();
        if (hasAge() && Double.isNaN(patient.ageYears())) {
            notes.add("no age given: the training median of " + ageYears + " years stands in");
        }
        if (hasSex && patient.sex() == Sex.UNKNOWN) {
            notes.add("no sex given: " + (male ? "male" : "female") + ", the more frequent one, stands in");
        }
        return notes;
    }
}
