package org.trabecula.radiomics.catalogue;

import java.util.List;
import java.util.regex.Pattern;
import org.trabecula.radiomics.data.TableResource;

/// A release of PyRadiomics that changed values. We give those of commit 8ed5793, after 3.1.0.
///
/// Source: PyRadiomics' release notes, CHANGES.rst.
///
/// @param version the first release with the new values
/// @param columns which features, as a pattern for [Feature#column]
/// @param images  for which images or settings only; empty: all
/// @param change  what is different from then on
public record VersionChange(String version, Pattern columns, String images, String change) {
    private static final class Table {
        private static final int COLUMNS = 4;
        private static final List<VersionChange> ALL = TableResource.rows(VersionChange.class, "versions.tsv", COLUMNS).stream()
                .map(c -> new VersionChange(c.get(0), Pattern.compile(c.get(1)), c.get(2), c.get(3)))
                .toList();
    }

    /// Every change, oldest first.
    public static List<VersionChange> all() {
        return Table.ALL;
    }

    /// The changes of one feature, oldest first.
    public static List<VersionChange> of(Feature feature) {
        return all().stream().filter(c -> c.columns().matcher(feature.column()).matches()).toList();
    }

    /// Such as `2.1.0 (with resegmentRange): …`.
    public String text() {
        return version + (images.isEmpty() ? "" : " (" + images + ")") + ": " + change;
    }
}
