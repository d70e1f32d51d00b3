package org.trabecula.radiomics.ibsi.filter;

/// Whether a filter sees one slice (axes i and j) at a time or the whole volume.
public enum Dimensions {
    SLICES_2D(2),
    VOLUME_3D(3);

    private final int axes;

    Dimensions(int axes) {
        this.axes = axes;
    }

    /// Filtered axes: 2 or 3.
    public int axes() {
        return axes;
    }
}
