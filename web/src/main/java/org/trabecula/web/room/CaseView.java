package org.trabecula.web.room;

import java.util.Optional;

/// A row of the work list as the page shows it.
///
/// @param row      its number in the list
/// @param hasImage whether the image's file is there
/// @param hasMask  whether the manifest names a mask that is there
/// @param scan     id, where it is open already
/// @param exclude  why the manifest leaves it out; empty where it does not
public record CaseView(
        int row, String caseId, String level, Optional<Double> ageYears, Optional<String> sex, Optional<String> label, boolean hasImage,
        boolean hasMask, Optional<String> scan, Optional<String> exclude) {}
