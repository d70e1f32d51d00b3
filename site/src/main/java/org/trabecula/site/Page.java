package org.trabecula.site;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/// One page of the documentation, read.
///
/// @param source   its path in the repository, such as `docs/statistics/icc.md`
/// @param target   its path in the site, such as `statistics/icc.html`
/// @param document its text
/// @param anchors  the name of each heading, in order
/// @param sections what search knows of it
record Page(String source, String target, Node document, Map<Heading, String> anchors, List<Section> sections) {
    /// A heading with the text up to the next one, as plain words.
    ///
    /// @param level  1 for the page's own heading
    /// @param anchor its name
    record Section(int level, String heading, String anchor, String text) {}

    String title() {
        return sections.isEmpty() ? target : sections.getFirst().heading();
    }

    /// The page's folder in the site, as a prefix of what lies in it: empty, or `statistics/`.
    String folder() {
        return target.substring(0, target.lastIndexOf('/') + 1);
    }

    /// From this page's folder to the site's root: empty, or `../`.
    String toRoot() {
        return "../".repeat((int) folder().chars().filter(c -> c == '/').count());
    }

    /// The name of one of its headings.
    String anchor(Heading heading) {
        return Objects.requireNonNull(anchors.get(heading), "a heading of another page");
    }

    Optional<Section> section(String anchor) {
        return sections.stream().filter(section -> section.anchor().equals(anchor)).findFirst();
    }
}
