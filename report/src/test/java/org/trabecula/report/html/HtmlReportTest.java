package org.trabecula.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.trabecula.report.Block;
import org.trabecula.report.Cell;
import org.trabecula.report.MadeUpReport;
import org.trabecula.report.Prose;

class HtmlReportTest {
    private final String page = HtmlReport.of(MadeUpReport.withEverything());

    @Test
    void needsNoNetwork() {
        assertThat(page).doesNotContainPattern("(src|href)=\"https?:").doesNotContain("@import", "url(", "fetch(", "XMLHttpRequest", "import(");
    }

    /// A script that ended early would show as text; buttons are made by it, so that a page without scripts has none that do nothing.
    @Test
    void hasOneScriptThatMakesItsButtonsItself() {
        assertThat(page.split("<script>", -1)).hasSize(2);
        assertThat(page.split("</script>", -1)).hasSize(2);
        assertThat(page).doesNotContain("<button").contains("2d");
    }

    @Test
    void saysFirstWhatItIsNot() {
        assertThat(page.indexOf("Not a medical device. For research.</p>")).isLessThan(page.indexOf("<nav"));
        assertThat(page).contains("<p class=\"banner\">Synthetic patients.</p>");
    }

    @Test
    void textIsEscaped() {
        assertThat(page)
                .contains("<h1>Acute &lt; chronic &amp; &quot;so on&quot;</h1>")
                .contains("alt=\"crop of &lt;A&gt;\"")
                .doesNotContain("content: \"Acute < chronic & \"so");
    }

    @Test
    void theNavigationNamesEverySectionAsItsHeadingDoes() {
        assertThat(found("<li><a href=\"#([^\"]+)\">([^<]+)</a></li>")).containsExactly("first First things", "second Second things");
        assertThat(found("<h2 id=\"([^\"]+)\">([^<]+)</h2>")).containsExactly("first First things", "second Second things");
    }

    @Test
    void everyLinkLeadsSomewhere() {
        List<String> places = found("id=\"([^\"]+)\"()");
        assertThat(places).doesNotHaveDuplicates();
        assertThat(places).containsAll(found("href=\"#([^\"]+)\"()"));
    }

    @Test
    void captionsCarryTheirNumbersAndReferencesTheSame() {
        assertThat(page).contains("<b>Figure 1.</b> Drawing flow.").contains("<b>Table 1.</b> Table of numbers.")
                .contains("See <a href=\"#numbers\">Table 1</a> and <a href=\"#flow\">Figure 1</a>");
    }

    @Test
    void numbersStandFlushRightWithTheirTitle() {
        String html = HtmlReport.of(MadeUpReport.of(new Block.Table(
                "t", Prose.of("c"), List.of("Model", "AUC"),
                List.of(Cell.row(Cell.words("a"), Cell.fixed(-0.25, 2)), Cell.row(Cell.words("b"), Cell.fixed(Double.NaN, 2))))));
        assertThat(html)
                .contains("<th scope=\"col\">Model</th><th scope=\"col\" class=\"number\">AUC</th>")
                .contains("<th scope=\"row\">a</th><td class=\"number\">−0.25</td>")
                .contains("<td class=\"number missing\">not estimable</td>");
    }

    @Test
    void aDrawingTellsThePageItsWidth() {
        assertThat(page).containsPattern("style=\"--width:\\d+px\" tabindex=\"0\">\n<svg ");
    }

    @Test
    void coloursOfFiguresHaveATwinInTheDark() {
        List<String> used = found(" (fill|stroke)=\"(#[0-9a-f]{6})\"");
        assertThat(used).contains("fill #1c2430", "fill #ffffff");
        for (String colour : used) {
            assertThat(page.contains(".drawing [" + colour.replace(" ", "=\"") + "\"]")).as(colour).isTrue();
        }
        assertThat(page).contains("prefers-color-scheme: dark");
    }

    @Test
    void onPaperFoldsStandOpenAndPagesAreNumbered() {
        String print = page.substring(page.indexOf("@page"));
        assertThat(print).contains("counter(page)").contains("details::details-content").contains("table-header-group");
    }

    private List<String> found(String pattern) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        while (matcher.find()) {
            found.add((matcher.group(1) + " " + matcher.group(2)).strip());
        }
        return found;
    }
}
