package org.trabecula.radiomics.texture;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.radiomics.settings.Slicing;
import org.trabecula.radiomics.settings.WeightingNorm;

/// A step from a voxel to a neighbour, in voxels along i, j, k ("angle" in PyRadiomics).
public record NeighbourStep(int i, int j, int k) {
    /// The neighbours at Chebyshev distance 1 only.
    public static final List<Integer> ADJACENT = List.of(1);

    /// The directions of a region, each once (its opposite is left out), in PyRadiomics' order.
    ///
    /// All steps whose largest |component| is one of `distances`, whose components are each smaller than the region's
    /// box on that axis, and that stay inside the slices of `slicing`. Ordered by k, then j, then i, each from positive
    /// to negative; of two opposite steps the first in this order is taken.
    ///
    /// @param box       the extent of the region's bounding box in voxels
    /// @param distances Chebyshev distances in voxels, each ≥ 1
    /// @return 13 directions for distance 1 in a box of two or more voxels on every axis; empty when no two voxels of the
    ///     box can be neighbours
    public static List<NeighbourStep> of(Size box, List<Integer> distances, Slicing slicing) {
        int reach = 0;
        for (int distance : distances) {
            if (distance < 1) {
                throw new IllegalArgumentException("distances must be at least 1 voxel, got " + distances);
            }
            reach = Math.max(reach, distance);
        }
        int reachI = slicing.forbids(0) ? 0 : Math.min(reach, box.i() - 1);
        int reachJ = slicing.forbids(1) ? 0 : Math.min(reach, box.j() - 1);
        int reachK = slicing.forbids(2) ? 0 : Math.min(reach, box.k() - 1);
        List<NeighbourStep> directions = new ArrayList<>();
        for (int k = reachK; k >= 0; k--) {
            for (int j = reachJ; j >= (k == 0 ? 0 : -reachJ); j--) {
                for (int i = reachI; i >= (k == 0 && j == 0 ? 1 : -reachI); i--) {
                    NeighbourStep direction = new NeighbourStep(i, j, k);
                    if (distances.contains(direction.chebyshev())) {
                        directions.add(direction);
                    }
                }
            }
        }
        return directions;
    }

    /// [#of] for a region's box; PyRadiomics refuses a region without directions, and so does this.
    static List<NeighbourStep> required(LevelImage image, List<Integer> distances, Slicing slicing) {
        List<NeighbourStep> directions = of(image.size(), distances, slicing);
        if (directions.isEmpty()) {
            throw new IllegalArgumentException("no two voxels of a box of " + image.size() + " are neighbours at distance "
                    + distances + ", slicing " + slicing);
        }
        return directions;
    }

    /// Whether two voxels of the box can lie one step apart.
    boolean fitsInto(Size box) {
        return Math.abs(i) < box.i() && Math.abs(j) < box.j() && Math.abs(k) < box.k();
    }

    /// Whether the step stays in its slice.
    boolean staysInside(Slicing slicing) {
        return !(slicing.forbids(0) && i != 0 || slicing.forbids(1) && j != 0 || slicing.forbids(2) && k != 0);
    }

    /// The largest |component| in voxels.
    int chebyshev() {
        return Math.max(Math.abs(i), Math.max(Math.abs(j), Math.abs(k)));
    }

    /// Its length in mm in a norm; 1 for [WeightingNorm#NO_WEIGHTING] and [WeightingNorm#NONE].
    double lengthMm(WeightingNorm norm, Spacing spacing) {
        double iMm = Math.abs(i) * spacing.iMm();
        double jMm = Math.abs(j) * spacing.jMm();
        double kMm = Math.abs(k) * spacing.kMm();
        return switch (norm) {
            case NONE, NO_WEIGHTING -> 1;
            case INFINITY -> Math.max(kMm, Math.max(jMm, iMm));
            case EUCLIDEAN -> Math.sqrt(kMm * kMm + jMm * jMm + iMm * iMm);
            case MANHATTAN -> kMm + jMm + iMm;
        };
    }
}
