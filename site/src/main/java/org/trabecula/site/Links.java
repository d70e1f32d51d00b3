package org.trabecula.site;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/// Turns the repository's links into the site's. A link to a page leads to the page; a picture is taken along; what lies in the repository and is
/// no page stays as words. What is nowhere is an error.
final class Links {
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:");

    private final Path root;
    private final Map<String, Page> bySource;
    private final List<String> broken = new ArrayList<>();
    private final Set<String> files = new TreeSet<>();

    /// @param root     the repository
    /// @param bySource every page by its path in the repository
    Links(Path root, Map<String, Page> bySource) {
        this.root = root;
        this.bySource = bySource;
    }

    /// Rewrites the links of a page in place.
    void rewrite(Page page) {
        page.document().accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                visitChildren(link);
                link.setDestination(destination(page, link.getDestination()));
                if (link.getDestination().isEmpty()) {
                    unwrap(link);
                }
            }

            @Override
            public void visit(Image image) {
                image.setDestination(destination(page, image.getDestination()));
            }
        });
    }

    /// Links that lead nowhere, each with its page.
    List<String> broken() {
        return broken;
    }

    /// The pictures that pages show, as paths in the repository.
    Set<String> files() {
        return files;
    }

    /// Where a link leads in the site; empty where it leads to a file of the repository that is no page.
    private String destination(Page page, String link) {
        if (ELSEWHERE.matcher(link).lookingAt()) {
            return link;
        }
        int hash = link.indexOf('#');
        String file = hash < 0 ? link : link.substring(0, hash);
        String anchor = hash < 0 ? "" : link.substring(hash + 1);
        Path folder = Path.of(page.source()).resolveSibling("");
        String source = file.isEmpty() ? page.source() : folder.resolve(file).normalize().toString();
        Page to = bySource.get(source);
        if (to == null && !Files.exists(root.resolve(source)) || to != null && !anchor.isEmpty() && to.section(anchor).isEmpty()) {
            broken.add(page.source() + ": " + link);
            return "";
        }
        if (to != null) {
            return (file.isEmpty() ? "" : relative(page, to.target())) + (anchor.isEmpty() ? "" : "#" + anchor);
        }
        if (!source.startsWith("docs/images/")) {
            return "";
        }
        files.add(source);
        return relative(page, source.substring("docs/".length()));
    }

    private static String relative(Page from, String target) {
        return from.toRoot() + target;
    }

    private static void unwrap(Link link) {
        Node child = link.getFirstChild();
        while (child != null) {
            Node next = child.getNext();
            link.insertBefore(child);
            child = next;
        }
        link.unlink();
    }
}
