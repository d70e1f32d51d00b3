package org.trabecula.study.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.learn.importance.PermutationImportance;
import org.trabecula.learn.model.ModelId;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.study.fit.Contender;

/// What stands behind the choice of classifiers (P23) and what the chosen ones rest on.
///
/// @param contenders all classifiers of all signatures, those chosen among them; empty where there was no choice
/// @param tested     contenders on the test cases, in their order; empty without test cases
/// @param importance of the features of each signature's classifier
public record Supplement(
        List<Contender> contenders, List<Evaluation.Row> tested, Map<SignatureKind, Importance> importance) {
    /// How much AUC a classifier loses without a feature's values.
    ///
    /// @param training on the cases it was fitted to: what it rests on
    /// @param test     on others: what of that holds; empty without test cases
    public record Importance(PermutationImportance training, Optional<PermutationImportance> test) {}

    public Supplement {
        contenders = List.copyOf(contenders);
        tested = List.copyOf(tested);
        importance = Map.copyOf(importance);
    }

    /// A contender on the test cases.
    public Optional<Evaluation.Row> tested(ModelId id) {
        return tested.stream().filter(row -> row.model().equals(id.label())).findFirst();
    }

    /// Contenders of one signature.
    public Stream<Contender> of(SignatureKind signature) {
        return contenders.stream().filter(contender -> contender.id().signature() == signature);
    }
}
