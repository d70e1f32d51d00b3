package org.trabecula.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.trabecula.core.Progress;
import org.trabecula.study.Study;
import org.trabecula.study.input.TableStudy;
import org.trabecula.study.settings.StudyYaml;
import org.trabecula.table.DelimitedText;
import org.trabecula.web.run.StudyFolder;

/// A real study of a small table of features: no images, a cohort of [#PATIENTS] with one row each, `C0` to `C59`.
final class StudiedTable {
    static final int PATIENTS = 60;
    private static final int FEATURES = 6;

    private StudiedTable() {}

    /// Writes `cases.csv` and the folder `run`.
    static StudyFolder in(Path folder) throws IOException {
        Path cases = Files.writeString(folder.resolve("cases.csv"), table());
        Path run = folder.resolve("run");
        new Study(
                StudyYaml.parse("""
                        classifiers: [svm]
                        lasso: {folds: 3}
                        grid_folds: 2
                        crossfit: 2
                        evaluation: {bootstrap: 0, bands: 0, optimism: 0}
                        """, "test"),
                folder, run, false, 2, Progress.NONE, "test", List.of("study", "cases.csv"))
                .run(TableStudy.read(DelimitedText.read(cases), folder, new TableStudy.Columns(
                        Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty())));
        return new StudyFolder(run, Optional.of(cases));
    }

    /// The first feature lies 1.5 standard deviations apart between the classes, so that there are errors; the others mean nothing.
    private static String table() {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder text = new StringBuilder("case_id,patient_id,outcome,age,sex,level,f0,f1,f2,f3,f4,f5\n");
        for (int patient = 0; patient < PATIENTS; patient++) {
            text.append("C").append(patient).append(",P").append(patient).append(',').append(patient % 2).append(',')
                    .append(50 + random.nextInt(40)).append(random.nextBoolean() ? ",F,L1" : ",M,L2");
            for (int feature = 0; feature < FEATURES; feature++) {
                text.append(',').append(random.nextGaussian() + (feature == 0 ? 1.5 * (patient % 2) : 0));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
