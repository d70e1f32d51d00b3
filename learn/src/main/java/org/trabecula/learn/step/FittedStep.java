package org.trabecula.learn.step;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.trabecula.table.FeatureTable;

/// What a step has learned, as data: it is applied to any table and written as JSON.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Usable.class, name = "usable"),
    @JsonSubTypes.Type(value = Harmonised.class, name = "harmonised"),
    @JsonSubTypes.Type(value = ZScore.class, name = "z-score"),
    @JsonSubTypes.Type(value = Selection.class, name = "selection"),
    @JsonSubTypes.Type(value = Projection.class, name = "projection")
})
public sealed interface FittedStep permits Usable, Harmonised, ZScore, Selection, Projection {
    /// The features that a table must hold.
    List<String> inputs();

    /// The features that come out, in order.
    List<String> names();

    /// The same cases with the features [#names].
    ///
    /// @throws org.trabecula.core.InputException if a needed feature is missing
    FeatureTable apply(FeatureTable table);
}
