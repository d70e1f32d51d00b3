package org.trabecula.study.report;

import java.util.List;

/// Text that becomes HTML: everything is escaped unless it is markup already.
final class Html {
    private final StringBuilder text = new StringBuilder();

    static String escape(String plain) {
        StringBuilder safe = new StringBuilder(plain.length() + 16);
        for (int at = 0; at < plain.length(); at++) {
            char c = plain.charAt(at);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    /// Adds markup as it is.
    Html markup(String html) {
        text.append(html).append('\n');
        return this;
    }

    Html section(String id, String title) {
        return markup("<section id=\"" + id + "\"><h2>" + escape(title) + "</h2>");
    }

    Html end() {
        return markup("</section>");
    }

    Html heading(String title) {
        return markup("<h3>" + escape(title) + "</h3>");
    }

    Html paragraph(String plain) {
        return markup("<p>" + escape(plain) + "</p>");
    }

    Html note(String plain) {
        return markup("<p class=\"note\">" + escape(plain) + "</p>");
    }

    Html list(List<String> items) {
        StringBuilder html = new StringBuilder("<ul>");
        items.forEach(item -> html.append("<li>").append(escape(item)).append("</li>"));
        return markup(html.append("</ul>").toString());
    }

    /// A table of plain text; cells that look like numbers are set flush right.
    Html table(String caption, List<String> header, List<? extends List<String>> rows) {
        StringBuilder html = new StringBuilder("<div class=\"scroll\"><table><caption>")
                .append(escape(caption))
                .append("</caption><thead><tr>");
        header.forEach(cell -> html.append("<th>").append(escape(cell)).append("</th>"));
        html.append("</tr></thead><tbody>");
        for (List<String> row : rows) {
            html.append("<tr>");
            for (String cell : row) {
                boolean number = cell.matches("[-+<]?[\\d.,]+.*");
                html.append(number ? "<td class=\"number\">" : "<td>").append(escape(cell)).append("</td>");
            }
            html.append("</tr>");
        }
        return markup(html.append("</tbody></table></div>").toString());
    }

    /// A drawing with its caption.
    Html figure(String svg, String caption) {
        return markup("<figure>" + svg + "<figcaption>" + escape(caption) + "</figcaption></figure>");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
