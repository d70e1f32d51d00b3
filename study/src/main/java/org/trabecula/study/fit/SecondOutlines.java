package org.trabecula.study.fit;

import java.util.List;
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
}
