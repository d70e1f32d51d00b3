package org.trabecula.web.reading;

/// A call as the page sends it.
///
/// @param place   of the case in the session, from 0
/// @param seconds since the case, or the model's answer, was shown
public record CallSent(int place, ReadingCall call, double seconds) {
    public CallSent {
        if (call == null) {
            throw new IllegalArgumentException("no call");
        }
    }
}
