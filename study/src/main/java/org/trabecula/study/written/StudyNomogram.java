package org.trabecula.study.written;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.trabecula.figures.nomogram.NomogramFigure;
import org.trabecula.stats.nomogram.Link;
import org.trabecula.stats.nomogram.Nomogram;
import org.trabecula.study.folder.RunFolder;
import org.trabecula.study.folder.StudyJson;
import org.trabecula.study.report.AxisTitles;
import org.trabecula.study.result.StudyResult;

/// The nomogram as data and as a drawing, where there is one.
final class StudyNomogram {
    private StudyNomogram() {}

    static void write(RunFolder run, StudyResult result) throws IOException {
        if (result.clinical().nomogram().isPresent()) {
            Nomogram nomogram = result.clinical().nomogram().get();
            Map<String, Object> json = new LinkedHashMap<>(); // Map.of has another order in every process
            json.put("model", result.clinical().model().orElseThrow().model().orElseThrow());
            json.put("nomogram", nomogram);
            run.writeText("nomogram.json", StudyJson.textWithoutNaN(json));
            run.writeText(
                    "nomogram.svg",
                    NomogramFigure.svg(
                            "Nomogram", nomogram, new Link.Logistic(), "Probability of " + result.cohort().classes().positive(),
                            AxisTitles::of));
        }
    }
}
