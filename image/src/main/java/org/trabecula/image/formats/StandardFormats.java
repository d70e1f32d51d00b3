package org.trabecula.image.formats;

import java.util.List;
import org.trabecula.image.ImageFormats;
import org.trabecula.image.nifti.NiftiFormat;
import org.trabecula.image.nrrd.NrrdFormat;

/// The formats of this module. Whoever puts the product together starts from them and passes the list on.
public final class StandardFormats {
    /// NIfTI, then NRRD.
    public static final ImageFormats ALL = new ImageFormats(List.of(new NiftiFormat(), new NrrdFormat()));

    private StandardFormats() {}
}
