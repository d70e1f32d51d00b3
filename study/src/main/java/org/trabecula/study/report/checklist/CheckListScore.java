package org.trabecula.study.report.checklist;

import java.util.List;

/// The share of an instrument's weights that is met, of those of the items that apply.
///
/// ```
/// least = Σ w(met) / Σ w(applicable),   most = Σ w(met or left to the authors) / Σ w(applicable)
/// ```
///
/// Source: Kocak et al. 2024, doi:10.1186/s13244-023-01572-w.
///
/// @param least when nothing that is left to the authors is met
/// @param most  when all of it is
public record CheckListScore(double least, double most) {
    /// @param items   with weights
    /// @param answers one an item
    /// @throws IllegalArgumentException if no item applies
    public static CheckListScore of(List<Item> items, List<Answer> answers) {
        double met = 0;
        double open = 0;
        double applicable = 0;
        for (int i = 0; i < items.size(); i++) {
            double weight = items.get(i).weight();
            switch (answers.get(i)) {
                case Answer.Met _ -> met += weight;
                case Answer.ForAuthors _ -> open += weight;
                case Answer.NotMet _ -> {}
                case Answer.NotApplicable _ -> weight = 0;
            }
            applicable += weight;
        }
        if (!(applicable > 0)) {
            throw new IllegalArgumentException("no item with a weight applies");
        }
        return new CheckListScore(met / applicable, (met + open) / applicable);
    }
}
