package org.trabecula.radiomics;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.image.Box;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.radiomics.prepare.Prepared;
import org.trabecula.radiomics.problem.RegionProblem;
import org.trabecula.radiomics.settings.ClassSettings;
import org.trabecula.radiomics.settings.FeatureClass;
import org.trabecula.radiomics.settings.FeatureSettings;
import org.trabecula.radiomics.settings.Settings;
import org.trabecula.radiomics.shape.Shape2D;
import org.trabecula.radiomics.shape.Shape3D;

/// The shape features of a region, under the prefix `original`.
///
/// Unless resegmentation also covers shape, the region before resegmentation is measured, but cut to the box of the
/// resegmented one: PyRadiomics crops with that box.
final class RegionShape {
    private RegionShape() {}

    static void append(Settings settings, Prepared prepared, FeatureColumns to, List<String> notes) {
        Box box = prepared.region().box();
        boolean[] flags = prepared.unresegmented().toFlags(box);
        Spacing spacing = prepared.region().grid().spacing();
        settings.of(FeatureClass.SHAPE).ifPresent(wanted -> {
            FamilySelection family = select(wanted, Shape3D.NAMES, Shape3D.ONLY_WHEN_NAMED);
            family.pick("original", Shape3D.features(flags, box.size(), spacing), to);
        });
        settings.of(FeatureClass.SHAPE2D).ifPresent(wanted -> {
            if (isMeasured2D(settings.shape(), box.size(), notes)) {
                FamilySelection family = select(wanted, Shape2D.NAMES, Shape2D.ONLY_WHEN_NAMED);
                int axis = settings.shape().sliceAxis();
                family.pick("original", Shape2D.features(flags, box.size(), spacing, axis), to);
            }
        });
    }

    /// Whether 2D shape is computed; skipping it is noted.
    ///
    /// PyRadiomics tests the wrong side first: it takes force2Ddimension, which counts z, y, x, as a place in x, y, z and
    /// skips the class when the box is one voxel thick there.
    private static boolean isMeasured2D(FeatureSettings settings, Size box, List<String> notes) {
        if (!settings.force2D()) {
            notes.add("shape2D is left out: it needs force2D: true");
            return false;
        }
        if (box.along(settings.force2Ddimension()) == 1) {
            notes.add("shape2D is left out, as PyRadiomics does for a region of " + box + " voxels and force2Ddimension "
                    + settings.force2Ddimension());
            return false;
        }
        if (box.along(settings.sliceAxis()) != 1) {
            throw new InputException(new Problem(
                    RegionProblem.NOT_ONE_SLICE,
                    "shape2D",
                    "a region of " + box + " voxels",
                    "1 voxel along " + "ijk".charAt(settings.sliceAxis()) + ", force2Ddimension "
                            + settings.force2Ddimension()
                            + " (PyRadiomics: \"Size of the mask in dimension %i is more than 1\")",
                    "leave out shape2D, or measure a region drawn in one slice"));
        }
        return true;
    }

    private static FamilySelection select(ClassSettings wanted, List<String> names, List<String> onlyWhenNamed) {
        List<String> computed = new ArrayList<>(names);
        computed.addAll(onlyWhenNamed);
        return FamilySelection.of(wanted, computed);
    }
}
