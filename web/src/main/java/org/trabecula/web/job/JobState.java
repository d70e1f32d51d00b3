package org.trabecula.web.job;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How far a job is.
public enum JobState {
    WAITING,
    RUNNING,
    DONE,
    REFUSED,
    CANCELLED,
    /// By a bug of ours.
    BROKEN;

    public boolean isOver() {
        return this != WAITING && this != RUNNING;
    }

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
