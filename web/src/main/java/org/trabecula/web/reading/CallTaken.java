package org.trabecula.web.reading;

/// A reader's answer, once given for good.
///
/// @param seconds from the moment when the images, or the model's answer, were shown
/// @param day     when it was given, such as `2026-11-30`
public record CallTaken(ReadingCall call, double seconds, String day) {}
