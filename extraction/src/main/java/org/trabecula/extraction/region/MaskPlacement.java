package org.trabecula.extraction.region;

import java.util.function.Consumer;
import org.trabecula.image.Grid;
import org.trabecula.image.GridComparison;
import org.trabecula.image.ImageFile;
import org.trabecula.image.Mask;
import org.trabecula.radiomics.prepare.MaskCheck;
import org.trabecula.radiomics.settings.Preparation;

/// Whether a mask may be measured on an image: by the check that every verb uses, unless PyRadiomics serves the pair.
///
/// PyRadiomics brings a mask of another size onto the image's grid when it resamples, and any mask when `correctMask` asks for
/// it; so does Trabecula, and says so. A mask of the image's own size that lies elsewhere has a wrong header and is refused,
/// where PyRadiomics would measure whatever lies under it.
public final class MaskPlacement {
    private MaskPlacement() {}

    /// The mask as the extraction takes it.
    ///
    /// @param where names both files
    /// @param notes hears what was assumed
    /// @throws org.trabecula.core.InputException GEO-001 if the two do not cover the same space; MSK-005 if the region leaves
    ///     the image
    public static Mask place(Mask mask, ImageFile image, Preparation preparation, String where, Consumer<String> notes) {
        Grid grid = image.grid();
        Grid drawn = mask.grid();
        boolean sameSize = drawn.size().equals(grid.size());
        if (sameSize && MaskCheck.sameGeometry(grid, drawn, preparation.maskRules().geometryTolerance())) {
            return mask;
        }
        boolean resampled = preparation.resampling().isPresent();
        if (preparation.maskRules().correctMask() || (resampled && !sameSize)) {
            notes.accept(where + ": the mask is drawn on another grid (" + difference(grid, drawn, where)
                    + "); its region is measured where it lies in the patient, as PyRadiomics does");
            return mask;
        }
        Mask placed = GridComparison.place(mask, grid, where);
        notes.accept(where + ": the mask's header differs (" + difference(grid, drawn, where)
                + "), but its voxels fall on the image's");
        return resampled ? mask : placed;
    }

    private static String difference(Grid image, Grid mask, String where) {
        return GridComparison.of(image, mask).problem(where).found();
    }
}
