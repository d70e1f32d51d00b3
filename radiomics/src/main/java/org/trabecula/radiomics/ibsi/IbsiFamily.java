package org.trabecula.radiomics.ibsi;

/// The families of IBSI 1.
public enum IbsiFamily {
    /// Morphology.
    MORPHOLOGY("HCUG", "morph"),
    /// Local intensity.
    LOCAL_INTENSITY("9ST6", "loc"),
    /// Intensity-based statistics.
    STATISTICS("UHIW", "stat"),
    /// Intensity histogram.
    HISTOGRAM("ZVCW", "ih"),
    /// Intensity-volume histogram.
    VOLUME_HISTOGRAM("P88C", "ivh"),
    /// Grey level co-occurrence matrix.
    GLCM("LFYI", "glcm"),
    /// Grey level run length matrix.
    GLRLM("TP0I", "glrlm"),
    /// Grey level size zone matrix.
    GLSZM("9SAK", "glszm"),
    /// Grey level distance zone matrix.
    GLDZM("VMDZ", "gldzm"),
    /// Neighbourhood grey tone difference matrix.
    NGTDM("IPET", "ngtdm"),
    /// Neighbouring grey level dependence matrix.
    NGLDM("REK0", "ngldm");

    private final String tag;
    private final String label;

    IbsiFamily(String tag, String label) {
        this.tag = tag;
        this.label = label;
    }

    /// The IBSI's four-character tag.
    public String tag() {
        return tag;
    }

    /// Whether the family describes a matrix of grey levels, with a value per aggregation.
    public boolean isTexture() {
        return switch (this) {
            case MORPHOLOGY, LOCAL_INTENSITY, STATISTICS, HISTOGRAM, VOLUME_HISTOGRAM -> false;
            case GLCM, GLRLM, GLSZM, GLDZM, NGTDM, NGLDM -> true;
        };
    }

    /// Whether grey levels are needed.
    boolean needsLevels() {
        return this == HISTOGRAM || isTexture();
    }

    /// The family's part of a column name.
    public String label() {
        return label;
    }
}
