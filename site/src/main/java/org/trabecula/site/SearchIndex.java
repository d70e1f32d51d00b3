package org.trabecula.site;

import java.util.Collection;

/// What search looks through: one entry a section. A script and no data file, because a page that was opened from a folder may fetch nothing.
final class SearchIndex {
    private SearchIndex() {}

    /// `INDEX = [[page, address, heading, text], …]`.
    static String script(Collection<Page> pages) {
        StringBuilder script = new StringBuilder("INDEX = [\n");
        for (Page page : pages) {
            for (Page.Section section : page.sections()) {
                script.append('[')
                        .append(quoted(page.title())).append(',')
                        .append(quoted(page.target() + "#" + section.anchor())).append(',')
                        .append(quoted(section.heading())).append(',')
                        .append(quoted(section.text())).append("],\n");
            }
        }
        return script.append("];\n").toString();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int n = 0; n < text.length(); n++) {
            char c = text.charAt(n);
            if (c < ' ' || c == '"' || c == '\\' || c == '\u2028' || c == '\u2029') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
