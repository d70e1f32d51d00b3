package org.trabecula.study.fit;

import java.util.List;
import org.trabecula.cohort.Sex;
import org.trabecula.cohort.VertebraCase;

/// What is filled in for a patient whose age or sex was not recorded, learned from training cases.
///
/// @param ageYears median
/// @param male     whether most are men
public record ClinicalData(double ageYears, boolean male) {
    private static final double NO_AGE_RECORDED = 65;

    /// Learned from training cases; where none has a recorded age, 65 years.
    public static ClinicalData of(List<VertebraCase> training) {
        double[] ages = training.stream()
                .mapToDouble(VertebraCase::ageYears)
                .filter(age -> !Double.isNaN(age))
                .sorted()
                .toArray();
        long men = training.stream().filter(c -> c.sex() == Sex.MALE).count();
        long women = training.stream().filter(c -> c.sex() == Sex.FEMALE).count();
        return new ClinicalData(ages.length == 0 ? NO_AGE_RECORDED : ages[ages.length / 2], men > women);
    }

    public double[] ages(List<VertebraCase> cases) {
        return cases.stream().mapToDouble(c -> Double.isNaN(c.ageYears()) ? ageYears : c.ageYears()).toArray();
    }

    /// 1 for men, 0 for women.
    public double[] men(List<VertebraCase> cases) {
        return cases.stream()
                .mapToDouble(c -> switch (c.sex()) {
                    case MALE -> 1;
                    case FEMALE -> 0;
                    case UNKNOWN -> male ? 1 : 0;
                })
                .toArray();
    }

    /// How many of these cases lack an age, and how many a sex.
    public static int[] missing(List<VertebraCase> cases) {
        int[] missing = new int[2];
        for (VertebraCase c : cases) {
            missing[0] += Double.isNaN(c.ageYears()) ? 1 : 0;
            missing[1] += c.sex() == Sex.UNKNOWN ? 1 : 0;
        }
        return missing;
    }
}
