package org.trabecula.report.html;

import org.trabecula.report.Numbering;
import org.trabecula.report.Prose;

/// HTML under construction: text is escaped, markup is not.
final class Markup {
    private final StringBuilder html = new StringBuilder();

    Markup raw(String markup) {
        html.append(markup);
        return this;
    }

    Markup text(String plain) {
        html.append(escaped(plain));
        return this;
    }

    /// Running text; references become links.
    Markup prose(Prose prose, Numbering numbers) {
        for (Prose.Span span : prose.spans()) {
            switch (span) {
                case Prose.Words words -> text(words.text());
                case Prose.Strong strong -> raw("<strong>").text(strong.text()).raw("</strong>");
                case Prose.Reference reference ->
                    raw("<a href=\"#").text(reference.key()).raw("\">").text(numbers.label(reference.key())).raw("</a>");
            }
        }
        return this;
    }

    static String escaped(String plain) {
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

    @Override
    public String toString() {
        return html.toString();
    }
}
