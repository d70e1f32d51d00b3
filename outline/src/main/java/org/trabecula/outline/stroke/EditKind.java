package org.trabecula.outline.stroke;

/// What a person did in one step. The order is that of the codes in files: new kinds come last.
public enum EditKind {
    /// Painted with a brush or filled a polygon.
    PAINTED,
    /// Erased with a brush or a polygon.
    ERASED,
    /// Filled between drawn slices.
    FILLED_BETWEEN,
    /// Accepted a proposal of a start from a box or a click.
    STARTED,
    /// Accepted a proposal of a seeded refinement.
    REFINED,
    /// Put another mask in place of the drawing, or removed it.
    REPLACED
}
