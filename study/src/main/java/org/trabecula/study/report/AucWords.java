package org.trabecula.study.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.stats.roc.AucInterval;

/// Which intervals the areas of a table have, where they are not the usual ones, and why.
final class AucWords {
    private AucWords() {}

    static Optional<String> of(List<Evaluation.Row> rows) {
        String words = Arrays.stream(AucInterval.Method.values())
                .filter(method -> rows.stream().anyMatch(row -> row.interval().method() == method))
                .map(method -> sentence(method, models(rows, method)))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    private static String models(List<Evaluation.Row> rows, AucInterval.Method method) {
        return rows.stream()
                .filter(row -> row.interval().method() == method)
                .map(row -> Names.inSentence(row.model()))
                .collect(Collectors.joining(", "));
    }

    private static String sentence(AucInterval.Method method, String models) {
        return switch (method) {
            case DELONG -> "";
            case LOGIT -> "Intervals of the AUC (" + models + ") are made on the logit scale and turned back, because fewer than "
                    + AucInterval.MANY_PATIENTS + " patients have a case of one class: there the plain interval, which auc.csv has too, "
                    + "covers the true area too seldom (Pepe 2003; Qin and Hotilovac 2008, doi:10.1177/0962280207087173).";
            case EXACT -> "The scores separate the classes (" + models + "). DeLong's variance is 0 then, which does not mean certainty: "
                    + "the other limit is exact, by Clopper and Pearson from pairs of a case of each class that have no patient in common.";
            case NEWCOMBE -> "Where DeLong's variance is 0 (" + models + ") the interval is Newcombe's (2006, doi:10.1002/sim.2324).";
            case NONE -> "No interval can be given (" + models + "): fewer than two patients have a case of one class.";
        };
    }
}
