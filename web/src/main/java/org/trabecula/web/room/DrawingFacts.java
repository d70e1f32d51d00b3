package org.trabecula.web.room;

import java.util.List;

/// How an outline came about, kept beside its history.
///
/// @param seconds   of work at it: times between steps, none counted longer than a minute
/// @param byHand    sagittal slices that a hand has drawn on, by the number of their picture
/// @param proposals kinds of helpers whose proposals were accepted, in their order
public record DrawingFacts(double seconds, List<Integer> byHand, List<String> proposals) {
    static final DrawingFacts NONE = new DrawingFacts(0, List.of(), List.of());

    public DrawingFacts {
        byHand = List.copyOf(byHand);
        proposals = List.copyOf(proposals);
    }
}
