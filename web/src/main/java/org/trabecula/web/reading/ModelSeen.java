package org.trabecula.web.reading;

import java.util.OptionalDouble;

/// What a reader was shown of the model. It is on disk before it is shown.
///
/// @param model       such as `nomogram`; empty where it had no answer
/// @param probability of the positive class
/// @param threshold   the model's cut-off
/// @param isOver      whether the probability reaches it
/// @param why         there is no answer; empty where there is one
/// @param day         when it was shown
public record ModelSeen(String model, OptionalDouble probability, OptionalDouble threshold, boolean isOver, String why, String day) {}
