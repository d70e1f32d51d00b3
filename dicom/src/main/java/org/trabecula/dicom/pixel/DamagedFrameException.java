package org.trabecula.dicom.pixel;

import java.io.IOException;

/// A compressed frame that does not decode; the message says what was found in it, as a part of a sentence.
public final class DamagedFrameException extends IOException {
    private static final long serialVersionUID = 1L;

    public DamagedFrameException(String found) {
        super(found);
    }

    public DamagedFrameException(String found, Throwable cause) {
        super(found, cause);
    }
}
