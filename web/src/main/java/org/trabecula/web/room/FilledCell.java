package org.trabecula.web.room;

import org.trabecula.table.ColumnRole;

/// A cell of the work list's copy that the room fills.
///
/// @param row  of the work list
/// @param role of its column
/// @param text what it says
public record FilledCell(int row, ColumnRole role, String text) {}
