package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.report.Block;
import org.trabecula.report.Section;
import org.trabecula.study.result.StudyResult;
import org.trabecula.study.settings.StudyYaml;

/// What was done, what was assumed, and the settings to do it again.
final class MethodsSection {
    private MethodsSection() {}

    static Section of(StudyResult result, String version) {
        List<Block> blocks = new ArrayList<>();
        MethodsText.paragraphs(result, version).forEach(text -> blocks.add(Block.Paragraph.of(text)));
        blocks.add(new Block.Heading("What was assumed"));
        blocks.add(Block.Bullets.of(result.notes().isEmpty() ? List.of("nothing") : result.notes()));
        blocks.add(new Block.Heading("Settings"));
        blocks.add(new Block.Fold("study.yaml", List.of(new Block.Listing(StudyYaml.write(result.settings())))));
        return new Section("methods", "Methods", blocks);
    }
}
