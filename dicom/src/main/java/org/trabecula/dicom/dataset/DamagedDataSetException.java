package org.trabecula.dicom.dataset;

import java.io.IOException;

/// Bytes that are no data set; the message says what was found and where.
final class DamagedDataSetException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedDataSetException(String found) {
        super(found);
    }
}
