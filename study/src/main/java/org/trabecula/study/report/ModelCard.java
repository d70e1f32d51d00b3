package org.trabecula.study.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.trabecula.cohort.ClassNames;
import org.trabecula.core.Shown;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.evaluation.Scores;
import org.trabecula.study.fit.FittedSignature;
import org.trabecula.study.result.StudyResult;

/// A page about the model for whoever receives the bundle: what it is for, what it saw, how well it did.
public final class ModelCard {
    private ModelCard() {}

    public static String text(StudyResult result, String version) {
        StringBuilder text = new StringBuilder("# Model card\n\n");
        if (result.synthetic()) {
            text.append("**Trained on synthetic patients. It means nothing for real ones.**\n\n");
        }
        result.settings().notForNewPatients().ifPresent(why -> text.append("**").append(why).append("**\n\n"));
        text.append("Not a medical device. For research.\n\n")
                .append("Question: ").append(question(result.cohort().classes())).append("\n\n")
                .append("Made by ").append(version).append(" with seed ").append(result.settings().seed()).append(".\n")
                .append("Trained on ").append(result.split().train().size()).append(" cases, tested on ")
                .append(result.split().test().size()).append(".\n")
                .append(result.network().map(network -> "Network: " + network.origin() + ".\n").orElse(""))
                .append("\n")
                .append("| model | test AUC (95 % CI) | sensitivity | specificity |\n|---|---|---|---|\n");
        for (Evaluation.Row row : result.evaluation().rows()) {
            if (row.kind() == Scores.Kind.TEST) {
                text.append(String.format(
                        Locale.ROOT, "| %s | %s | %s | %s |%n", row.model(), Names.auc(row.reported()),
                        Names.proportion(row.confusion().sensitivity()), Names.proportion(row.confusion().specificity())));
            }
        }
        for (Evaluation.NoModel none : result.evaluation().without()) {
            if (none.kind() == Scores.Kind.TEST) {
                text.append(String.format(Locale.ROOT, "| %s | %s (n = %d) | | |%n", none.model(), none.words(), none.rows().size()));
            }
        }
        text.append("\n").append(rows(result.fitted().signatures())).append("\n");
        return text.toString();
    }

    /// Who passes the bundle on passes these rows on.
    private static String rows(List<FittedSignature> signatures) {
        String held = signatures.stream()
                .filter(signature -> signature.model().rowsHeld() > 0)
                .map(signature -> String.format(
                        Locale.ROOT, "%s (%s) %s of %s", signature.name(), signature.search().classifier().words(),
                        Shown.count(signature.model().rowsHeld(), "row"), Shown.count(signature.model().names().size(), "z-scored feature")))
                .collect(Collectors.joining(", "));
        return held.isEmpty()
                ? "It holds no rows of training cases."
                : "It holds rows of training cases, without names or ids, because its classifiers need them: " + held + ".";
    }

    private static String question(ClassNames classes) {
        return classes.areFractureAge()
                ? "is a fractured vertebra on CT acute (bone marrow oedema) or chronic?"
                : classes.positive() + " or " + classes.negative() + "?";
    }
}
