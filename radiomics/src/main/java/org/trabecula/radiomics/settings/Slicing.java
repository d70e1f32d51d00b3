package org.trabecula.radiomics.settings;

/// Whether neighbourhoods reach in all three directions or stay inside the slices across one axis.
///
/// PyRadiomics: `force2D` with `force2Ddimension` 0 (k), 1 (j), 2 (i).
public enum Slicing {
    /// Neighbourhoods are three-dimensional.
    NONE(-1),
    /// Slices perpendicular to i (PyRadiomics `force2Ddimension: 2`).
    ACROSS_I(0),
    /// Slices perpendicular to j (PyRadiomics `force2Ddimension: 1`).
    ACROSS_J(1),
    /// Slices perpendicular to k (PyRadiomics `force2Ddimension: 0`).
    ACROSS_K(2);

    private final int axis;

    Slicing(int axis) {
        this.axis = axis;
    }

    /// Whether no step along `axis` (0 = i, 1 = j, 2 = k) is allowed.
    public boolean forbids(int axis) {
        return this.axis == axis;
    }

    /// The slicing that PyRadiomics' settings name, with axes numbered z, y, x.
    public static Slicing ofPyRadiomics(boolean force2D, int force2Ddimension) {
        if (!force2D) {
            return NONE;
        }
        return switch (force2Ddimension) {
            case 0 -> ACROSS_K;
            case 1 -> ACROSS_J;
            case 2 -> ACROSS_I;
            default -> throw new IllegalArgumentException("force2Ddimension must be 0, 1 or 2, got " + force2Ddimension);
        };
    }
}
