package org.trabecula.radiomics.ibsi.filter;

import java.util.ArrayList;
import java.util.List;

/// A rotation that maps the lattice's axes onto each other: a signed permutation with determinant +1.
///
/// Rotating a separable kernel means handing its one-dimensional kernels to other axes and turning some of them round.
/// That equals rotating the image, filtering, and rotating back.
///
/// Source: IBSI 2 manual, "Rotation invariance".
///
/// @param kernelOfAxis which kernel works along each axis
/// @param turned       whether it is turned round there
@SuppressWarnings("ArrayRecordComponent") // never compared, never written to
record RightAngleRotation(int[] kernelOfAxis, boolean[] turned) {
    /// The identity, then the others in a fixed order: 4 rotations of 2 axes, 24 of 3.
    static List<RightAngleRotation> ofAxes(int axes) {
        List<RightAngleRotation> rotations = new ArrayList<>();
        for (int[] permutation : permutations(axes)) {
            for (int signs = 0; signs < 1 << axes; signs++) {
                boolean odd = isOdd(permutation) ^ (Integer.bitCount(signs) % 2 == 1);
                if (!odd) {
                    boolean[] turned = new boolean[axes];
                    for (int axis = 0; axis < axes; axis++) {
                        turned[axis] = (signs >> axis & 1) == 1;
                    }
                    rotations.add(new RightAngleRotation(permutation, turned));
                }
            }
        }
        return rotations;
    }

    List<Kernel> apply(List<Kernel> kernels) {
        List<Kernel> rotated = new ArrayList<>();
        for (int axis = 0; axis < kernels.size(); axis++) {
            Kernel kernel = kernels.get(kernelOfAxis[axis]);
            rotated.add(turned[axis] ? kernel.flipped() : kernel);
        }
        return rotated;
    }

    private static List<int[]> permutations(int axes) {
        return axes == 2
                ? List.of(new int[] {0, 1}, new int[] {1, 0})
                : List.of(
                        new int[] {0, 1, 2}, new int[] {0, 2, 1}, new int[] {1, 0, 2},
                        new int[] {1, 2, 0}, new int[] {2, 0, 1}, new int[] {2, 1, 0});
    }

    private static boolean isOdd(int[] permutation) {
        int inversions = 0;
        for (int a = 0; a < permutation.length; a++) {
            for (int b = a + 1; b < permutation.length; b++) {
                inversions += permutation[a] > permutation[b] ? 1 : 0;
            }
        }
        return inversions % 2 == 1;
    }
}
