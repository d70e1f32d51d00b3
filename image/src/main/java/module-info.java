/// Grids, volumes, masks and labels; NIfTI and NRRD, and the list by which other formats join them; resampling.
module org.trabecula.image {
    requires static transitive org.jspecify;
    requires transitive org.trabecula.core;

    exports org.trabecula.image;
    exports org.trabecula.image.formats;
    exports org.trabecula.image.label;
    exports org.trabecula.image.nifti;
    exports org.trabecula.image.nrrd;
    exports org.trabecula.image.resample;
}
