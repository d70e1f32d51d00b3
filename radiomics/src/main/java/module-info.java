/// Radiomics: feature families, filters, settings and PyRadiomics' parameter files, the catalogue, and two profiles, PyRadiomics' and the
/// standard's. Start with [org.trabecula.radiomics.Radiomics].
///
/// Not exported: the kernels behind the features. They may change from version to version; what they compute may not.
@SuppressWarnings("module") // the rooms that are named here are built later, and are no modules but by name
module org.trabecula.radiomics {
    requires static transitive org.jspecify;
    requires transitive org.trabecula.core;
    requires transitive org.trabecula.image;
    requires org.snakeyaml.engine;

    exports org.trabecula.radiomics;
    exports org.trabecula.radiomics.catalogue;
    exports org.trabecula.radiomics.ibsi;
    exports org.trabecula.radiomics.ibsi.filter;
    exports org.trabecula.radiomics.parameters;
    exports org.trabecula.radiomics.problem;
    exports org.trabecula.radiomics.settings;
    exports org.trabecula.radiomics.voxelwise;
    exports org.trabecula.radiomics.prepare to org.trabecula.extraction;
    exports org.trabecula.radiomics.yaml to org.trabecula.study;
}
