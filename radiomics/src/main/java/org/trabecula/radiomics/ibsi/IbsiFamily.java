package org.trabecula.radiomics.ibsi;

import java.util.Arrays;
import java.util.List;
import org.trabecula.radiomics.settings.Aggregation;

/// The families of IBSI 1.
public enum IbsiFamily {
    MORPHOLOGY("HCUG", "morph", "Morphology"),
    LOCAL_INTENSITY("9ST6", "loc", "Local intensity"),
    STATISTICS("UHIW", "stat", "Intensity-based statistics"),
    HISTOGRAM("ZVCW", "ih", "Intensity histogram"),
    VOLUME_HISTOGRAM("P88C", "ivh", "Intensity-volume histogram"),
    GLCM("LFYI", "glcm", "Grey level co-occurrence matrix (GLCM)"),
    GLRLM("TP0I", "glrlm", "Grey level run length matrix (GLRLM)"),
    GLSZM("9SAK", "glszm", "Grey level size zone matrix (GLSZM)"),
    GLDZM("VMDZ", "gldzm", "Grey level distance zone matrix (GLDZM)"),
    NGTDM("IPET", "ngtdm", "Neighbourhood grey tone difference matrix (NGTDM)"),
    NGLDM("REK0", "ngldm", "Neighbouring grey level dependence matrix (NGLDM)");

    private final String tag;
    private final String label;
    private final String title;

    IbsiFamily(String tag, String label, String title) {
        this.tag = tag;
        this.label = label;
        this.title = title;
    }

    /// The IBSI's four-character tag.
    public String tag() {
        return tag;
    }

    /// The IBSI's name.
    public String title() {
        return title;
    }

    /// The family's part of a column name.
    public String label() {
        return label;
    }

    /// Whether the family describes a matrix of grey levels, with a value per aggregation.
    public boolean isTexture() {
        return switch (this) {
            case MORPHOLOGY, LOCAL_INTENSITY, STATISTICS, HISTOGRAM, VOLUME_HISTOGRAM -> false;
            case GLCM, GLRLM, GLSZM, GLDZM, NGTDM, NGLDM -> true;
        };
    }

    /// The ways to join slices and directions that apply to the family; none outside texture.
    public List<Aggregation> aggregations() {
        boolean directions = this == GLCM || this == GLRLM;
        return Arrays.stream(Aggregation.values())
                .filter(aggregation -> isTexture() && aggregation.joinsDirections() == directions)
                .toList();
    }

    /// What the letters in the family's formulas stand for.
    public String letters() {
        return switch (this) {
            case MORPHOLOGY ->
                "V, A: volume and area of a marching-cubes mesh at ½; a, b, c: corners of its triangles; λ₁ ≥ λ₂ ≥ λ₃: eigenvalues "
                        + "of the covariance of the N voxel centres (divided by N − 1); x: intensities of the intensity mask, μ their mean";
            case LOCAL_INTENSITY -> "sphere: the voxels whose centres lie within 1 cm³ (radius 6.2 mm), outside the mask as well";
            case STATISTICS ->
                "x: the N intensities of the intensity mask, μ their mean; Pq: the value at position q/100 · (N − 1) of the sorted "
                        + "values, counted from 0, on a straight line between two";
            case HISTOGRAM ->
                "g: the levels of the N voxels, μ their mean; n_i: voxels of level i; p: the share of each level; m_k: central moments; "
                        + "Pq as for intensities";
            case VOLUME_HISTOGRAM ->
                "ν(g): share of voxels of at least intensity g; γ(g): g between lowest (0) and highest (1) intensity";
            case GLCM ->
                "p(i,j): share of neighbouring pairs with levels i and j, each pair in both orders; p_x, p_y, p_(x+y), p_(x−y): its "
                        + "margins; HX, HXY: entropies; per direction, per slice or merged, as the aggregation says";
            case GLRLM -> "r(i,j): runs of level i and length j; N_r runs; N voxels, once per merged direction; aggregated like GLCM";
            case GLSZM -> "s(i,j): zones of level i with j voxels, joined over faces, edges and corners; N_s zones; N voxels";
            case GLDZM -> "d(i,j): zones of level i whose nearest voxel is j steps over faces from the region's edge; N_s zones; N voxels";
            case NGTDM ->
                "n_i: voxels of level i with a neighbour in the region; N = Σ n_i; p_i = n_i / N; s_i: sum over them of "
                        + "|i − mean level of the neighbours|; G: levels that occur";
            case NGLDM -> "r(i,j): voxels of level i with j − 1 neighbours of the same level; N voxels; p = r / N";
        };
    }

    /// Whether grey levels are needed.
    boolean needsLevels() {
        return this == HISTOGRAM || isTexture();
    }

    /// The family of a [#label].
    static IbsiFamily labelled(String label) {
        return Arrays.stream(values())
                .filter(family -> family.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no family is labelled " + label));
    }
}
