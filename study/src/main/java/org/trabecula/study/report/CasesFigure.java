package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.core.Shown;
import org.trabecula.extraction.picture.CaseMontage;
import org.trabecula.report.Block.Figure;
import org.trabecula.report.Prose;
import org.trabecula.stats.LabelledRows;
import org.trabecula.study.picture.CasePictures;
import org.trabecula.study.result.StudyResult;

/// Typical cases: the CT in three planes with the mask's outline, and the mask's surface.
final class CasesFigure {
    private CasesFigure() {}

    static Figure of(StudyResult result, CasePictures pictures) {
        List<Figure.Strip> strips = new ArrayList<>();
        for (String id : pictures.typical()) {
            strips.add(strip(CaseWords.of(result, id), pictures.montage(id)));
        }
        LabelledRows train = result.split().train();
        return new Figure(
                "cases", new Figure.Gallery(Figure.Gallery.Size.LARGE, strips),
                Prose.of("CT and mask of " + Shown.count(strips.size(), "training case") + ", in the sagittal, coronal and axial plane through the "
                        + "mask's centre, with the outline of the mask in orange, and the mask's surface from the front, the left and above, "
                        + "smoothed for viewing. Bone window (width 1500 HU, level 500 HU); A, P, R, L: the patient's front, back, right and left; "
                        + "the four pictures of a case have one scale. Shown are, of each class, the cases a third and two thirds of the way from the "
                        + (pictures.byVolume() ? "smallest mask to the largest" : "first training case to the last") + " (n = "
                        + train.outcome().cases() + " " + result.cohort().classes().positive() + ", " + train.outcome().controls() + " "
                        + result.cohort().classes().negative() + "); nobody chose them by their looks."));
    }

    private static Figure.Strip strip(String words, CaseMontage montage) {
        List<Figure.Picture> pictures = new ArrayList<>();
        for (CaseMontage.Panel panel : CaseMontage.Panel.values()) {
            String alt = words + ": "
                    + (panel == CaseMontage.Panel.SURFACE ? "surface of the mask" : panel.words() + " CT through the mask's centre, mask outlined");
            pictures.add(new Figure.Picture(alt, new Figure.Png(montage.png(panel)), panel.words()));
        }
        return new Figure.Strip(words, pictures);
    }
}
