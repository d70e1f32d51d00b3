package org.trabecula.site;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;

/// The navigation: the groups of links on the first page, under its headings of the second level.
///
/// @param groups in order
record Contents(List<Group> groups) {
    /// Some pages under a heading.
    record Group(String name, List<Entry> entries) {}

    /// A page by the words of the link to it.
    record Entry(String name, Page page) {}

    /// Where pages stand that the first page does not name.
    static final String REST = "More";

    /// Reads the first page, whose links are still those of the repository. Each page is taken where it is named first.
    static Contents of(Page first, Map<String, Page> bySource) {
        List<Group> groups = new ArrayList<>();
        Set<Page> seen = new HashSet<>();
        seen.add(first);
        first.document().accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                if (heading.getLevel() == 2) {
                    first.section(first.anchor(heading))
                            .ifPresent(section -> groups.add(new Group(section.heading(), new ArrayList<>())));
                }
            }

            @Override
            public void visit(Link link) {
                Page page = bySource.get("docs/" + link.getDestination());
                if (page != null && !groups.isEmpty() && seen.add(page)) {
                    groups.getLast().entries().add(new Entry(PageReader.words(link), page));
                }
            }
        });
        List<Entry> rest = bySource.values().stream()
                .filter(page -> !seen.contains(page))
                .map(page -> new Entry(page.title(), page))
                .toList();
        if (!rest.isEmpty()) {
            groups.add(new Group(REST, rest));
        }
        return new Contents(groups);
    }
}
