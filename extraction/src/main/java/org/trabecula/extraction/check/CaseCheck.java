package org.trabecula.extraction.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.InputException;
import org.trabecula.core.Parallel;
import org.trabecula.core.Problem;
import org.trabecula.core.Progress;
import org.trabecula.extraction.failure.CaseFailure;
import org.trabecula.extraction.region.CaseOpener;
import org.trabecula.image.Mask;

/// Opens every case with each of its outlines, as the extraction will, and reads headers and masks only.
///
/// @param opener the extraction's own
/// @param jobs   threads
public record CaseCheck(CaseOpener opener, int jobs, Progress progress) {
    /// Half of the smallest thoracic body, 6.5 cm³, less two fifths of its height for a severe fracture. A region below is a
    /// piece of a vertebra: cut by the scan's end, or a segmentation's leftover.
    private static final double SMALLEST_BODY_MM3 = 4000;
    private static final double MM3_IN_CM3 = 1000;

    /// The cases in which something is wrong, in their order.
    public List<CaseFailure> of(List<VertebraCase> cases) {
        progress.stage("checking", cases.size());
        List<List<Problem>> each = Parallel.map(cases.size(), jobs, at -> {
            List<Problem> problems = problems(cases.get(at));
            progress.done(cases.get(at).caseId());
            return problems;
        });
        List<CaseFailure> found = new ArrayList<>();
        for (int at = 0; at < cases.size(); at++) {
            if (!each.get(at).isEmpty()) {
                found.add(new CaseFailure(cases.get(at).caseId(), each.get(at)));
            }
        }
        return found;
    }

    private List<Problem> problems(VertebraCase vertebra) {
        List<Problem> problems = new ArrayList<>();
        try {
            outline(vertebra, CaseOpener.maskOf(vertebra), problems);
        } catch (InputException e) {
            problems.addAll(e.problems());
        }
        Stream.of(vertebra.maskIntra(), vertebra.maskInter())
                .flatMap(Optional::stream)
                .forEach(mask -> outline(vertebra, mask, problems));
        return problems;
    }

    private void outline(VertebraCase vertebra, Path maskFile, List<Problem> problems) {
        try {
            Mask mask = opener.forFeatures(vertebra, maskFile).mask();
            if (mask.volumeMm3() < SMALLEST_BODY_MM3) {
                problems.add(scrap(vertebra, maskFile, mask));
            }
        } catch (InputException e) {
            problems.addAll(e.problems());
        }
    }

    private static Problem scrap(VertebraCase vertebra, Path maskFile, Mask mask) {
        return new Problem(
                CheckProblem.SCRAP,
                "case " + vertebra.caseId() + ", line " + vertebra.line() + ": mask " + maskFile.getFileName()
                        + vertebra.label().map(label -> ", label " + label).orElse(""),
                String.format(Locale.ROOT, "%d voxels, %.2f cm³", mask.voxelCount(), mask.volumeMm3() / MM3_IN_CM3),
                String.format(Locale.ROOT, "a vertebral body, %.0f cm³ or more", SMALLEST_BODY_MM3 / MM3_IN_CM3),
                "look at the outline; exclude the case with a reason if the scan ends in this vertebra");
    }
}
