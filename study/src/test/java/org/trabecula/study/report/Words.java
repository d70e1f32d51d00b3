package org.trabecula.study.report;

import java.util.List;
import org.trabecula.report.Report;
import org.trabecula.report.Section;
import org.trabecula.report.html.HtmlReport;

/// The text of one section, without its markup.
final class Words {
    private Words() {}

    static String of(Section section) {
        Report report = new Report("t", "s", List.of(), "n", List.of(), List.of(section), "v");
        String html = HtmlReport.of(report).replaceAll("(?s)^.*?</nav>", "");
        return html.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ").replace("&#39;", "'").replace("&lt;", "<").replace("&quot;", "\"");
    }
}
