package org.trabecula.phantom;

import org.jspecify.annotations.Nullable;
import org.trabecula.image.Volume;

/// What a patient's folder holds: the CT and the outlines, all on one grid.
///
/// @param ct     HU, 16-bit
/// @param labels first outlines by reader A; vertebrae numbered as [Level#label]
/// @param intra  second outlines by reader A, or null outside the reproducibility set
/// @param inter  outlines by reader B, or null
public record PhantomScan(Volume ct, Volume labels, @Nullable Volume intra, @Nullable Volume inter) {}
