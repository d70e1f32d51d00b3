package org.trabecula.study.fit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trabecula.core.RandomStreams;
import org.trabecula.learn.Folds;
import org.trabecula.learn.Training;
import org.trabecula.learn.evidence.Attempt;
import org.trabecula.table.FeatureTable;

/// Which fits two layers of folds need. Every fit scores whom it has not seen, so leaving out folds 1 and 2 serves fold 1 (patients of
/// fold 2, by a fit that saw neither) and fold 2 alike: K folds take K fits for the outer layer and K (K − 1) / 2 for the inner one.
/// With two folds nobody is left when both are left out; then each half is cut anew.
final class NestedFits {
    /// Folds of a half, where there are only two folds.
    private static final int OF_A_HALF = 3;

    private final Training raw;
    private final RandomStreams random;
    private final List<Folds> inner = new ArrayList<>();
    private final Map<List<String>, Integer> numberOf = new HashMap<>();
    private final List<FoldStage.Fold> fits = new ArrayList<>();

    NestedFits(Training raw, CrossFit.Deal deal) {
        Folds outer = deal.folds();
        this.raw = raw;
        this.random = deal.random();
        for (int fold = 0; fold < outer.count(); fold++) {
            add(outer.fitPart(fold), "crossfit/" + fold);
        }
        for (int fold = 0; fold < outer.count(); fold++) {
            int anew = deal.within() == 0 && outer.count() == 2 ? OF_A_HALF : deal.within();
            Folds own = anew == 0
                    ? outer.others(fold)
                    : Folds.stratifiedByPatient(outer.fitPart(fold), anew, random.stream("crossfit/" + fold + "/folds"));
            inner.add(own);
            for (int within = 0; within < own.count(); within++) {
                add(own.fitPart(within), "crossfit/" + fold + "/" + within);
            }
        }
    }

    private void add(Training part, String stream) {
        if (numberOf.putIfAbsent(part.rows().ids(), fits.size()) == null) {
            Set<String> seen = new HashSet<>(part.rows().ids());
            List<String> others = raw.rows().ids().stream().filter(id -> !seen.contains(id)).toList();
            fits.add(new FoldStage.Fold(part, raw.table().cases(others), random.within(stream)));
        }
    }

    /// All of them, each once; those of the outer folds first.
    List<FoldStage.Fold> fits() {
        return fits;
    }

    /// The folds within what a model of an outer fold is fitted to.
    Folds within(int fold) {
        return inner.get(fold);
    }

    /// Where the fit to `part` stands among [#fits].
    int number(Training part) {
        Integer number = numberOf.get(part.rows().ids());
        if (number == null) {
            throw new IllegalArgumentException("no fit to these " + part.size() + " cases");
        }
        return number;
    }

    /// Scores of `held` by the fit to `part`.
    ///
    /// @param scores of [#fits], in their order, each of all whom it has not seen
    <K> Map<K, double[]> of(Training part, FeatureTable held, List<Attempt<Map<K, double[]>>> scores) {
        int number = number(part);
        List<String> scored = fits.get(number).held().caseIds();
        Map<String, Integer> rowOf = new HashMap<>();
        for (int row = 0; row < scored.size(); row++) {
            rowOf.put(scored.get(row), row);
        }
        Map<K, double[]> own = new LinkedHashMap<>();
        scores.get(number).model().orElseThrow().forEach((kind, values) -> own.put(
                kind, held.caseIds().stream().mapToDouble(id -> values[row(rowOf, id)]).toArray()));
        return own;
    }

    private static int row(Map<String, Integer> rowOf, String id) {
        Integer row = rowOf.get(id);
        if (row == null) {
            throw new IllegalArgumentException("case " + id + " was seen by the fit that should score it");
        }
        return row;
    }
}
