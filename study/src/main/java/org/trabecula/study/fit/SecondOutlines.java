package org.trabecula.study.fit;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.trabecula.table.FeatureTable;

/// Features from second outlines (P5), one table per comparison; empty when nobody outlined twice.
///
/// @param names  such as `same reader`
/// @param tables cases that were outlined again
public record SecondOutlines(List<String> names, List<FeatureTable> tables) {
    public static final SecondOutlines NONE = new SecondOutlines(List.of(), List.of());

    public SecondOutlines {
        names = List.copyOf(names);
        tables = List.copyOf(tables);
    }

    /// The comparisons in which at least `fewest` of the given cases were outlined again.
    SecondOutlines of(List<String> caseIds, int fewest) {
        List<Integer> kept = IntStream.range(0, tables.size())
                .filter(at -> caseIds.stream().filter(tables.get(at)::hasCase).count() >= fewest)
                .boxed()
                .toList();
        return new SecondOutlines(kept.stream().map(names::get).toList(), kept.stream().map(tables::get).toList());
    }

    /// Which comparisons `kept` does not hold, in words; empty when it holds all.
    String without(SecondOutlines kept) {
        return names.stream()
                .filter(name -> !kept.names.contains(name))
                .map(name -> name + ": skipped, fewer than two training cases were outlined again")
                .collect(Collectors.joining("; "));
    }
}
