package org.trabecula.study.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.trabecula.cohort.ClassNames;
import org.trabecula.core.Shown;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.evaluation.Scores;
import org.trabecula.evaluation.repeated.RepeatedModel;
import org.trabecula.evaluation.repeated.Repetition;
import org.trabecula.study.fit.FittedSignature;
import org.trabecula.study.result.RepeatedStudy;
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
                .append("Trained on ").append(result.split().train().size()).append(" cases, ")
                .append(result.split().test().isEmpty() ? "all there were; no test part" : "tested on " + result.split().test().size())
                .append(".\n")
                .append(result.network().map(network -> "Network: " + network.origin() + ".\n").orElse(""))
                .append("\n");
        if (result.split().test().isEmpty() && result.repeated().isPresent()) {
            text.append(repeated(result.repeated().get()));
        } else {
            tested(text, result);
        }
        result.fitted().hcr().harmonised().ifPresent(step -> text.append("\nHand-crafted features are harmonised over the centres ")
                .append(String.join(", ", step.combat().centres())).append(" (ComBat), which it names. A case of another centre ")
                .append(step.refusesOthers() ? "gets no answer.\n" : "keeps its values, and a warning.\n"));
        text.append("\n").append(rows(result.fitted().signatures())).append("\n");
        return text.toString();
    }

    private static String repeated(RepeatedStudy repeated) {
        StringBuilder text = new StringBuilder("Performance in " + repeated.folds() + "-fold cross-validation by patient, mean of "
                + Shown.count(repeated.times(), "repetition") + ", " + Shown.count(repeated.rows().size(), "case") + ".\n\n"
                + "| model | AUC (95 % CI) | sensitivity | specificity |\n|---|---|---|---|\n");
        for (RepeatedModel model : repeated.evaluation().models()) {
            text.append(model.mean()
                    .map(auc -> String.format(
                            Locale.ROOT, "| %s | %s | %s | %s |%n", model.model(), Names.auc(auc),
                            Shown.fixed(model.spread(Repetition::sensitivity).mean(), 3), Shown.fixed(model.spread(Repetition::specificity).mean(), 3)))
                    .orElseGet(() -> String.format(Locale.ROOT, "| %s | no usable model: %s | | |%n", model.model(), model.why())));
        }
        return text.toString();
    }

    private static void tested(StringBuilder text, StudyResult result) {
        text.append("| model | test AUC (95 % CI) | sensitivity | specificity |\n|---|---|---|---|\n");
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
