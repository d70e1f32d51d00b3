package org.trabecula.study;

import java.util.SplittableRandom;
import org.trabecula.cohort.Cohort;
import org.trabecula.learn.Split;
import org.trabecula.study.settings.StudyYaml;

/// Splits for the tests of single steps.
public final class Splits {
    private Splits() {}

    /// As the column `split` gives it.
    public static Split given(Cohort cohort) {
        return Splitting.of(cohort.included(), StudyYaml.preset("paper").split(), new SplittableRandom(1));
    }
}
