package org.trabecula.report;

import java.util.List;

/// A chapter of a report.
///
/// @param id    of its place in the document, such as `performance`
/// @param title heading and entry of the navigation alike
public record Section(String id, String title, List<Block> blocks) {
    public Section {
        if (!id.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("a section's id is small letters, digits and hyphens, got '" + id + "'");
        }
        blocks = List.copyOf(blocks);
    }
}
