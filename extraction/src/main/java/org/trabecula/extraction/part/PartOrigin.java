package org.trabecula.extraction.part;

import org.trabecula.extraction.feature.Recipe;

/// Of what a part is a part: parts with equal origins belong together.
///
/// @param manifest SHA-256 of the manifest's bytes
/// @param recipe   by which rows were made
/// @param cases    that the whole manifest asks for
public record PartOrigin(String manifest, Recipe recipe, int cases) {}
