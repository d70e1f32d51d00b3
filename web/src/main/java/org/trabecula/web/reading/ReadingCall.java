package org.trabecula.web.reading;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What a reader calls a case: one of the outcome's classes, whatever they are named, or neither.
public enum ReadingCall {
    POSITIVE,
    NEGATIVE,
    /// Of labels and of their consensus; a doctor has to decide.
    CANNOT_TELL;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
