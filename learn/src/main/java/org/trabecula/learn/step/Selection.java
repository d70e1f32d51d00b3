package org.trabecula.learn.step;

import java.util.List;
import org.trabecula.learn.Sound;
import org.trabecula.table.FeatureTable;

/// The features that a filter kept.
///
/// @param by      which filter: `icc`, `univariate`, `redundancy`, `lasso`, `prune`
/// @param names   kept, in the order in which the filter hands them on: the table's, but for `univariate`
/// @param dropped left out, in table order
public record Selection(String by, List<String> names, List<Dropped> dropped) implements FittedStep {
    public Selection {
        names = List.copyOf(names);
        dropped = List.copyOf(dropped);
        Sound.names("selected features", names);
        if (by.isEmpty()) {
            throw new IllegalArgumentException("a selection must say which filter made it");
        }
    }

    @Override
    public List<String> inputs() {
        return names;
    }

    @Override
    public FeatureTable apply(FeatureTable table) {
        return table.select(names);
    }
}
