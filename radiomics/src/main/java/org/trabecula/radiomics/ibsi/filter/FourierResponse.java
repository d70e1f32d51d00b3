package org.trabecula.radiomics.ibsi.filter;

import org.trabecula.image.Size;
import org.trabecula.radiomics.ibsi.fourier.ComplexLattice;
import org.trabecula.radiomics.ibsi.fourier.Fft;

/// The response of a filter that is defined by its frequency response and so reaches everywhere.
///
/// A periodic image is transformed as it is; for any other boundary it is first continued on both sides of each filtered
/// axis, up to a length that transforms fast. Allocates two `double` per point of the continued image.
final class FourierResponse {
    /// Enough that the far side of the torus stays well within the reference maps' tolerance.
    private static final int LEAST_MARGIN_VOXELS = 32;

    private FourierResponse() {}

    /// A frequency response on a lattice: a real factor, times (−i)^quarterTurns.
    record OnLattice(ComplexLattice.Transfer factor, int quarterTurns) {}

    /// A frequency response, for a lattice of any size.
    @FunctionalInterface
    interface Definition {
        OnLattice on(Size lattice);
    }

    /// The real part of the inverse transform.
    static Field of(Field image, Dimensions dimensions, Boundary boundary, Definition definition, int jobs) {
        int axes = dimensions.axes();
        Size padded = new Size(
                padded(image.size, 0, boundary),
                padded(image.size, 1, boundary),
                axes == 2 ? image.size.k() : padded(image.size, 2, boundary));
        OnLattice response = definition.on(padded);
        ComplexLattice spectrum = continued(image, padded, boundary);
        spectrum.forward(axes, jobs);
        spectrum.multiply(response.factor(), jobs);
        spectrum.turnBack(response.quarterTurns());
        spectrum.inverse(axes, jobs);
        return middle(spectrum, image.size);
    }

    private static int padded(Size image, int axis, Boundary boundary) {
        int n = image.along(axis);
        return boundary == Boundary.PERIODIC ? n : Fft.fastLength(n + 2 * LEAST_MARGIN_VOXELS);
    }

    private static ComplexLattice continued(Field image, Size padded, Boundary boundary) {
        ComplexLattice lattice = new ComplexLattice(padded);
        int[][] source = new int[3][];
        for (int axis = 0; axis < 3; axis++) {
            source[axis] = boundary.sources(
                    image.size.along(axis), -before(image.size, padded, axis), padded.along(axis));
        }
        int at = 0;
        for (int k : source[2]) {
            for (int j : source[1]) {
                int row = image.size.i() * (j + image.size.j() * k);
                for (int i : source[0]) {
                    lattice.re()[at++] = i < 0 || j < 0 || k < 0 ? 0 : image.values[row + i];
                }
            }
        }
        return lattice;
    }

    private static Field middle(ComplexLattice lattice, Size inner) {
        Size padded = lattice.size();
        double[] values = new double[Math.toIntExact(inner.voxels())];
        int at = 0;
        for (int k = 0; k < inner.k(); k++) {
            for (int j = 0; j < inner.j(); j++) {
                int row = before(inner, padded, 0)
                        + padded.i() * (j + before(inner, padded, 1) + padded.j() * (k + before(inner, padded, 2)));
                System.arraycopy(lattice.re(), row, values, at, inner.i());
                at += inner.i();
            }
        }
        return new Field(inner, values);
    }

    private static int before(Size inner, Size padded, int axis) {
        return (padded.along(axis) - inner.along(axis)) / 2;
    }
}
