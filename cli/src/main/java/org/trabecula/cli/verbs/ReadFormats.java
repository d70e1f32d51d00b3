package org.trabecula.cli.verbs;

import org.trabecula.dicom.formats.DicomFormat;
import org.trabecula.image.ImageFormats;
import org.trabecula.image.formats.StandardFormats;

/// Every kind of image that the verbs read; DICOM is asked last.
final class ReadFormats {
    static final ImageFormats ALL = StandardFormats.ALL.with(new DicomFormat());

    private ReadFormats() {}
}
