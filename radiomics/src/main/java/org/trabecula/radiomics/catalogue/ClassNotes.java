package org.trabecula.radiomics.catalogue;

import org.trabecula.radiomics.settings.FeatureClass;

/// What holds for all features of a class.
public final class ClassNotes {
    private ClassNotes() {}

    /// What the letters in the formulas of a class stand for.
    public static String letters(FeatureClass featureClass) {
        return switch (featureClass) {
            case FIRSTORDER ->
                "x: the N values in the region; Pq: the value at position q/100 · (N − 1) of the sorted values, counted from 0, on a "
                        + "straight line between two; p: the share of voxels of each grey level; m_k: central moments; ε = 2⁻⁵²";
            case GLCM -> "p(i,j): share of neighbouring pairs with levels i and j along a direction, each pair in both orders; "
                    + "p_x, p_y, p_(x+y), p_(x−y): its margins; HX, HY, HXY: entropies; ε = 2⁻⁵²; mean over the directions that "
                    + "hold a pair (13 in 3D)";
            case GLDM -> "r(i,j): voxels of level i with j − 1 neighbours whose level differs by at most gldm_a; N voxels; "
                    + "p = r / N; ε = 2⁻⁵²";
            case GLRLM -> "r(i,j): runs of level i and length j along a direction; N_r runs; N voxels; ε = 2⁻⁵²; mean over the "
                    + "directions along which a line holds two voxels (13 in 3D)";
            case GLSZM -> "s(i,j): zones of level i with j voxels, joined over faces, edges and corners; N_s zones; N voxels; "
                    + "ε = 2⁻⁵²";
            case NGTDM -> "n_i: voxels of level i; p_i = n_i / N; s_i: sum over them of |i − mean level of the neighbours in the "
                    + "region|; G: levels that occur";
            case SHAPE -> "a, b, c: corners of the triangles of a marching-cubes mesh at ½; λ₁ ≥ λ₂ ≥ λ₃: eigenvalues of the "
                    + "covariance of the N voxel centres (divided by N)";
            case SHAPE2D -> "outline by marching squares at ½; λ₁ ≥ λ₂: eigenvalues of the covariance of the N pixel centres";
        };
    }

    /// Where all features of a class part from the standard's, whatever their formulas.
    public static String difference(FeatureClass featureClass) {
        String bins = "bins whose edges lie at multiples of the width, where the standard counts from a fixed lowest intensity";
        return switch (featureClass) {
            case FIRSTORDER -> "values as resampling leaves them (whole-number images truncated towards zero), where the standard "
                    + "rounds HU; " + bins + " (Entropy, Uniformity)";
            case SHAPE, SHAPE2D -> "the mask after nearest-neighbour resampling on a grid whose corner lies on the old one's, where "
                    + "the standard interpolates the mask linearly on centred grids";
            case GLCM -> bins + "; mean over directions, where the standard also merges them or goes slice by slice";
            case GLRLM -> bins + "; mean over directions, where the standard also merges them or goes slice by slice; a direction "
                    + "without a line of two voxels is dropped";
            case GLDM, GLSZM, NGTDM -> bins;
        };
    }
}
