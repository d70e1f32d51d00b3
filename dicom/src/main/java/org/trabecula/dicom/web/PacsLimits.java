package org.trabecula.dicom.web;

/// How much of a PACS's answers is taken.
///
/// @param imageBytes  of one image
/// @param seriesBytes of one series, with the lines between its images
/// @param images      of one series
/// @param listed      series that a search tells
public record PacsLimits(long imageBytes, long seriesBytes, int images, int listed) {
    /// A long series of thin slices; more series than anybody reads through.
    public static final PacsLimits USUAL = new PacsLimits(2L << 30, 4L << 30, 20_000, 500);

    public PacsLimits {
        if (imageBytes < 1 || seriesBytes < 1 || images < 1 || listed < 1) {
            throw new IllegalArgumentException(
                    "limits are at least 1, got " + imageBytes + ", " + seriesBytes + ", " + images + ", " + listed);
        }
    }
}
