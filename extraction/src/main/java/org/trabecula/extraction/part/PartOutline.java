package org.trabecula.extraction.part;

import java.util.Set;

/// What a part holds, without its numbers.
///
/// @param origin   of what it is a part
/// @param lines    of the manifest whose cases are done
/// @param rows     how many
/// @param failures how many
public record PartOutline(PartOrigin origin, Set<Integer> lines, int rows, int failures) {}
