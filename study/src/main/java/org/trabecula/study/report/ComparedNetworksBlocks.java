package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.trabecula.core.Shown;
import org.trabecula.report.Block;
import org.trabecula.report.Cell;
import org.trabecula.report.Prose;
import org.trabecula.study.result.ComparedNetworks;

/// The networks that were compared inside the training part, and what the choice means for the other numbers.
final class ComparedNetworksBlocks {
    private static final List<String> HEADER =
            List.of("Network", "Weights", "Parameters", "n", "Patients", "AUC", "Mean within folds");

    private ComparedNetworksBlocks() {}

    static List<Block> of(ComparedNetworks all) {
        List<List<Cell>> rows = new ArrayList<>();
        for (ComparedNetworks.Network one : all.networks()) {
            rows.add(Cell.row(
                    Cell.words(one.architecture().yaml() + (one.taken() ? " (chosen)" : "")), Cell.words(one.weights()),
                    Cell.number(millions(one.parameters())), Cell.count(one.row().n()), Cell.count(one.row().patients()),
                    Names.aucCell(one.row().reported()), Cell.fixed(one.row().withinFolds().orElseThrow().mean(), 3)));
        }
        return List.of(
                new Block.Table(
                        "compared-networks",
                        Prose.of("Networks compared on the training cases alone, in " + all.folds() + " folds of whole patients, the same for each: "
                                + "fine-tuned to the other folds, the deep signature fitted to them with the " + all.classifier().words()
                                + ", the fold scored. AUC over all training cases with its 95 % interval (patients as clusters). The largest was "
                                + "chosen, of equals the one with fewer parameters (of the backbone, in millions). Weights: what each started from."),
                        HEADER, rows),
                Block.Remark.of("The largest of " + all.networks().size() + " AUCs is large by chance in part; intervals that overlap do not tell "
                        + "networks apart. Test cases had no part in this."));
    }

    private static String millions(long parameters) {
        return String.format(Locale.ROOT, "%.1f", parameters / 1e6);
    }

    /// For the methods section.
    static String method(ComparedNetworks all) {
        return "The network was chosen among "
                + all.networks().stream().map(one -> one.architecture().yaml()).collect(Collectors.joining(", "))
                + " by the cross-validated AUC of the deep signature inside the training part (" + all.folds() + " folds by patient, the same for "
                + "every network; " + all.classifier().words() + "): " + all.taken().architecture().yaml() + " had "
                + Names.auc(all.taken().row().reported()) + ". "
                + (all.inFolds().isEmpty()
                        ? "The choice was made once, with all training cases, and not again in the folds of the cross-fitting."
                        : "Each fold of the cross-fitting chose anew by the cases of the other folds alone: " + byFold(all) + ".");
    }

    /// How many folds took which network.
    private static String byFold(ComparedNetworks all) {
        return all.networks().stream()
                .map(ComparedNetworks.Network::architecture)
                .filter(all.inFolds()::contains)
                .map(one -> one.yaml() + " in " + Collections.frequency(all.inFolds(), one) + " of " + all.inFolds().size())
                .collect(Collectors.joining(", "));
    }

    /// Beside what is called cross-fitted.
    static String choice(ComparedNetworks all) {
        if (!all.inFolds().isEmpty()) {
            return "Each fold chose its network anew among " + Shown.count(all.networks().size(), "network") + ", by cases of the other folds alone ("
                    + byFold(all) + "). So cross-fitted rows are of the way to choose, not of " + all.taken().architecture().yaml() + " alone.";
        }
        return "The network was chosen once among " + Shown.count(all.networks().size(), "network") + ", with all of these training cases; that choice was "
                + "not repeated in the folds. Cross-fitted rows with deep features are those of the best of several on the same cases, so they are "
                + "somewhat too good; test rows are not.";
    }
}
