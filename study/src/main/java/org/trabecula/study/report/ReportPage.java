package org.trabecula.study.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.trabecula.cohort.ClassNames;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.evaluation.Scores;
import org.trabecula.study.StudyResult;
import org.trabecula.study.settings.StudyYaml;

/// The whole report as one HTML file: no scripts, no network, everything inside.
public final class ReportPage {
    private final StudyResult result;
    private final String version;

    public ReportPage(StudyResult result, String version) {
        this.result = result;
        this.version = version;
    }

    public String html() {
        Html page = new Html();
        page.markup("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + "<title>" + Html.escape(title()) + ": study report</title><style>" + css() + "</style></head><body><main>");
        header(page);
        CohortSection.write(page, result);
        SelectionSection.write(page, result);
        PerformanceSection.write(page, result);
        CalibrationSection.write(page, result);
        NomogramSection.write(page, result);
        methods(page);
        page.markup("<footer>" + Html.escape(version) + ". Not a medical device. For research.</footer></main></body></html>");
        return page.toString();
    }

    private boolean fractures() {
        return result.cohort().classes().areFractureAge();
    }

    private String title() {
        ClassNames classes = result.cohort().classes();
        return fractures()
                ? "Acute or chronic vertebral fracture on CT"
                : classes.positive() + " or " + classes.negative();
    }

    private void header(Html page) {
        page.markup("<header><h1>" + Html.escape(title()) + "</h1><p class=\"sub\">Study report, "
                + result.flow().patients() + " patients, " + (result.split().train().size() + result.split().test().size())
                + (fractures() ? " vertebrae" : " cases") + "</p></header>");
        if (result.synthetic()) {
            page.markup("<p class=\"banner\">Synthetic patients. Nothing here says anything about real ones.</p>");
        }
        if (result.networkOrigin().filter(origin -> origin.startsWith("random")).isPresent()) {
            page.markup("<p class=\"banner\">The network started from random weights, not from ImageNet: its features are those "
                    + "of an untrained filter bank" + (result.settings().finetune().epochs() > 0 ? ", fine-tuned here" : "")
                    + ".</p>");
        }
        page.markup("<p class=\"banner\">Not a medical device. For research.</p>");
        page.markup("<div class=\"big\">");
        for (Evaluation.Row row : result.evaluation().rows()) {
            if (row.kind() == Scores.Kind.TEST) {
                page.markup(String.format(
                        Locale.ROOT, "<div><b>%.3f</b><span>%s<br>test AUC, 95 %% CI<br>%.3f–%.3f</span></div>", row.auc().auc(),
                        Html.escape(Names.model(row.model())), row.auc().lower(), row.auc().upper()));
            }
        }
        page.markup("</div>");
        page.markup("<nav><a href=\"#cohort\">Cohort</a><a href=\"#features\">Features and signatures</a>"
                + "<a href=\"#performance\">Performance</a><a href=\"#calibration\">Calibration</a>"
                + (result.clinical().model().isPresent() ? "<a href=\"#nomogram\">Nomogram</a>" : "")
                + "<a href=\"#methods\">Methods</a></nav>");
    }

    private void methods(Html page) {
        page.section("methods", "Methods");
        MethodsText.paragraphs(result, version).forEach(page::paragraph);
        page.heading("What was assumed");
        page.list(result.notes().isEmpty() ? List.of("nothing") : result.notes());
        page.heading("Settings");
        page.markup("<details><summary>study.yaml</summary><pre>" + Html.escape(StudyYaml.write(result.settings()))
                + "</pre></details>");
        page.end();
    }

    private static String css() {
        try (InputStream in = Objects.requireNonNull(
                ReportPage.class.getResourceAsStream("/org/trabecula/study/report/report.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
