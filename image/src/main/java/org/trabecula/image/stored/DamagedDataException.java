package org.trabecula.image.stored;

import java.io.IOException;

/// Encoded voxels that do not decode.
public final class DamagedDataException extends IOException {
    private static final long serialVersionUID = 1L;

    public DamagedDataException(String message) {
        super(message);
    }
}
