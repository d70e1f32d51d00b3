package org.trabecula.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.trabecula.report.Numbering;
import org.trabecula.report.Report;
import org.trabecula.report.Section;

/// Writes a [Report] as one HTML file with everything inside. The same report gives the same bytes.
public final class HtmlReport {
    private HtmlReport() {}

    public static String of(Report report) {
        Numbering numbers = report.numbering();
        Markup page = new Markup();
        page.raw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + "<meta name=\"color-scheme\" content=\"light dark\"><title>");
        page.text(report.title()).raw("</title>\n<style>\n" + style(report) + "</style></head>\n<body><main>\n");
        header(page, report);
        BlockWriter blocks = new BlockWriter(page, numbers);
        report.opening().forEach(blocks::write);
        navigation(page, report.sections());
        for (Section section : report.sections()) {
            page.raw("<section aria-labelledby=\"" + section.id() + "\">\n<h2 id=\"" + section.id() + "\">")
                    .text(section.title())
                    .raw("</h2>\n");
            section.blocks().forEach(blocks::write);
            page.raw("</section>\n");
        }
        page.raw("<footer>").text(report.madeBy() + ". " + report.status()).raw("</footer>\n</main>\n<script>\n" + resource("report.js") + "</script>\n</body></html>\n");
        return page.toString();
    }

    private static void header(Markup page, Report report) {
        page.raw("<header><h1>").text(report.title()).raw("</h1>\n<p class=\"sub\">").text(report.subtitle()).raw("</p>\n");
        for (String warning : report.warnings()) {
            page.raw("<p class=\"banner\">").text(warning).raw("</p>\n");
        }
        page.raw("<p class=\"banner\">").text(report.status()).raw("</p></header>\n");
    }

    private static void navigation(Markup page, List<Section> sections) {
        page.raw("<nav aria-label=\"Sections\"><ul>");
        for (Section section : sections) {
            page.raw("<li><a href=\"#" + section.id() + "\">").text(section.title()).raw("</a></li>");
        }
        page.raw("</ul></nav>\n");
    }

    private static String style(Report report) {
        // the foot of every printed page; a CSS string ends at a quote and may not hold a line break
        String foot = report.title().replaceAll("[\"\\\\\\p{Cntrl}<]", " ") + " · " + report.status();
        return resource("report.css").replace("{{foot}}", foot);
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // of our own jar
        }
    }
}
