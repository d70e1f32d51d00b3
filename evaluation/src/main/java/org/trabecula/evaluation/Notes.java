package org.trabecula.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trabecula.core.Shown;

/// What a reader should be told beside the numbers of a model: sentences, usually none.
public final class Notes {
    private Notes() {}

    public static List<String> of(Evaluation.Row row) {
        List<String> notes = new ArrayList<>(row.plain().cautions());
        double[] scores = row.scores().scores();
        if (row.plain().auc() < 0.5) {
            notes.add("the area is below 0.5: cases score lower than controls; is --direction lower meant, or the other class"
                    + " (--positive)?");
        }
        double cutoff = row.cutoff().threshold();
        if (Double.isFinite(cutoff) && Arrays.stream(scores).allMatch(s -> s >= cutoff)
                || Double.isFinite(cutoff) && Arrays.stream(scores).allMatch(s -> s < cutoff)) {
            notes.add("the cut-off " + Shown.value(cutoff) + " lies outside of all scores, which all fall on one side of it;"
                    + " are both tables on one scale (shares or percent)?");
        }
        if (row.probabilities().isEmpty()) {
            notes.add("no calibration and no net benefit: the scores are no probabilities between 0 and 1 that are higher in"
                    + " cases" + (isPercent(scores) ? "; are they in percent, 0 to 100?" : ""));
        } else {
            long certain = Arrays.stream(scores).filter(p -> p == 0 || p == 1).count();
            if (certain > 0) {
                notes.add((certain == 1 ? "1 probability is" : certain + " probabilities are")
                        + " exactly 0 or 1, without a logit, and take no part in calibration slope and intercept");
            }
        }
        return notes;
    }

    private static boolean isPercent(double[] scores) {
        double most = Arrays.stream(scores).max().orElse(0);
        return Arrays.stream(scores).allMatch(s -> s >= 0 && s <= 100) && most > 1;
    }
}
