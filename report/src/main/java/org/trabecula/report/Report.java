package org.trabecula.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

    /// Its drawn figures as SVG by key, in reading order.
    public Map<String, String> drawings() {
        Map<String, String> drawings = new LinkedHashMap<>();
        Stream.concat(opening.stream(), sections.stream().flatMap(section -> section.blocks().stream()))
                .flatMap(Report::figures)
                .forEach(figure -> {
                    if (figure.content() instanceof Block.Figure.Drawing drawing) {
                        drawings.put(figure.key(), drawing.svg());
                    }
                });
        return drawings;
    }

    private static Stream<Block.Figure> figures(Block block) {
        return switch (block) {
            case Block.Figure figure -> Stream.of(figure);
            case Block.SideBySide pair -> pair.figures().stream();
            case Block.Fold fold -> fold.blocks().stream().flatMap(Report::figures);
            case Block.Heading _, Block.Terms _, Block.Listing _, Block.KeyFigures _, Block.Paragraph _, Block.Remark _, Block.Bullets _,
                    Block.Table _ -> Stream.empty();
        };
    }

    /// The numbers of its figures and tables.
    ///
    /// @throws IllegalArgumentException if two share a key, or a text names one that is not there
    public Numbering numbering() {
        return Numbering.of(this);
    }
}
