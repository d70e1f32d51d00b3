package org.trabecula.dicom.segmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.dicom.DicomProblem;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.GridComparison;
import org.trabecula.image.ImageProblem;
import org.trabecula.image.LatticeMap;
import org.trabecula.image.Size;
import org.trabecula.image.Volume;

/// Probabilities on the grid of a series, in steps of 1/255.
public final class ProbabilityMap {
    /// What stands for 1.
    static final int MOST = 255;

    private final Grid grid;
    private final byte[] samples;

    private ProbabilityMap(Grid grid, byte[] samples) {
        this.grid = grid;
        this.samples = samples;
    }

    /// Puts a map on the grid of a series: voxel on voxel, also where it was cropped, flipped or turned by right angles; around it is 0.
    ///
    /// @param map   those voxels of its grid that it holds; all others are 0
    /// @param image grid of the series
    /// @param where names both files
    /// @throws InputException DCM-018 for a value that is none from 0 to 1, GEO-001 if the two are not on one lattice, MSK-001 if all values
    /// are 0, MSK-005 if a value that is not 0 lies outside the image
    public static ProbabilityMap of(Volume map, Grid image, String where) {
        Optional<LatticeMap> to = GridComparison.of(image, map.grid()).sameSpace()
                ? Optional.empty()
                : Optional.of(LatticeMap.between(map.grid(), image)
                        .orElseThrow(() -> new InputException(GridComparison.of(image, map.grid()).problem(where))));
        Size size = image.size();
        byte[] samples = new byte[count(size, where)];
        Box box = map.held();
        int at = 0;
        boolean any = false;
        for (int k = box.kMin(); k <= box.kMax(); k++) {
            for (int j = box.jMin(); j <= box.jMax(); j++) {
                for (int i = box.iMin(); i <= box.iMax(); i++, at++) {
                    int stored = stored(map.voxels().at(at), i, j, k, where);
                    if (stored != 0) {
                        any = true;
                        int[] p = to.isPresent() ? to.get().apply(i, j, k) : new int[] {i, j, k};
                        if (!image.wholeBox().contains(p[0], p[1], p[2])) {
                            throw outside(p, size, where);
                        }
                        samples[p[0] + size.i() * (p[1] + size.j() * p[2])] = (byte) stored;
                    }
                }
            }
        }
        if (!any) {
            throw new InputException(new Problem(
                    ImageProblem.MASK_EMPTY, where, "no value of 1/510 or more", "at least one probability that is not 0",
                    "export the map again with the region in it"));
        }
        return new ProbabilityMap(image, samples);
    }

    private static int count(Size size, String where) {
        long most = Math.min(Integer.MAX_VALUE - 16L, Runtime.getRuntime().maxMemory() / 3);
        if (size.voxels() > most) {
            throw new InputException(new Problem(
                    ImageProblem.TOO_LARGE, where, size + " voxels", "at most " + most + " voxels (2 GiB, or a third of Java's heap)",
                    "give Java more memory (-Xmx)"));
        }
        return (int) size.voxels();
    }

    private static int stored(double value, int i, int j, int k, String where) {
        if (!(value >= 0 && value <= 1)) {
            throw new InputException(new Problem(
                    DicomProblem.NO_FRACTIONS, where, String.format(Locale.ROOT, "%s in voxel (%d, %d, %d)", value, i, j, k),
                    "probabilities or fractions, 0 to 1 in every voxel",
                    "scale the map to 0 … 1; leave --fractional out for a mask of labels"));
        }
        return (int) Math.rint(value * MOST);
    }

    private static InputException outside(int[] at, Size size, String where) {
        return new InputException(new Problem(
                ImageProblem.OUTSIDE_IMAGE, where,
                "a probability at voxel (" + at[0] + ", " + at[1] + ", " + at[2] + ") of an image of " + size,
                "every voxel that is not 0 inside the image", "take the image that the map was made for, uncropped"));
    }

    /// The slices that hold values.
    List<Integer> slices() {
        int perSlice = grid.size().i() * grid.size().j();
        List<Integer> slices = new ArrayList<>();
        for (int k = 0; k < grid.size().k(); k++) {
            boolean any = false;
            for (int n = k * perSlice; n < (k + 1) * perSlice && !any; n++) {
                any = samples[n] != 0;
            }
            if (any) {
                slices.add(k);
            }
        }
        return slices;
    }

    void copySlice(int k, byte[] to, int at) {
        int perSlice = grid.size().i() * grid.size().j();
        System.arraycopy(samples, k * perSlice, to, at, perSlice);
    }
}
