package org.trabecula.radiomics.texture;

import java.util.Arrays;
import org.trabecula.image.Size;
import org.trabecula.radiomics.settings.Slicing;

/// How many steps through faces (edges, in slices) each voxel of a mask is from the nearest voxel outside: 1 at the border,
/// 0 outside. It is the number of erosions with the 6-neighbour (4-neighbour) element that a voxel does not survive.
///
/// Two sweeps give the exact distance in this city-block metric: every shortest way out can be ordered so that all its
/// steps towards lower indices come first.
///
/// Source: Rosenfeld and Pfaltz 1966, doi:10.1145/321356.321357; IBSI reference manual, "Grey level distance zone".
final class BorderDistance {
    private final Size size;
    private final int[] steps;

    private BorderDistance(Size size, int[] steps) {
        this.size = size;
        this.steps = steps;
    }

    /// @param mask one flag per voxel, i fastest; outside the box is outside the mask
    static BorderDistance of(Size size, boolean[] mask, Slicing slicing) {
        int ni = size.i();
        int nj = size.j();
        int nk = size.k();
        int[] distance = new int[mask.length];
        for (int at = 0; at < mask.length; at++) {
            if (mask[at]) {
                int i = at % ni;
                int j = at / ni % nj;
                int k = at / ni / nj;
                int nearest = Math.min(i > 0 ? distance[at - 1] : 0, j > 0 ? distance[at - ni] : 0);
                if (!slicing.forbids(2)) {
                    nearest = Math.min(nearest, k > 0 ? distance[at - ni * nj] : 0);
                }
                distance[at] = nearest + 1;
            }
        }
        for (int at = mask.length - 1; at >= 0; at--) {
            if (mask[at]) {
                int i = at % ni;
                int j = at / ni % nj;
                int k = at / ni / nj;
                int nearest = Math.min(i < ni - 1 ? distance[at + 1] : 0, j < nj - 1 ? distance[at + ni] : 0);
                if (!slicing.forbids(2)) {
                    nearest = Math.min(nearest, k < nk - 1 ? distance[at + ni * nj] : 0);
                }
                distance[at] = Math.min(distance[at], nearest + 1);
            }
        }
        return new BorderDistance(size, distance);
    }

    /// The distance of a voxel by its place in the box, i fastest.
    int at(int voxel) {
        return steps[voxel];
    }

    /// The distances of one slice, measured as they were.
    BorderDistance slice(int k) {
        int area = size.i() * size.j();
        int[] part = Arrays.copyOfRange(steps, k * area, (k + 1) * area);
        return new BorderDistance(new Size(size.i(), size.j(), 1), part);
    }
}
