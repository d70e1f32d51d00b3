package org.trabecula.extraction.region;

import java.util.Locale;
import java.util.function.Consumer;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.image.Grid;
import org.trabecula.image.GridComparison;
import org.trabecula.image.Mask;
import org.trabecula.image.resample.MaskResampler;
import org.trabecula.radiomics.parameters.Preset;
import org.trabecula.radiomics.prepare.MaskCheck;
import org.trabecula.radiomics.problem.RegionProblem;
import org.trabecula.radiomics.settings.Preparation;

/// Whether a mask may be measured on an image: one rule for every verb.
///
/// | mask and image | what happens |
/// |---|---|
/// | same grid, within ITK's tolerance | taken as it is |
/// | same lattice of voxels (cropped, flipped, turned, a rounded header) | taken where its voxels fall, and said |
/// | other size, and the settings resample | taken where it lies in the patient, as PyRadiomics does, and said |
/// | any other grid, and the settings ask for `correctMask` | the same |
/// | otherwise | refused with GEO-001 |
///
/// A mask of the image's own size that lies elsewhere has a wrong header, where PyRadiomics would measure whatever lies
/// under it: it is refused, resampling or not. Verbs without settings of their own (`check`, `crop`, `embed`, `gradcam`,
/// `finetune`) go by the study's, so that they serve what a study serves.
///
/// @param resampled         whether image and mask are brought onto a new grid anyway
/// @param correctMask       PyRadiomics' setting of that name
/// @param geometryTolerance ITK's, in units of the image's first spacing
public record MaskPlacement(boolean resampled, boolean correctMask, double geometryTolerance) {
    /// For measuring on the image's own voxels.
    public static final MaskPlacement AS_DRAWN = of(Preparation.NONE);

    /// As the study's own settings have it.
    public static MaskPlacement study() {
        return of(Preset.PAPER1648.settings().preparation());
    }

    public static MaskPlacement of(Preparation preparation) {
        return new MaskPlacement(
                preparation.resampling().isPresent(),
                preparation.maskRules().correctMask(),
                preparation.maskRules().geometryTolerance());
    }

    /// How the two lie to each other.
    private enum Lies {
        SAME,
        ON_THE_LATTICE,
        ELSEWHERE
    }

    /// The region as the feature extraction takes it: on its own grid where the settings bring it onto another one anyway.
    ///
    /// @param where names both files
    /// @param notes hears what was assumed
    /// @throws InputException GEO-001 if the two do not cover the same space; MSK-005 if the region leaves the image on the
    ///     lattice that both share
    public Mask forFeatures(Mask mask, Grid image, String where, Consumer<String> notes) {
        return switch (judge(mask, image, where, notes)) {
            case SAME, ELSEWHERE -> mask;
            case ON_THE_LATTICE -> {
                Mask placed = GridComparison.place(mask, image, where);
                yield resampled ? mask : placed;
            }
        };
    }

    /// The region on the image's own voxels, as pictures take it; where it was drawn on others, by the nearest.
    ///
    /// @throws InputException as [#forFeatures], and RAD-007 if the region lies between the image's voxels
    public Mask forPixels(Mask mask, Grid image, String where, Consumer<String> notes) {
        return switch (judge(mask, image, where, notes)) {
            case SAME, ON_THE_LATTICE -> GridComparison.place(mask, image, where);
            case ELSEWHERE -> MaskResampler.nearest(mask, image).orElseThrow(() -> vanished(mask, image, where));
        };
    }

    private Lies judge(Mask mask, Grid image, String where, Consumer<String> notes) {
        Grid drawn = mask.grid();
        boolean sameSize = drawn.size().equals(image.size());
        if (sameSize && MaskCheck.sameGeometry(image, drawn, geometryTolerance)) {
            return Lies.SAME;
        }
        if (correctMask || (resampled && !sameSize)) {
            requireInside(mask, image, where);
            notes.accept(where + ": the mask is drawn on another grid (" + difference(image, drawn, where)
                    + "); its region is measured where it lies in the patient, as PyRadiomics does");
            return Lies.ELSEWHERE;
        }
        GridComparison.place(mask, image, where); // refuses what shares no lattice
        notes.accept(where + ": the mask's header differs (" + difference(image, drawn, where)
                + "), but its voxels fall on the image's");
        return Lies.ON_THE_LATTICE;
    }

    /// A region that leaves the image belongs to another scan, whatever size the two have.
    private static void requireInside(Mask mask, Grid image, String where) {
        try {
            MaskCheck.checkInside(image, mask);
        } catch (InputException e) {
            Problem differs = GridComparison.of(image, mask.grid()).problem(where);
            String found = differs.found() + "; " + e.problems().getFirst().found();
            throw new InputException(new Problem(differs.code(), where, found, differs.expected(), differs.fix()), e);
        }
    }

    private static InputException vanished(Mask mask, Grid image, String where) {
        return new InputException(new Problem(
                RegionProblem.VANISHED, where,
                String.format(Locale.ROOT, "a region of %d voxels between the image's voxels", mask.voxelCount()),
                "at least one voxel of the image (" + image.spacing() + ") in the region",
                "draw the mask on this image, or leave this case out"));
    }

    private static String difference(Grid image, Grid mask, String where) {
        return GridComparison.of(image, mask).problem(where).found();
    }
}
