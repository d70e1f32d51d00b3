package org.trabecula.benchmarks.outline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Label;
import org.trabecula.image.LabelFile;
import org.trabecula.image.Mask;
import org.trabecula.image.Orientation;
import org.trabecula.image.PointMm;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.phantom.CohortSettings;
import org.trabecula.phantom.Level;
import org.trabecula.phantom.PhantomCohort;
import org.trabecula.phantom.PhantomPatient;

/// A region whose voxels are known, on its CT.
record TrueBody(String name, Volume ct, Mask body) {
    /// Sides of the CT in which steps are timed.
    private static final Size LARGE = new Size(512, 512, 200);
    /// L4 to L1, as TotalSegmentator numbers them: no edge of the scan cuts them. L5 is left out, whose transverse processes grow
    /// from the body's sides, where no rule parts them.
    private static final int FIRST_WHOLE = 28;
    private static final int LAST_WHOLE = 31;

    /// The voxel axis across sagittal slices.
    int sagittalAxis() {
        return Orientation.of(ct.grid().direction()).sagittalAxis();
    }

    /// Every whole body of a synthetic cohort, fractured ones and sound neighbours, three a patient.
    static List<TrueBody> ofPhantoms(int patients, long seed, Spacing spacing) {
        CohortSettings settings = new CohortSettings(Math.max(2, patients), 1, seed, spacing, 3, 0, 2);
        List<TrueBody> bodies = new ArrayList<>();
        for (PhantomPatient patient : PhantomCohort.plan(settings).subList(0, patients)) {
            Volume ct = patient.render().ct();
            Volume labels = patient.bodies();
            for (Level level : patient.levels()) {
                Mask body = Mask.of(ct.grid(), ct.grid().wholeBox(), where(labels, level.label()));
                bodies.add(new TrueBody(patient.patientId() + " " + level, ct, body));
            }
        }
        return bodies;
    }

    /// The same in the middle of a CT of 512 × 512 × 200 voxels, all else air: what a step costs in a clinical scan.
    TrueBody inLargeScan() {
        Grid own = ct.grid();
        int[] shift = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            shift[axis] = (LARGE.along(axis) - own.size().along(axis)) / 2;
        }
        PointMm origin = own.toWorld(-shift[0], -shift[1], -shift[2]);
        Grid large = new Grid(LARGE, own.spacing(), origin, own.direction());
        short[] hu = new short[Math.toIntExact(LARGE.voxels())];
        boolean[] inside = new boolean[hu.length];
        Arrays.fill(hu, (short) -1000);
        for (int k = 0; k < own.size().k(); k++) {
            for (int j = 0; j < own.size().j(); j++) {
                for (int i = 0; i < own.size().i(); i++) {
                    int at = i + shift[0] + LARGE.i() * (j + shift[1] + LARGE.j() * (k + shift[2]));
                    hu[at] = (short) ct.at(i, j, k);
                    inside[at] = body.at(i, j, k);
                }
            }
        }
        return new TrueBody(name, Volume.ofShorts(large, hu), Mask.of(large, large.wholeBox(), inside));
    }

    /// L1 to L4 of a label map, body and arch.
    static List<TrueBody> ofLabels(Path image, Path labels) throws IOException {
        Volume ct = StandardFormats.ALL.open(image).read();
        LabelFile file = StandardFormats.ALL.labels(labels);
        List<TrueBody> vertebrae = new ArrayList<>();
        for (Label label : file.labels()) {
            if (label.number() >= FIRST_WHOLE && label.number() <= LAST_WHOLE) {
                vertebrae.add(new TrueBody("label " + label.number(), ct, file.mask(label).onGrid(ct.grid())));
            }
        }
        return vertebrae;
    }

    /// The body of a labelled vertebra, cut from its arch by a rule: on each axial slice, what lies in front of the spinal canal,
    /// whose front is where the label ends on the middle sagittal slices, seen from the front.
    TrueBody withoutArch() {
        Orientation axes = Orientation.of(ct.grid().direction());
        Box box = body.box();
        int middle = (box.min(axes.sagittalAxis()) + box.max(axes.sagittalAxis())) / 2;
        boolean[] flags = body.toFlags();
        int[] index = new int[3];
        int at = 0;
        for (int k = box.kMin(); k <= box.kMax(); k++) {
            for (int j = box.jMin(); j <= box.jMax(); j++) {
                for (int i = box.iMin(); i <= box.iMax(); i++, at++) {
                    index[0] = i;
                    index[1] = j;
                    index[2] = k;
                    flags[at] &= !behind(axes, index[axes.coronalAxis()], backWall(axes, middle, index[axes.axialAxis()]));
                }
            }
        }
        return new TrueBody(name + " body", ct, Mask.of(body.grid(), box, flags));
    }

    /// The last index of the body from the front on three sagittal slices about the middle; before the front if there is none.
    private int backWall(Orientation axes, int middle, int height) {
        int step = axes.towardsPosterior() ? 1 : -1;
        Box box = body.box();
        int front = step > 0 ? box.min(axes.coronalAxis()) : box.max(axes.coronalAxis());
        int length = box.size().along(axes.coronalAxis());
        int wall = front - step;
        for (int aside = -1; aside <= 1; aside++) {
            boolean entered = false;
            for (int n = 0; n < length; n++) {
                int deep = front + n * step;
                boolean inside = at(axes, middle + aside, deep, height);
                if (entered && !inside) {
                    break;
                }
                entered |= inside;
                if (inside && behind(axes, deep, wall)) {
                    wall = deep;
                }
            }
        }
        // where the middle holds the arch alone, as below the body, nothing of the slice is body
        boolean arch = Math.abs(wall - front) > 2 * length / 3;
        return arch ? front - step : wall;
    }

    private boolean at(Orientation axes, int sideways, int deep, int high) {
        int[] index = new int[3];
        index[axes.sagittalAxis()] = sideways;
        index[axes.coronalAxis()] = deep;
        index[axes.axialAxis()] = high;
        return body.at(index[0], index[1], index[2]);
    }

    private static boolean behind(Orientation axes, int deep, int wall) {
        return axes.towardsPosterior() ? deep > wall : deep < wall;
    }

    private static boolean[] where(Volume labels, int label) {
        double[] values = labels.toDoubles();
        boolean[] inside = new boolean[values.length];
        for (int at = 0; at < values.length; at++) {
            inside[at] = values[at] == label;
        }
        return inside;
    }
}
