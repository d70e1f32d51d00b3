package org.trabecula.benchmarks.outline;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.phantom.CohortSettings;
import org.trabecula.phantom.Level;
import org.trabecula.phantom.PhantomCohort;
import org.trabecula.phantom.PhantomPatient;

/// A vertebral body whose true voxels are known, on its CT.
record TrueBody(String name, Volume ct, Mask body) {
    /// Every whole body of a synthetic cohort at 1 mm, fractured ones and sound neighbours.
    static List<TrueBody> ofPhantoms(int patients, long seed) {
        CohortSettings settings = new CohortSettings(patients, 1, seed, Spacing.isotropic(1), 3, 0, 2);
        List<TrueBody> bodies = new ArrayList<>();
        for (PhantomPatient patient : PhantomCohort.plan(settings)) {
            Volume ct = patient.render().ct();
            Volume labels = patient.bodies();
            for (Level level : patient.levels()) {
                bodies.add(new TrueBody(patient.patientId() + " " + level, ct, mask(labels, level.label(), ct.grid())));
            }
        }
        return bodies;
    }

    private static Mask mask(Volume labels, int label, Grid grid) {
        Size size = grid.size();
        boolean[] inside = new boolean[Math.toIntExact(size.voxels())];
        Box whole = grid.wholeBox();
        int at = 0;
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++) {
                for (int i = 0; i < size.i(); i++) {
                    inside[at++] = labels.at(i, j, k) == label;
                }
            }
        }
        return Mask.of(grid, whole, inside);
    }
}
