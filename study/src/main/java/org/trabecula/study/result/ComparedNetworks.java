package org.trabecula.study.result;

import java.util.List;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.learn.classifier.Classifier;
import org.trabecula.study.settings.Choice;

/// The networks that were compared inside the training part, and the one that was taken (P16).
///
/// @param networks   in the order of the settings
/// @param folds      of whole patients, the same for every network
/// @param classifier of the deep signature here
/// @param inFolds    which one each fold of the cross-fitting chose without its own cases; none where the choice was not repeated
public record ComparedNetworks(
        List<Network> networks, int folds, Classifier classifier, List<Choice.Architecture> inFolds) {
    public ComparedNetworks {
        networks = List.copyOf(networks);
        inFolds = List.copyOf(inFolds);
        if (networks.stream().filter(Network::taken).count() != 1) {
            throw new IllegalArgumentException("one network is taken, got " + networks.stream().filter(Network::taken).count());
        }
    }

    /// @param architecture by name
    /// @param parameters   of the backbone
    /// @param weights      that it started from: `random`, or a file
    /// @param row          of the cross-validated scores of the training cases
    /// @param taken        whether the study goes on with it
    public record Network(Choice.Architecture architecture, long parameters, String weights, Evaluation.Row row, boolean taken) {}

    /// The same, with what the folds chose.
    public ComparedNetworks chosenAnew(List<Choice.Architecture> byFold) {
        return new ComparedNetworks(networks, folds, classifier, byFold);
    }

    /// The one that was taken.
    public Network taken() {
        return networks.stream().filter(Network::taken).findFirst().orElseThrow();
    }
}
