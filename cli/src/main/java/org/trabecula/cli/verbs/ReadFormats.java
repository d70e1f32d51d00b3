package org.trabecula.cli.verbs;

import org.trabecula.dicom.formats.DicomFormat;
import org.trabecula.image.ImageFormats;
import org.trabecula.image.formats.StandardFormats;

/// Every kind of image that the verbs read; DICOM is asked last.
final class ReadFormats {
    static final DicomFormat DICOM = new DicomFormat();
    static final ImageFormats ALL = StandardFormats.ALL.with(DICOM);

    private ReadFormats() {}
}
