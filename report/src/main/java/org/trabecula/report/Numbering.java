package org.trabecula.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Figures and tables by number, in reading order: assigned once, for captions, references and every renderer.
public final class Numbering {
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private int figures;
    private int tables;

    private Numbering() {}

    static Numbering of(Report report) {
        Numbering numbers = new Numbering();
        numbers.walk(report.opening());
        report.sections().forEach(section -> numbers.walk(section.blocks()));
        for (String key : numbers.asked) {
            numbers.label(key);
        }
        return numbers;
    }

    /// `Figure 3` or `Table 2`.
    public String label(String key) {
        String label = labels.get(key);
        if (label == null) {
            throw new IllegalArgumentException("no figure or table '" + key + "' in the report; there are " + labels.keySet());
        }
        return label;
    }

    private void walk(List<Block> blocks) {
        for (Block block : blocks) {
            switch (block) {
                case Block.Figure figure -> {
                    add(figure.key(), "Figure " + ++figures);
                    read(figure.caption());
                }
                case Block.Table table -> {
                    add(table.key(), "Table " + ++tables);
                    read(table.caption());
                }
                case Block.SideBySide pair -> walk(List.copyOf(pair.figures()));
                case Block.Fold fold -> walk(fold.blocks());
                case Block.Paragraph paragraph -> read(paragraph.text());
                case Block.Remark remark -> read(remark.text());
                case Block.Bullets bullets -> bullets.items().forEach(this::read);
                case Block.Heading _, Block.Terms _, Block.Listing _, Block.KeyFigures _ -> {}
            }
        }
    }

    private void add(String key, String label) {
        if (labels.put(key, label) != null) {
            throw new IllegalArgumentException("two figures or tables of the report have the key '" + key + "'");
        }
    }

    private void read(Prose text) {
        for (Prose.Span span : text.spans()) {
            if (span instanceof Prose.Reference reference) {
                asked.add(reference.key());
            }
        }
    }
}
