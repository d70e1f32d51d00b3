package org.trabecula.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A feature table with texts about it, by name: how it was made, of what it is a part.
public record NotedTable(FeatureTable table, Map<String, String> notes) {
    public NotedTable {
        notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes)); // in their order, in every run
    }
}
