package org.trabecula.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.report.Block;
import org.trabecula.report.Report;
import org.trabecula.report.Section;
import org.trabecula.report.html.HtmlReport;
import org.trabecula.report.pdf.PdfReport;

/// The whole report, of an ordinary study and of studies that lack something.
class StudyReportTest {
    private static final Map<String, Report> REPORTS = reports();

    /// Colours of lines that are light enough for a dark page and dark enough for a white one.
    private static final Set<String> ON_BOTH_GROUNDS = Set.of("#cc79a7", "#e69f00", "#56b4e9", "#7d8796");

    private static Map<String, Report> reports() {
        Map<String, Report> reports = new java.util.TreeMap<>();
        MadeUpStudies.all().forEach((name, result) -> reports.put(name, StudyReport.of(result, "test")));
        return reports;
    }

    static Set<String> names() {
        return REPORTS.keySet();
    }

    private static Report report(String name) {
        return java.util.Objects.requireNonNull(REPORTS.get(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void noNumberIsWordedBadly(String name) {
        String words = HtmlReport.of(report(name))
                .replaceAll("(?s)<style>.*?</style>", "")
                .replaceAll("(?s)<pre.*?</pre>", "")
                .replaceAll("<[^>]+>", " | ");
        assertThat(words)
                .doesNotContain("NaN", "Infinity", "null", "p 0.000", "0.000 (0.000–0.000)")
                .doesNotContainPattern("\\b1 (features|cases|patients|vertebrae|columns)\\b")
                .doesNotContainPattern("[ (]-[0-9]");
    }

    /// One model on the same cases has one interval, wherever it is printed.
    @ParameterizedTest
    @MethodSource("names")
    void theAbstractHasTheIntervalsOfTheKeyFigures(String name) {
        Pattern interval = Pattern.compile("95 % CI ([0-9.]+–[0-9.]+)");
        for (Block block : report(name).opening()) {
            if (block instanceof Block.KeyFigures keys) {
                for (Block.KeyFigures.KeyFigure key : keys.figures()) {
                    Matcher matcher = interval.matcher(key.detail());
                    if (matcher.find()) {
                        assertThat(report(name).drawings().get("abstract")).contains(key.value() + " (" + matcher.group(1) + ")");
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void noTableIsEmptyAndNoSectionBare(String name) {
        for (Section section : report(name).sections()) {
            assertThat(section.blocks()).as(section.id()).isNotEmpty();
            for (Block.Table table : tables(section.blocks())) {
                assertThat(table.rows()).as(table.key()).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void isWrittenAsPdf(String name) {
        assertThat(PdfReport.of(report(name)).length).isGreaterThan(10_000);
    }

    @ParameterizedTest
    @MethodSource("names")
    void saysOnTopWhatItIsNot(String name) {
        assertThat(report(name).status()).isEqualTo("Not a medical device. For research.");
    }

    /// Every colour of a drawing has its twin on a dark page, or is seen on both.
    @ParameterizedTest
    @MethodSource("names")
    void figuresCanBeSeenInTheDark(String name) {
        String page = HtmlReport.of(report(name));
        List<String> invisible = new ArrayList<>();
        Matcher colour = Pattern.compile(" (fill|stroke)=\"(#[0-9a-f]{6})\"").matcher(page);
        while (colour.find()) {
            String rule = ".drawing [" + colour.group(1) + "=\"" + colour.group(2) + "\"]";
            if (!ON_BOTH_GROUNDS.contains(colour.group(2)) && !page.contains(rule)) {
                invisible.add(rule);
            }
        }
        assertThat(invisible).isEmpty();
    }

    private static List<Block.Table> tables(List<Block> blocks) {
        List<Block.Table> tables = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Block.Table table) {
                tables.add(table);
            } else if (block instanceof Block.Fold fold) {
                tables.addAll(tables(fold.blocks()));
            }
        }
        return tables;
    }
}
