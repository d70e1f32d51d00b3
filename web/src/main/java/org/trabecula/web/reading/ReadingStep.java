package org.trabecula.web.reading;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What a case of a session waits for.
public enum ReadingStep {
    OUTLINE,
    CALL,
    SEE_MODEL,
    CALL_WITH_MODEL,
    DONE;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
