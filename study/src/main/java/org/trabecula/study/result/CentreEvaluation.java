package org.trabecula.study.result;

import java.util.List;
import java.util.Optional;
import org.trabecula.evaluation.repeated.Repetition;
import org.trabecula.stats.roc.AucEstimate;

/// Leave-one-centre-out (B6): every centre judged by models that were fitted, calibrated and cut off without it.
///
/// @param rows by centre and model; empty where it was not done
/// @param why  it was not done, as a part of a sentence; empty where it was
/// @param note what a reader should know of the rows, a sentence; empty for nothing
public record CentreEvaluation(List<Row> rows, String why, String note) {
    public CentreEvaluation {
        rows = List.copyOf(rows);
    }

    /// One model in one centre.
    ///
    /// @param n         cases of the centre
    /// @param positives among them
    /// @param patients  of theirs
    /// @param auc       patients as clusters; empty where there is none
    /// @param numbers   of the same cases; empty likewise
    /// @param why       there is none, as a part of a sentence
    public record Row(
            String centre, String model, int n, int positives, int patients, Optional<AucEstimate> auc, Optional<Repetition> numbers,
            String why) {}

    /// @param why as a part of a sentence
    public static CentreEvaluation notDone(String why) {
        return new CentreEvaluation(List.of(), why, "");
    }
}
