package org.trabecula.cli.verbs;

import java.util.Locale;
import org.trabecula.learn.exploration.NomogramFit;
import org.trabecula.stats.glm.Term;

/// A nomogram in lines for people: coefficients with standard errors (robust where there are clusters), and points.
final class NomogramText {
    private NomogramText() {}

    static String of(NomogramFit fit) {
        double[][] covariance = fit.robust() == null ? fit.covariance() : fit.robust();
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "%s model of %d cases, C %.4f%n", fit.family(), fit.n(), fit.cIndex()));
        double[] slopes = fit.model().fitted().slopes();
        int first = covariance.length - slopes.length; // 1 where there is an intercept
        for (int j = 0; j < slopes.length; j++) {
            text.append(String.format(Locale.ROOT, "%14.6g  se %-12.6g %s%n", slopes[j],
                    Math.sqrt(covariance[first + j][first + j]), fit.model().terms().coefficientNames().get(j)));
        }
        for (int k = 0; k < fit.nomogram().axes().size(); k++) {
            double most = fit.nomogram().axes().get(k).points().stream().mapToDouble(Double::doubleValue).max().orElse(0);
            Term term = fit.model().terms().terms().get(k);
            text.append(String.format(Locale.ROOT, "%14.1f  points at most for %s%n", most, term.variable()));
        }
        return text.toString();
    }
}
