package org.trabecula.extraction.part;

import org.trabecula.extraction.feature.CaseRow;

/// A row of features and its place.
///
/// @param line of the case in the manifest; several rows of one case share it
public record PlacedRow(int line, CaseRow row) {}
