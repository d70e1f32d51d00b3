package org.trabecula.study.fit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.trabecula.cohort.CaseFolds;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.learn.Folds;
import org.trabecula.learn.LearnProblem;
import org.trabecula.learn.Training;
import org.trabecula.stats.LabelledRows;
import org.trabecula.table.ColumnRole;

/// Folds of the training cases that the table of cases gives (columns `lasso_fold` and `grid_fold`), in place of drawn ones. They are those of
/// the fit to all training cases; every fold of the cross-fitting draws its own.
///
/// @param lasso by case, of the choice of λ (step 8); empty: drawn
/// @param grid  by case, of the grid search (step 14); empty: drawn
public record GivenFolds(Map<String, Integer> lasso, Map<String, Integer> grid) {
    public static final GivenFolds NONE = new GivenFolds(Map.of(), Map.of());

    public GivenFolds {
        lasso = Map.copyOf(lasso);
        grid = Map.copyOf(grid);
    }

    public static GivenFolds of(List<VertebraCase> cases) {
        return new GivenFolds(given(cases, CaseFolds::lasso), given(cases, CaseFolds::grid));
    }

    private static Map<String, Integer> given(List<VertebraCase> cases, Function<CaseFolds, OptionalInt> which) {
        Map<String, Integer> given = new LinkedHashMap<>();
        cases.forEach(c -> which.apply(c.folds()).ifPresent(fold -> given.put(c.caseId(), fold)));
        return given;
    }

    /// Folds of the choice of λ; empty where they are to be drawn.
    Optional<Folds> lasso(Training training) {
        return folds(training, lasso);
    }

    /// Folds of the grid search; empty where they are to be drawn.
    Optional<Folds> grid(Training training) {
        return folds(training, grid);
    }

    private static Optional<Folds> folds(Training training, Map<String, Integer> given) {
        if (training.rows().ids().stream().noneMatch(given::containsKey)) {
            return Optional.empty();
        }
        return Optional.of(Folds.given(training, training.rows().ids().stream().mapToInt(given::get).toArray()));
    }

    /// Before anything is computed.
    ///
    /// @param training the training cases
    /// @throws InputException SPL-005 for folds of some of them only, for a patient in two folds, and for a single fold
    public void require(LabelledRows training) {
        require(training, lasso, ColumnRole.LASSO_FOLD);
        require(training, grid, ColumnRole.GRID_FOLD);
    }

    private static void require(LabelledRows training, Map<String, Integer> given, ColumnRole role) {
        List<String> without = training.ids().stream().filter(id -> !given.containsKey(id)).toList();
        if (without.size() == training.size()) {
            return;
        }
        if (!without.isEmpty()) {
            throw refused(
                    role, "no fold for " + without.size() + " of " + training.size() + " training cases, the first is " + without.getFirst(),
                    "a fold for every training case, or for none");
        }
        Map<String, Integer> foldOf = new HashMap<>();
        Set<Integer> folds = new HashSet<>();
        for (int row = 0; row < training.size(); row++) {
            Integer fold = given.get(training.ids().get(row));
            Integer before = foldOf.putIfAbsent(training.patients().get(row), fold);
            if (before != null && !before.equals(fold)) {
                throw refused(
                        role, "patient " + training.patients().get(row) + " in folds " + before + " and " + fold, "whole patients in a fold");
            }
            folds.add(fold);
        }
        if (folds.size() < 2) {
            throw refused(role, "one fold", "at least two");
        }
    }

    private static InputException refused(ColumnRole role, String found, String expected) {
        return new InputException(new Problem(
                LearnProblem.GIVEN_FOLDS, "column " + role.column(), found, expected,
                "correct the column, or leave it out: the folds are drawn then"));
    }
}
