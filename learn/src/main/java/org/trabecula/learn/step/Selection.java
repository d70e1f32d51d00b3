package org.trabecula.learn.step;

import java.util.List;
import org.trabecula.table.FeatureTable;

/// The features that a filter kept.
///
/// @param by      which filter: `icc`, `univariate`, `redundancy`, `lasso`, `prune`
/// @param names   kept, in table order
/// @param dropped left out, in table order
public record Selection(String by, List<String> names, List<Dropped> dropped) implements FittedStep {
    public Selection {
        names = List.copyOf(names);
        dropped = List.copyOf(dropped);
    }

    @Override
    public FeatureTable apply(FeatureTable table) {
        return table.select(names);
    }
}
