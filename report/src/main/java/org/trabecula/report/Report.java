package org.trabecula.report;

import java.util.List;

/// A whole report.
///
/// @param title    of the document
/// @param subtitle what it rests on, in one line
/// @param warnings what must be known before anything is read: synthetic patients, an untrained network
/// @param status   what the report is not: said first and on every page
/// @param opening  what stands before the first section
/// @param sections in reading order; those without blocks are left out
/// @param madeBy   program and version
public record Report(
        String title,
        String subtitle,
        List<String> warnings,
        String status,
        List<Block> opening,
        List<Section> sections,
        String madeBy) {
    /// Rule 8 of the house.
    public static final String NOT_A_MEDICAL_DEVICE = "Not a medical device. For research.";

    public Report {
        warnings = List.copyOf(warnings);
        opening = List.copyOf(opening);
        sections = sections.stream().filter(section -> !section.blocks().isEmpty()).toList();
    }

    /// The numbers of its figures and tables.
    ///
    /// @throws IllegalArgumentException if two share a key, or a text names one that is not there
    public Numbering numbering() {
        return Numbering.of(this);
    }
}
