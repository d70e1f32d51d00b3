package org.trabecula.radiomics.settings;

/// How the IBSI joins the matrices of slices and directions into one value.
///
/// The first six are for GLCM and GLRLM, which have a matrix per direction; the last three for the other families.
/// Slices lie across k.
///
/// Source: IBSI reference manual, section "Aggregating features".
public enum Aggregation {
    /// A matrix per slice and direction; mean of the features.
    SLICE_AVERAGED("BTW3", "2D, averaged"),
    /// A matrix per slice, its directions added; mean over slices.
    SLICE_MERGED("SUJT", "2D, slice-merged"),
    /// A matrix per direction, its slices added; mean over directions.
    DIRECTION_MERGED("JJUI", "2.5D, direction-merged"),
    /// One matrix: slices and their directions added.
    ALL_SLICES_MERGED("ZW7Z", "2.5D, merged"),
    /// A volumetric matrix per direction; mean of the features.
    VOLUME_AVERAGED("ITBB", "3D, averaged"),
    /// One matrix: volumetric directions added.
    VOLUME_MERGED("IAZD", "3D, merged"),
    /// A matrix per slice; mean of the features.
    PER_SLICE("8QNN", "2D"),
    /// One matrix: slices added.
    SLICES_ADDED("62GR", "2.5D"),
    /// One volumetric matrix.
    VOLUME("KOBO", "3D");

    private final String tag;
    private final String label;

    Aggregation(String tag, String label) {
        this.tag = tag;
        this.label = label;
    }

    /// The IBSI's four-character tag.
    public String tag() {
        return tag;
    }

    /// The IBSI's words.
    public String label() {
        return label;
    }

    /// Whether it is for the families with a matrix per direction (GLCM, GLRLM) or for the others.
    public boolean joinsDirections() {
        return compareTo(PER_SLICE) < 0;
    }

    /// Whether neighbourhoods stay inside slices.
    public Slicing slicing() {
        return switch (this) {
            case VOLUME_AVERAGED, VOLUME_MERGED, VOLUME -> Slicing.NONE;
            default -> Slicing.ACROSS_K;
        };
    }
}
