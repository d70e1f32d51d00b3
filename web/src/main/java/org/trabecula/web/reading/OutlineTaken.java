package org.trabecula.web.reading;

import java.util.OptionalLong;

/// A second outline that was saved.
///
/// @param mask           its file
/// @param way            how it was drawn
/// @param seconds        of work at it
/// @param day            when it was saved
/// @param daysAfterFirst by the date of the first outline's file; empty where that file is gone
public record OutlineTaken(String mask, String way, double seconds, String day, OptionalLong daysAfterFirst) {}
