package org.trabecula.radiomics.ibsi;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trabecula.radiomics.data.TableResource;

/// The features of IBSI 1 by the short names of the IBSI's compliance tables. What there is to say of each is data, in
/// `features.tsv` beside this class.
///
/// Source: IBSI reference manual, arXiv:1612.07003.
public enum IbsiFeature {
    MORPH_VOLUME, MORPH_VOL_APPROX, MORPH_AREA_MESH, MORPH_AV, MORPH_COMP_1, MORPH_COMP_2, MORPH_SPH_DISPR,
    MORPH_SPHERICITY, MORPH_ASPHERICITY, MORPH_COM, MORPH_DIAM, MORPH_PCA_MAJ_AXIS, MORPH_PCA_MIN_AXIS,
    MORPH_PCA_LEAST_AXIS, MORPH_PCA_ELONGATION, MORPH_PCA_FLATNESS, MORPH_VOL_DENS_AABB, MORPH_AREA_DENS_AABB,
    MORPH_VOL_DENS_OMBB, MORPH_AREA_DENS_OMBB, MORPH_VOL_DENS_AEE, MORPH_AREA_DENS_AEE, MORPH_VOL_DENS_MVEE,
    MORPH_AREA_DENS_MVEE, MORPH_VOL_DENS_CONV_HULL, MORPH_AREA_DENS_CONV_HULL, MORPH_INTEG_INT, MORPH_MORAN_I,
    MORPH_GEARY_C,

    LOC_PEAK_LOC, LOC_PEAK_GLOB,

    STAT_MEAN, STAT_VAR, STAT_SKEW, STAT_KURT, STAT_MEDIAN, STAT_MIN, STAT_P10, STAT_P90, STAT_MAX, STAT_IQR, STAT_RANGE,
    STAT_MAD, STAT_RMAD, STAT_MEDAD, STAT_COV, STAT_QCOD, STAT_ENERGY, STAT_RMS,

    IH_MEAN, IH_VAR, IH_SKEW, IH_KURT, IH_MEDIAN, IH_MIN, IH_P10, IH_P90, IH_MAX, IH_MODE, IH_IQR, IH_RANGE, IH_MAD,
    IH_RMAD, IH_MEDAD, IH_COV, IH_QCOD, IH_ENTROPY, IH_UNIFORMITY, IH_MAX_GRAD, IH_MAX_GRAD_G, IH_MIN_GRAD, IH_MIN_GRAD_G,

    IVH_V10, IVH_V90, IVH_I10, IVH_I90, IVH_DIFF_V10_V90, IVH_DIFF_I10_I90, IVH_AUC,

    CM_JOINT_MAX, CM_JOINT_AVG, CM_JOINT_VAR, CM_JOINT_ENTR, CM_DIFF_AVG, CM_DIFF_VAR, CM_DIFF_ENTR, CM_SUM_AVG, CM_SUM_VAR,
    CM_SUM_ENTR, CM_ENERGY, CM_CONTRAST, CM_DISSIMILARITY, CM_INV_DIFF, CM_INV_DIFF_NORM, CM_INV_DIFF_MOM,
    CM_INV_DIFF_MOM_NORM, CM_INV_VAR, CM_CORR, CM_AUTO_CORR, CM_CLUST_TEND, CM_CLUST_SHADE, CM_CLUST_PROM, CM_INFO_CORR1,
    CM_INFO_CORR2,

    RLM_SRE, RLM_LRE, RLM_LGRE, RLM_HGRE, RLM_SRLGE, RLM_SRHGE, RLM_LRLGE, RLM_LRHGE, RLM_GLNU, RLM_GLNU_NORM, RLM_RLNU,
    RLM_RLNU_NORM, RLM_R_PERC, RLM_GL_VAR, RLM_RL_VAR, RLM_RL_ENTR,

    SZM_SZE, SZM_LZE, SZM_LGZE, SZM_HGZE, SZM_SZLGE, SZM_SZHGE, SZM_LZLGE, SZM_LZHGE, SZM_GLNU, SZM_GLNU_NORM, SZM_ZSNU,
    SZM_ZSNU_NORM, SZM_Z_PERC, SZM_GL_VAR, SZM_ZS_VAR, SZM_ZS_ENTR,

    DZM_SDE, DZM_LDE, DZM_LGZE, DZM_HGZE, DZM_SDLGE, DZM_SDHGE, DZM_LDLGE, DZM_LDHGE, DZM_GLNU, DZM_GLNU_NORM, DZM_ZDNU,
    DZM_ZDNU_NORM, DZM_Z_PERC, DZM_GL_VAR, DZM_ZD_VAR, DZM_ZD_ENTR,

    NGT_COARSENESS, NGT_CONTRAST, NGT_BUSYNESS, NGT_COMPLEXITY, NGT_STRENGTH,

    NGL_LDE, NGL_HDE, NGL_LGCE, NGL_HGCE, NGL_LDLGE, NGL_LDHGE, NGL_HDLGE, NGL_HDHGE, NGL_GLNU, NGL_GLNU_NORM, NGL_DCNU,
    NGL_DCNU_NORM, NGL_DC_PERC, NGL_GL_VAR, NGL_DC_VAR, NGL_DC_ENTR, NGL_DC_ENERGY;

    /// Rows by name; read once, when the first constant is made.
    private static final class Table {
        private static final int COLUMNS = 7;
        private static final Map<String, List<String>> ROWS = TableResource.rows(
                        IbsiFeature.class, "features.tsv", COLUMNS)
                .stream()
                .collect(Collectors.toMap(List::getFirst, Function.identity()));

        static List<String> row(String feature) {
            List<String> row = ROWS.get(feature);
            if (row == null) {
                throw new IllegalStateException("features.tsv has no row " + feature);
            }
            return row;
        }
    }

    private final IbsiFamily family;
    private final String tag;
    private final String parameterTag;
    private final String title;
    private final String unit;
    private final String formula;

    IbsiFeature() {
        List<String> row = Table.row(name());
        family = IbsiFamily.labelled(row.get(1));
        tag = row.get(2);
        parameterTag = row.get(3);
        title = row.get(4);
        unit = row.get(5);
        formula = row.get(6);
    }

    /// The family to which it belongs.
    public IbsiFamily family() {
        return family;
    }

    /// The IBSI's four-character tag; features that differ by a parameter share it.
    public String tag() {
        return tag;
    }

    /// The tag of the feature's parameter, such as the volume fraction 0.1; empty for most.
    public String parameterTag() {
        return parameterTag;
    }

    /// The IBSI's name, such as `Mean intensity`.
    public String title() {
        return title;
    }

    /// `1` for a number without unit; `intensity` is HU in CT.
    public String unit() {
        return unit;
    }

    /// With the letters that [IbsiFamily#letters] explains.
    public String formula() {
        return formula;
    }

    /// `ibsi_FAMILY_CODE`, with the parameter's tag where there is one.
    public String column() {
        return "ibsi_" + family.label() + "_" + tag + (parameterTag.isEmpty() ? "" : "_" + parameterTag);
    }
}
