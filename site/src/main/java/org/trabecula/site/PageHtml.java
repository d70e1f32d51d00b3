package org.trabecula.site;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.renderer.html.HtmlRenderer;

/// A page with what surrounds it: head, search, navigation.
final class PageHtml {
    private final Contents contents;
    private final boolean hasApi;

    /// @param hasApi whether Javadoc stands in the folder `api`
    PageHtml(Contents contents, boolean hasApi) {
        this.contents = contents;
        this.hasApi = hasApi;
    }

    String of(Page page) {
        String root = page.toRoot();
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s · Trabecula</title>
                <link rel="stylesheet" href="%ssite.css">
                </head>
                <body data-root="%s">
                <header>
                <a class="name" href="%sindex.html">Trabecula</a>
                <input id="search" type="search" placeholder="Search" aria-label="Search all pages" autocomplete="off" hidden>
                <button id="shade" type="button" aria-label="Light or dark" hidden>◐</button>
                </header>
                <div id="found" role="region" aria-label="Pages found" aria-live="polite" hidden></div>
                <div class="columns">
                <nav aria-label="Contents"><details id="contents" open><summary>Contents</summary>
                %s</details></nav>
                <main>
                %s</main>
                </div>
                <footer>For research. Not a medical device.</footer>
                <script src="%sindex.js"></script>
                <script src="%ssite.js"></script>
                </body>
                </html>
                """
                .formatted(escaped(page.title()), root, root, root, navigation(page), article(page), root, root);
    }

    private static String article(Page page) {
        HtmlRenderer renderer = HtmlRenderer.builder()
                .extensions(List.of(TablesExtension.create()))
                .attributeProviderFactory(_ -> (node, _, attributes) -> {
                    if (node instanceof Heading heading) {
                        attributes.put("id", page.anchor(heading));
                    }
                })
                .build();
        return renderer.render(page.document())
                .replace("<table>", "<div class=\"scroll\"><table>")
                .replace("</table>", "</table></div>");
    }

    private String navigation(Page here) {
        StringBuilder html = new StringBuilder();
        for (Contents.Group group : contents.groups()) {
            html.append("<p>").append(escaped(group.name())).append("</p>\n<ul>\n");
            for (Contents.Entry entry : group.entries()) {
                html.append("<li>").append(link(here, entry));
                if (entry.page().equals(here)) {
                    html.append(sections(here));
                }
                html.append("</li>\n");
            }
            html.append("</ul>\n");
        }
        if (hasApi) {
            html.append("<p>Javadoc</p>\n<ul>\n<li><a href=\"").append(here.toRoot()).append("api/index.html\">The radiomics engine</a></li>\n</ul>\n");
        }
        return html.toString();
    }

    private static String link(Page here, Contents.Entry entry) {
        String current = entry.page().equals(here) ? " aria-current=\"page\"" : "";
        return "<a href=\"" + here.toRoot() + entry.page().target() + "\"" + current + ">" + escaped(entry.name()) + "</a>";
    }

    private static String sections(Page page) {
        StringBuilder html = new StringBuilder("<ul>");
        for (Page.Section section : page.sections()) {
            if (section.level() == 2) {
                html.append("<li><a href=\"#").append(section.anchor()).append("\">").append(escaped(section.heading())).append("</a></li>");
            }
        }
        return html.append("</ul>").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
