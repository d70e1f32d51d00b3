package org.trabecula.extraction.part;

import org.trabecula.extraction.failure.CaseFailure;

/// A case that failed, and its place.
///
/// @param line         of the case in the manifest
/// @param withoutFiles whether its files were missing, so that it was never begun; lists of failures have these first
public record PlacedFailure(int line, boolean withoutFiles, CaseFailure failure) {}
