package org.trabecula.radiomics.settings;

/// The feature classes of PyRadiomics, in the order in which it lists them.
public enum FeatureClass {
    FIRSTORDER("firstorder", "First order"),
    GLCM("glcm", "Grey level co-occurrence matrix (GLCM)"),
    GLDM("gldm", "Grey level dependence matrix (GLDM)"),
    GLRLM("glrlm", "Grey level run length matrix (GLRLM)"),
    GLSZM("glszm", "Grey level size zone matrix (GLSZM)"),
    NGTDM("ngtdm", "Neighbouring grey tone difference matrix (NGTDM)"),
    SHAPE("shape", "Shape (3D)"),
    SHAPE2D("shape2D", "Shape (2D)");

    private final String key;
    private final String title;

    FeatureClass(String key, String title) {
        this.key = key;
        this.title = title;
    }

    /// The name in parameter files and column names.
    public String key() {
        return key;
    }

    /// The name in words.
    public String title() {
        return title;
    }

    /// Shape looks at the mask alone and is computed once, not per image type.
    public boolean isShape() {
        return this == SHAPE || this == SHAPE2D;
    }
}
