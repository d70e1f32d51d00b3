package org.trabecula.web.room;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A plane through the body in which slices are shown.
public enum BodyPlane {
    SAGITTAL,
    CORONAL,
    AXIAL;

    /// As addresses spell it.
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<BodyPlane> labelled(String label) {
        return Stream.of(values()).filter(plane -> plane.label().equals(label)).findFirst();
    }
}
